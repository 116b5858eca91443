import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { audit } from "../../accounts/audit.js";
import { svgOf } from "../../charts/render.js";
import { describeFinding } from "../../i18n/finding.js";
import { doubtOf } from "../../settle/doubts.js";
import { settleFinding, UnfitSaying } from "../../settle/settle.js";
import type { Doubt } from "../../settle/state.js";
import type { StoredFinding } from "../../store/store.js";
import type { Language, Settlement } from "../../types.js";
import { Refusal, SETTLERS } from "../access.js";
import { findingWords, saidList, sayable, severityLabel, stateLabel } from "../desk/findings.js";
import { longField } from "../forms.js";
import type { Given } from "../given.js";
import { type Html, html } from "../html.js";
import { languageOf } from "../language.js";
import { exactText } from "../numbers.js";
import { csrfField, type Say, sayIn, sendPage } from "../page.js";
import type { Query } from "../paging.js";
import { historyPart, influencePart, linesPart, peersPart } from "../settling/finding-parts.js";
import { findingChart } from "../settling/history.js";
import { linesAround } from "../settling/lines.js";
import { settlingOf } from "../settling/settling.js";
import { queryOf, type Waiting, waiting, wantedIn } from "../settling/waiting.js";
import { figureWords, sheetsOf, subjectOf } from "../settling/words.js";

const STAFF_ONLY = { config: { access: SETTLERS } } as const;

type Asked = FastifyRequest<{
  Params: { id: string };
  Querystring: Query;
  Body: Readonly<Record<string, string | undefined>>;
}>;

/** One doubt with all that is needed to decide on it, and the decision. */
export function findingPages(app: FastifyInstance, given: Given): void {
  app.get("/:language/findings/:id", STAFF_ONLY, (request, reply) =>
    findingPage(given, request as Asked, reply),
  );
  app.get("/:language/findings/:id/chart.svg", STAFF_ONLY, (request, reply) =>
    chart(given, request as Asked, reply),
  );
  app.post("/:language/findings/:id", STAFF_ONLY, (request, reply) => decide(given, request as Asked, reply));
}

/** @throws Refusal when there is no finding of this number */
function doubtIn({ environment }: Given, { params: { id } }: Asked): Doubt {
  const doubt = /^\d{1,15}$/.test(id) ? doubtOf(environment.store, Number(id)) : undefined;
  if (!doubt) throw new Refusal(404, "not-there");
  return doubt;
}

async function findingPage(given: Given, request: Asked, reply: FastifyReply, notice?: Html, status = 200) {
  const language = languageOf(request);
  const say = sayIn(language);
  const doubt = doubtIn(given, request);
  const { finding } = doubt;
  const { key } = finding;
  const wanted = wantedIn(request.query);
  const queue = waiting(settlingOf(given), wanted);
  const place = queue.findIndex((one) => one.finding.id === finding.id);
  const excerpt = await linesAround(given.environment, finding);
  const { title } = describeFinding(finding, language, given.environment.areas.areaName);
  const one = place < 0 ? anywhere(given, finding) : queue[place];
  const body = html`${notice}${way(queue, place, language, queryOf(wanted), say)}
${about(given, doubt, language, say)}
${decision(request, doubt, say)}
${key && chartPart(given, finding, language)}
${one && influencePart(given, one, say, language)}
${key && historyPart(given, finding, key, say, language)}
${key && peersPart(given, finding, key, say, language)}
${excerpt && linesPart(excerpt, finding, say)}`;
  return sendPage(request, reply, { title, body, status });
}

/** The doubt's place in the whole queue, for one that a person's filters leave out. */
const anywhere = (given: Given, { id }: StoredFinding): Waiting | undefined =>
  waiting(settlingOf(given), { all: true }).find(({ finding }) => finding.id === id);

