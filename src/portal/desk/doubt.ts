import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { audit } from "../../accounts/audit.js";
import { doubtOf } from "../../settle/doubts.js";
import { type Saying, settleFinding, UnfitSaying } from "../../settle/settle.js";
import type { Doubt } from "../../settle/state.js";
import type { ReadSheet } from "../../types.js";
import { mayUse, Refusal } from "../access.js";
import type { Given } from "../given.js";
import { type Html, html } from "../html.js";
import { languageOf } from "../language.js";
import { csrfField, sayIn } from "../page.js";
import { AT_DESK, type Country, countryOf, type Form, personOf } from "./country.js";
import { findingWords, saidList, sayable, severityLabel, stateLabel, valueText } from "./findings.js";
import { editPath } from "./paths.js";
import { submissionPath } from "./sent.js";

type Asked = FastifyRequest<{ Params: { id: string }; Body: Form }>;

/** Answering a finding: a focal point explains, those who settle doubts decide. */
export function doubtPages(app: FastifyInstance, given: Given): void {
  app.post<{ Params: { id: string }; Body: Form }>(
    "/:language/country/:area/findings/:id",
    AT_DESK,
    (request, reply) => answer(given, request, reply),
  );
}

const isCountry = (request: FastifyRequest): boolean => personOf(request).role === "focal-point";

/** A finding as a card: what it is about, what was said of it, and what the person who looks may say. */
export function doubtItem(
  { environment }: Given,
  request: FastifyRequest,
  country: Country,
  doubt: Doubt,
  sheets: readonly ReadSheet[],
): Html {
  const language = languageOf(request);
  const say = sayIn(language);
  const { finding, state } = doubt;
  const { title, place, body } = findingWords(environment, language, finding, sheets);
  const value = valueText(finding, language);
  return html`<li id="f${finding.id}" class="${finding.severity}"><h3>${severityLabel(finding, language)} · ${title}</h3>
<p>${place}${value !== null && html` · ${say("finding.value", { value })}`}${
    finding.severity !== "info" && html` – <strong>${stateLabel(state, language)}</strong>`
  }</p>
${body}${saidList(doubt, language)}
${state === "open" && finding.key && isCountry(request) && html`<p class="noprint"><a href="${editPath(country, finding.key)}">${say("edit")}</a></p>`}
${answerForm(request, country, doubt)}</li>
`;
}

function answerForm(request: FastifyRequest, { path }: Country, doubt: Doubt): Html | null {
  const say = sayIn(languageOf(request));
  const kinds = sayable(doubt, isCountry(request));
  if (kinds.length === 0) return null;
  const { id } = doubt.finding;
  const buttons = kinds.map(
    (kind) => html`<button name="kind" value="${kind}">${say(`answer.${kind}`)}</button>\n`,
  );
  const publish =
    kinds.includes("explained") &&
    html`<div class="field"><label><input type="checkbox" name="public" value="yes"> ${say("answer.public")}</label></div>`;
  return html`<details><summary>${say(isCountry(request) ? "answer.explain" : "answer.decide")}</summary>
<form method="post" action="${path}/findings/${id}">${csrfField(request)}
<div class="field"><label for="text-${id}">${say("answer.text")}</label><textarea id="text-${id}" name="text" rows="3" maxlength="4000"></textarea></div>${publish}
${buttons}</form></details>`;
}

function answer(given: Given, request: Asked, reply: FastifyReply): FastifyReply {
  const country = countryOf(given, request);
  const { store } = given.environment;
  const id = Number(request.params.id);
  const doubt = Number.isSafeInteger(id) ? doubtOf(store, id) : undefined;
  if (doubt?.finding.area !== country.m49) throw new Refusal(404, "not-there");
  mayUse(request, doubt.finding.area);
  const { kind = "", text = "", public: publish } = request.body ?? {};
  const chosen = sayable(doubt, isCountry(request)).find((one) => one === kind);
  if (!chosen) throw new Refusal(409, "answer-late");
  const { email: by } = personOf(request);
  say(given, id, { kind: chosen, text: text.slice(0, 4000), public: publish === "yes", by });
  const { submission, severity } = doubt.finding;
  const back = `${submissionPath(country, submission)}?kind=${severity}&finding=${id}#f${id}`;
  return reply.redirect(back, 303);
}

function say({ environment, accounts, now }: Given, id: number, saying: Saying): void {
  const at = now().toISOString();
  try {
    settleFinding(environment.store, id, saying, at);
  } catch (error) {
    if (error instanceof UnfitSaying) throw new Refusal(422, "answer-without-words");
    throw error;
  }
  audit(accounts, {
    ...{ at, actor: saying.by, action: `finding-${saying.kind}`, object: String(id) },
    details: { public: saying.public },
  });
}
