import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { audit } from "../../accounts/audit.js";
import { absoluteValue } from "../../estimate/absolute-value.js";
import { text } from "../../i18n/text.js";
import { keyId } from "../../keys.js";
import type { Position } from "../../store/store.js";
import { breakdown } from "../../tables/breakdown.js";
import { absent } from "../../tables/cell.js";
import type { Key, Language } from "../../types.js";
import { Refusal } from "../access.js";
import type { Given } from "../given.js";
import { type Html, html } from "../html.js";
import { languageOf } from "../language.js";
import { exactText, timeText } from "../numbers.js";
import { pager, partOf, type Query } from "../paging.js";
import { csrfField, type Say, sayIn, sendPage } from "../page.js";
import type { Edition, Editions } from "../published/editions.js";
import { lineagePath, shownValue } from "../published/figures.js";
import { seriesName } from "../settling/words.js";
import { AT_DESK, type Country, countryOf, type Form, personOf } from "./country.js";
import { findingWords } from "./findings.js";
import { keyQuery } from "./paths.js";
import { CHANGES, type Stand, standsOf } from "./stand.js";

const ON_A_PAGE = 25;

type Asked = FastifyRequest<{ Querystring: Query; Body: Form }>;
type Shape = { Querystring: Query; Body: Form };

/**
 * What the newest release published of a country's figures, with all that the agency did to them, to be agreed to or
 * contested (UN General Assembly resolution 71/313, paragraphs 6 and 7).
 */
export function deskPublishedPages(app: FastifyInstance, given: Given, editions: Editions): void {
  const url = "/:language/country/:area/published";
  app.get<Shape>(url, AT_DESK, async (request, reply) =>
    listPage(given, await editions.newest(), request, reply),
  );
  app.get<Shape>(`${url}/:release/figure`, AT_DESK, async (request, reply) =>
    figurePage(given, await named(editions, request), request, reply),
  );
  app.post<Shape>(`${url}/:release/figure`, { config: { access: ["focal-point"] } }, async (request, reply) =>
    takePosition(given, await named(editions, request), request, reply),
  );
}

const named = (editions: Editions, { params }: FastifyRequest): Promise<Edition> =>
  editions.named((params as { readonly release: string }).release);

function listPage(
  given: Given,
  edition: Edition | undefined,
  request: Asked,
  reply: FastifyReply,
): FastifyReply {
  const language = languageOf(request);
  const say = sayIn(language);
  const country = countryOf(given, request);
  const title = say("published.title", { country: country.title });
  if (!edition)
    return sendPage(request, reply, { title, body: html`<p>${say("published.nothing")}</p>` });
  const stands = standsOf(edition, country.m49);
  const changed = stands.filter(({ changes }) => changes.length > 0);
  const all = request.query.show === "all";
  const part = partOf(all ? stands : changed, request.query, ON_A_PAGE);
  const positions = newestPositions(given, country, edition);
  const rows = part.shown.map((stand) => standRow(country, edition, stand, positions, language));
  const { name, release } = edition;
  const body = html`<p>${say("published.release", { release: name, at: timeText(release.at, language) })}</p>
<p>${say("published.what")}</p>
<ul>${CHANGES.map((change) => countItem(change, changed, say))}</ul>
<nav aria-label="${say("published.show")}"><ul>${[false, true].map((one) => showLink(country, one, all, say))}</ul></nav>
${table(rows, say, language)}
${pager(say, `${country.path}/published`, all ? { show: "all" } : {}, part)}`;
  return sendPage(request, reply, { title, body });
}

function countItem(change: (typeof CHANGES)[number], changed: readonly Stand[], say: Say): Html | null {
  const count = changed.filter(({ changes }) => changes.includes(change)).length;
  return count > 0 ? html`<li>${say(`published.change.${change}`)}: ${String(count)}</li>` : null;
}

function showLink({ path }: Country, one: boolean, all: boolean, say: Say): Html {
  const href = `${path}/published${one ? "?show=all" : ""}`;
  return html`<li><a href="${href}"${one === all && html` aria-current="true"`}>${say(one ? "published.all" : "published.changed")}</a></li>`;
}

