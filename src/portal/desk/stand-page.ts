import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { audit } from "../../accounts/audit.js";
import { text } from "../../i18n/text.js";
import { keyId } from "../../keys.js";
import { breakdown } from "../../tables/breakdown.js";
import { absent } from "../../tables/cell.js";
import type { Key, Language } from "../../types.js";
import { Refusal } from "../access.js";
import type { Given } from "../given.js";
import { type Html, html } from "../html.js";
import { languageOf } from "../language.js";
import { exactText, timeText } from "../numbers.js";
import { csrfField, sayIn, sendPage } from "../page.js";
import type { Query } from "../paging.js";
import type { Edition, Editions } from "../published/editions.js";
import { lineagePath } from "../published/figures.js";
import { seriesName } from "../settling/words.js";
import { AT_DESK, type Country, countryOf, type Form, personOf } from "./country.js";
import { findingWords } from "./findings.js";
import { keyQuery } from "./paths.js";
import { type Stand, standsOf } from "./stand.js";
import { publishedText, reportedText, standPath } from "./stand-words.js";

type Shape = { Querystring: Query; Body: Form };
type Asked = FastifyRequest<Shape>;

/** One published figure beside what the country handed in, and what the country says to it. */
export function standPages(app: FastifyInstance, given: Given, editions: Editions): void {
  const url = "/:language/country/:area/published/:release/figure";
  app.get<Shape>(url, AT_DESK, async (request, reply) =>
    standPage(given, await named(editions, request), request, reply),
  );
  app.post<Shape>(url, { config: { access: ["focal-point"] } }, async (request, reply) =>
    takePosition(given, await named(editions, request), request, reply),
  );
}

const named = (editions: Editions, { params }: FastifyRequest): Promise<Edition> =>
  editions.named((params as { readonly release: string }).release);

/** @throws Refusal when the release has no such figure of the country */
function standAt(edition: Edition, { m49 }: Country, { query }: Asked): Stand {
  const found = standsOf(edition, m49).find(({ key }) => keyQuery(key) === keyQueryOf(query));
  if (!found) throw new Refusal(404, "not-there");
  return found;
}

/** The same order of parameters as links of ours have. */
function keyQueryOf({ series = "", period = "", ...codes }: Query): string {
  return keyQuery({ series, period: Number(period), dimensions: codes });
}

function standPage(
  given: Given,
  edition: Edition,
  request: Asked,
  reply: FastifyReply,
  notice?: Html,
  status = 200,
): FastifyReply {
  const language = languageOf(request);
  const say = sayIn(language);
  const country = countryOf(given, request);
  const stand = standAt(edition, country, request);
  const { key, published, reported } = stand;
  const column = (id: string) => text("tables", language, `column.${id}`);
  const body = html`${notice}<p>${seriesName(key.series, language)} · ${String(breakdown(key.dimensions, language).BREAKDOWN)} · <bdi>${key.period}</bdi></p>
<div class="scroll" role="region" tabindex="0" aria-label="${say("published.figures")}"><table><thead><tr><td></td><th scope="col" class="n">${column("OBS_VALUE")}</th><th scope="col">${column("METHOD")}</th><th scope="col">${say("edit.comment")}</th></tr></thead><tbody>
<tr><th scope="row">${say("published.published")} (<bdi>${edition.name}</bdi>)</th><td class="n">${published ? html`<a href="${lineagePath(language, key, { release: edition.name })}">${publishedText(stand, language)}</a>` : absent(null)}</td><td><bdi>${published?.METHOD}</bdi></td><td><bdi>${published?.COMMENT}</bdi></td></tr>
<tr><th scope="row">${say("published.reported")}</th><td class="n">${reportedText(stand, language)}</td><td></td><td><bdi>${reported?.comment}</bdi></td></tr></tbody></table></div>
${changeNotes(given, stand, language)}
${positionList(given, country, edition, key, language)}
${personOf(request).role === "focal-point" && positionForm(request, country, edition, key)}`;
  return sendPage(request, reply, {
    title: say("published.figure", { country: country.title }),
    body,
    status,
  });
}

function changeNotes({ environment }: Given, { changes, held }: Stand, language: Language): Html {
  const say = sayIn(language);
  const errors = held.map((finding) => {
    const { title, body } = findingWords(environment, language, finding);
    return html`<div class="notice error"><p><strong>${title}</strong>${finding.value !== null && html`: ${exactText(finding.value, language)}`}</p>${body}</div>`;
  });
  return html`<ul>${changes.map((one) => html`<li>${say(`published.why.${one}`)}</li>`)}</ul>${errors}`;
}

function positionList(given: Given, country: Country, edition: Edition, key: Key, language: Language): Html {
  const say = sayIn(language);
  const { m49: area } = country;
  const own = given.environment.store
    .positions({ area, release: edition.name })
    .filter((one) => keyId(one.key) === keyId(key));
  const items = own.map(
    ({ kind, text: words, by, at }) =>
      html`<li>${timeText(at, language)} · <bdi>${by}</bdi> · <strong>${say(`position.${kind}`)}</strong>${words !== "" && html`<blockquote><p>${words}</p></blockquote>`}</li>`,
  );
  return html`<h2>${say("published.position")}</h2>${items.length > 0 ? html`<ul>${items}</ul>` : html`<p>${say("position.none")}</p>`}`;
}

function positionForm(request: Asked, country: Country, edition: Edition, key: Key): Html {
  const say = sayIn(languageOf(request));
  return html`<form method="post" action="${standPath(country, edition, key)}">${csrfField(request)}
<div class="field"><label for="text">${say("position.reason")}</label><span class="hint" id="text-hint">${say("position.reason-hint")}</span>
<textarea id="text" name="text" rows="4" maxlength="4000" aria-describedby="text-hint">${request.body?.text}</textarea></div>
<button name="kind" value="agree">${say("position.do-agree")}</button>
<button name="kind" value="object">${say("position.do-object")}</button></form>`;
}

function takePosition(given: Given, edition: Edition, request: Asked, reply: FastifyReply): FastifyReply {
  const country = countryOf(given, request);
  const say = sayIn(languageOf(request));
  const { key } = standAt(edition, country, request);
  const { kind, text: words = "" } = request.body ?? {};
  if (kind !== "agree" && kind !== "object") throw new Refusal(422, "not-understood");
  if (kind === "object" && words.trim() === "") {
    const notice = html`<p class="notice error" role="alert">${say("position.say-why")}</p>`;
    return standPage(given, edition, request, reply, notice, 422);
  }
  const { email: by } = personOf(request);
  const at = given.now().toISOString();
  const said = { kind, text: words.trim().slice(0, 4000), by, at } as const;
  given.environment.store.takePosition({ release: edition.name, key, ...said });
  audit(given.accounts, {
    ...{ at, actor: by, action: `position-${kind}`, object: edition.name },
    details: { area: key.area, series: key.series, period: key.period },
  });
  return reply.redirect(standPath(country, edition, key), 303);
}
