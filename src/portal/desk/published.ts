import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { text } from "../../i18n/text.js";
import { keyId } from "../../keys.js";
import type { Position } from "../../store/store.js";
import { breakdown } from "../../tables/breakdown.js";
import type { Language } from "../../types.js";
import type { Given } from "../given.js";
import { type Html, html } from "../html.js";
import { languageOf } from "../language.js";
import { timeText } from "../numbers.js";
import { type Say, sayIn, sendPage } from "../page.js";
import { pager, partOf, type Query } from "../paging.js";
import type { Edition, Editions } from "../published/editions.js";
import { seriesName } from "../settling/words.js";
import { AT_DESK, type Country, countryOf } from "./country.js";
import { CHANGES, type Stand, standsOf } from "./stand.js";
import { standPages } from "./stand-page.js";
import { publishedText, reportedText, standPath } from "./stand-words.js";

const ON_A_PAGE = 25;

type Asked = FastifyRequest<{ Querystring: Query }>;

/**
 * What the newest release published of a country's figures, with all that the agency did to them, to be agreed to or
 * contested (UN General Assembly resolution 71/313, paragraphs 6 and 7).
 */
export function deskPublishedPages(app: FastifyInstance, given: Given, editions: Editions): void {
  const url = "/:language/country/:area/published";
  app.get<{ Querystring: Query }>(url, AT_DESK, async (request, reply) =>
    listPage(given, await editions.newest(), request, reply),
  );
  standPages(app, given, editions);
}

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
  if (!edition) return sendPage(request, reply, { title, body: html`<p>${say("published.nothing")}</p>` });
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
  const words = `${seriesName(key.series, language)} · ${breakdown(key.dimensions, language).BREAKDOWN}`;
  return html`<tr><th scope="row"><a href="${standPath(country, edition, key)}">${words}</a></th><td>${key.period}</td><td class="n">${publishedText(stand, language)}</td><td class="n">${reportedText(stand, language)}</td><td>${changes.map((one) => say(`published.change.${one}`)).join(" · ")}</td><td>${say(position ? `position.${position.kind}` : "position.none")}</td></tr>
`;
}

/** What the country said last of each figure of a release, by key. */
function newestPositions({ environment }: Given, { m49: area }: Country, { name: release }: Edition) {
  const all = environment.store.positions({ area, release });
  return new Map(all.map((one) => [keyId(one.key), one]));
}