function table(rows: readonly Html[], say: Say, language: Language): Html {
  if (rows.length === 0) return html`<p class="notice good">${say("published.no-change")}</p>`;
  const column = (id: string) => text("tables", language, `column.${id}`);
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${say("published.figures")}"><table><thead><tr><th scope="col">${column("SERIES_NAME")}</th><th scope="col">${column("TIME_PERIOD")}</th><th scope="col" class="n">${say("published.published")}</th><th scope="col" class="n">${say("published.reported")}</th><th scope="col">${say("published.change")}</th><th scope="col">${say("published.position")}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

const figurePath = ({ path }: Country, { name }: Edition, key: Key): string =>
  `${path}/published/${encodeURIComponent(name)}/figure?${keyQuery(key)}`;

function standRow(
  country: Country,
  edition: Edition,
  stand: Stand,
  positions: ReadonlyMap<string, Position>,
  language: Language,
): Html {
  const say = sayIn(language);
  const { key, changes } = stand;
  const position = positions.get(keyId(key));
  const words = `${seriesName(key.series, language)}, ${breakdown(key.dimensions, language).BREAKDOWN}`;
  return html`<tr><th scope="row"><a href="${figurePath(country, edition, key)}">${words}</a></th><td>${key.period}</td><td class="n">${publishedText(stand, language)}</td><td class="n">${reportedText(stand, language)}</td><td>${changes.map((one) => say(`published.change.${one}`)).join("; ")}</td><td>${say(position ? `position.${position.kind}` : "position.none")}</td></tr>
`;
}

function publishedText({ key, published }: Stand, language: Language): string {
  if (!published) return absent(null);
  const value = shownValue(key.series, published.OBS_VALUE, published.OBS_STATUS, language);
  return `${value} (${published.OBS_STATUS ?? ""})`;
}

function reportedText({ reported }: Stand, language: Language): string {
  if (!reported) return absent(null);
  const value = absoluteValue(reported);
  return `${value === null ? absent(reported.status) : exactText(value, language)} (${reported.status})`;
}

/** What the country said last of each figure of a release, by key. */
function newestPositions({ environment }: Given, { m49: area }: Country, { name: release }: Edition) {
  const all = environment.store.positions({ area, release });
  return new Map(all.map((one) => [keyId(one.key), one]));
}

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

function figurePage(
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

function changeNotes({ environment }: Given, { changes, held, key }: Stand, language: Language): Html {
  const say = sayIn(language);
  const errors = held.map((finding) => {
    const { title, body } = findingWords(environment, language, finding);
    return html`<div class="notice error"><p><strong>${title}</strong>${finding.value !== null && html`: ${shownValue(key.series, finding.value, null, language)}`}</p>${body}</div>`;
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
      html`<li>${timeText(at, language)}, <bdi>${by}</bdi>: <strong>${say(`position.${kind}`)}</strong>${words !== "" && html`<blockquote><p>${words}</p></blockquote>`}</li>`,
  );
  return html`<h2>${say("published.position")}</h2>${items.length > 0 ? html`<ul>${items}</ul>` : html`<p>${say("position.none")}</p>`}`;
}

function positionForm(request: Asked, country: Country, edition: Edition, key: Key): Html {
  const say = sayIn(languageOf(request));
  return html`<form method="post" action="${figurePath(country, edition, key)}">${csrfField(request)}
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
    return figurePage(given, edition, request, reply, notice, 422);
  }
  const { email: by } = personOf(request);
  const at = given.now().toISOString();
  const said = { kind, text: words.trim().slice(0, 4000), by, at } as const;
  given.environment.store.takePosition({ release: edition.name, key, ...said });
  audit(given.accounts, {
    ...{ at, actor: by, action: `position-${kind}`, object: edition.name },
    details: { area: key.area, series: key.series, period: key.period },
  });
  return reply.redirect(figurePath(country, edition, key), 303);
}
