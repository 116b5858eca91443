import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { text } from "../../../i18n/text.js";
import type { Language } from "../../../types.js";
import type { Given } from "../../given.js";
import { type Html, html } from "../../html.js";
import { languageOf } from "../../language.js";
import { type Say, sayIn, sendPage } from "../../page.js";
import type { Query } from "../../paging.js";
import { availabilityOf, reportedIn } from "../../published/availability.js";
import { chartFigure } from "../../published/charts.js";
import type { Edition, Editions } from "../../published/editions.js";
import { columnTitle, editionLine, indicatorLink, OPEN, wideTable } from "./parts.js";

/** How many countries reported each indicator, by year. */
export function availabilityPages(app: FastifyInstance, given: Given, editions: Editions): void {
  if (given.places) editions.whenNew((edition) => void reportedIn(edition));
  app.get<{ Querystring: Query }>("/:language/availability", OPEN, async (request, reply) =>
    availabilityPage(request, reply, await editions.named(request.query.release)),
  );
}

async function availabilityPage(
  request: FastifyRequest,
  reply: FastifyReply,
  edition: Edition,
): Promise<FastifyReply> {
  const language = languageOf(request);
  const say = sayIn(language);
  const chart = await chartFigure(edition, language, { kind: "heat", series: "", areas: [] });
  const byCountry = edition.manifest.contents.tables.includes("availability");
  const body = html`${editionLine(edition, language)}${chart}${await countsTable(edition, language, say)}
<p class="hint">${text("tables", language, "note.availability")}</p>
${byCountry && html`<p><a href="/${language}/tables/availability">${say("availability.by-country")}</a></p>`}`;
  return sendPage(request, reply, { title: say("nav.availability"), body });
}

async function countsTable(edition: Edition, language: Language, say: Say): Promise<Html> {
  const { years, rows } = await availabilityOf(edition);
  const head = html`<tr><th scope="col">${columnTitle("INDICATOR_NAME", language)}</th>${years.map((year) => html`<th scope="col" class="n">${year}</th>`)}</tr>`;
  const lines = rows.map(
    ({ indicator, countries }) =>
      html`<tr><th scope="row">${indicatorLink(indicator, language)}</th>${years.map((year) => html`<td class="n">${countries.get(year) ?? 0}</td>`)}</tr>`,
  );
  return wideTable(say("availability.counts"), head, lines);
}