/** The way through the queue: back to it, and to the doubts before and after. */
function way(queue: readonly Waiting[], place: number, language: Language, query: string, say: Say): Html {
  const link = (one: Waiting | undefined, rel: string, id: string) =>
    one &&
    html`<li><a rel="${rel}" href="/${language}/findings/${one.finding.id}${query}">${say(id)}</a></li>`;
  const before = place > 0 ? queue[place - 1] : undefined;
  // From a doubt that has been decided, the way goes on with the first that waits.
  const after = queue[place + 1];
  return html`<nav aria-label="${say("nav.queue")}"><ul><li><a href="/${language}/queue${query}">${say("nav.queue")}</a></li>${link(before, "prev", "finding.previous")}${link(after, "next", "finding.next")}</ul></nav>`;
}

function about(given: Given, doubt: Doubt, language: Language, say: Say): Html {
  const { environment } = given;
  const { finding, state } = doubt;
  const { place, body } = findingWords(environment, language, finding, sheetsOf(environment, finding));
  return html`<p><strong>${subjectOf(finding, language, environment.areas.areaName)}</strong>${finding.key && html` · ${figureWords(finding.key, language)}`}</p>
<p class="${finding.severity}">${severityLabel(finding, language)} · ${stateLabel(state, language)} · <bdi>${finding.filename}</bdi>, ${place}</p>
${body}
${finding.value !== null && html`<p>${say("finding.value", { value: exactText(finding.value, language) })}</p>`}
${doubt.said.length > 0 && html`<h2>${say("finding.said")}</h2>${saidList(doubt, language)}`}`;
}

function decision(request: FastifyRequest, doubt: Doubt, say: Say): Html {
  const kinds = sayable(doubt, false);
  const title = html`<h2>${say("finding.decide")}</h2>`;
  if (doubt.finding.severity === "error") return html`${title}<p>${say("finding.correct-only")}</p>`;
  if (kinds.length === 0) return html`${title}<p>${say("finding.nothing-to-decide")}</p>`;
  const buttons = kinds.map(
    (kind) => html`<button name="kind" value="${kind}">${say(`finding.${kind}`)}</button>\n`,
  );
  return html`${title}<form method="post" action="${request.url}">${csrfField(request)}
${longField("text", say("finding.words"), "", say(kinds.includes("accepted") ? "finding.words-hint.decide" : "finding.words-hint"))}
${buttons}</form>`;
}

function chartPart(given: Given, finding: StoredFinding, language: Language): Html | null {
  const spec = findingChart(given, finding, language);
  return (
    (spec &&
      html`<figure><img src="/${language}/findings/${finding.id}/chart.svg" alt="${spec.description ?? ""}" width="626" height="400"></figure>`) ??
    null
  );
}

async function chart(given: Given, request: Asked, reply: FastifyReply): Promise<FastifyReply> {
  const language = languageOf(request);
  const spec = findingChart(given, doubtIn(given, request).finding, language);
  if (!spec) throw new Refusal(404, "not-there");
  return reply.type("image/svg+xml; charset=utf-8").send(await svgOf(spec, language));
}

const DECISIONS = ["accepted", "refused", "withdrawn"] as const satisfies readonly Settlement["kind"][];

/** Records a decision; a question that is answered leads back to its page, where it stands. */
async function decide(given: Given, request: Asked, reply: FastifyReply): Promise<FastifyReply> {
  const { accounts, environment, now } = given;
  const { finding } = doubtIn(given, request);
  const { kind: wished, text = "" } = request.body ?? {};
  const kind = DECISIONS.find((one) => one === wished);
  if (!kind) throw new Refusal(422, "not-understood");
  const by = request.who?.account.email ?? "";
  const at = now().toISOString();
  try {
    settleFinding(environment.store, finding.id, { kind, text, public: false, by }, at);
  } catch (error) {
    if (!(error instanceof UnfitSaying)) throw error;
    return findingPage(given, request, reply, unfit(request, text), 422);
  }
  const details = { rule: finding.rule, area: finding.area };
  audit(accounts, { at, actor: by, action: `finding-${kind}`, object: `#${finding.id}`, details });
  return reply.redirect(request.url, 303);
}

/** Nothing was recorded: words were missing, or somebody else had decided meanwhile. */
function unfit(request: FastifyRequest, text: string): Html {
  const say = sayIn(languageOf(request));
  const id = text.trim() === "" ? "finding.words-missing" : "finding.decided-meanwhile";
  return html`<p class="notice error" role="alert">${say(id)}</p>`;
}
