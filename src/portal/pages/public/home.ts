import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { indicators } from "../../../../indicators/index.js";
import type { Language } from "../../../types.js";
import type { Given } from "../../given.js";
import { type Html, html } from "../../html.js";
import { languageOf } from "../../language.js";
import { type Say, sayIn, sendPage } from "../../page.js";
import { chartFigure } from "../../published/charts.js";
import type { Edition, Editions } from "../../published/editions.js";
import { newestCell, newestOf } from "../../published/figures.js";
import { columnTitle, editionLine, OPEN, searchForm, wideTable } from "./parts.js";

/** What most people come for: the series of the chart on the first page. */
const HEADLINE = "IT_USE_II99";
const WORLD = 1;

/** The first page: what this is, the newest key figures, and the ways in. */
export function homePages(app: FastifyInstance, _given: Given, editions: Editions): void {
  app.get("/:language/", OPEN, async (request, reply) => homePage(request, reply, await editions.newest()));
}

async function homePage(
  request: FastifyRequest,
  reply: FastifyReply,
  edition: Edition | undefined,
): Promise<FastifyReply> {
  const language = languageOf(request);
  const say = sayIn(language);
  const body = html`<p>${say("home.what", { indicators: indicators.length })}</p>
${searchForm(language, say)}
${edition ? await newest(edition, language, say) : html`<p class="notice">${say("refused.nothing-published.title")}</p>`}
${waysIn(language, say)}`;
  return sendPage(request, reply, { title: say("site"), body });
}

async function newest(edition: Edition, language: Language, say: Say): Promise<Html> {
  const areas = regionsOf(edition);
  const chart = await chartFigure(edition, language, { kind: "line", series: HEADLINE, areas });
  return html`<h2>${say("home.newest")}</h2>${editionLine(edition, language)}
${keyFigures(edition, areas, language, say)}${chart}`;
}

/** The world and ITU's regions, as "Facts and Figures" shows them. */
function regionsOf({ environment }: Edition): number[] {
  const regions = environment.groups.list.filter(({ kind }) => kind === "itu-region");
  return [WORLD, ...regions.map(({ code }) => code)];
}

/** Newest value of the first series of every global indicator, for the world and its regions. */
function keyFigures(edition: Edition, areas: readonly number[], language: Language, say: Say): Html {
  const { areaName } = edition.environment.areas;
  const head = html`<tr><th scope="col">${columnTitle("SERIES_NAME", language)}</th>${areas.map(
    (area) =>
      html`<th scope="col" class="n"><a href="/${language}/areas/${area}">${areaName(area, language)}</a></th>`,
  )}</tr>`;
  const rows = indicators
    .filter(({ framework }) => framework === "global")
    .flatMap(({ id, series: [first] }) => {
      if (!first) return [];
      const cells = areas.map((area) => newestOf(edition.figures(first.code, area)));
      if (cells.every((one) => one === undefined)) return [];
      return [
        html`<tr><th scope="row"><a href="/${language}/indicators/${id}">${first.name[language]}</a></th>${cells.map(
          (one) => newestCell(one, language, edition.name),
        )}</tr>`,
      ];
    });
  return rows.length > 0
    ? html`${wideTable(say("home.key"), head, rows)}<p class="hint">${say("figures.legend")}</p>`
    : html`<p class="notice">${say("home.too-thin")}</p>`;
}

function waysIn(language: Language, say: Say): Html {
  const card = (path: string, id: string) =>
    html`<li><a href="/${language}/${path}"><strong>${say(`nav.${id}`)}</strong></a><br>${say(`home.${id}`)}</li>`;
  return html`<h2>${say("home.ways")}</h2>
<ul class="cards">${["indicators", "areas", "tables", "availability"].map((id) => card(id, id))}
<li><strong><a href="/api/openapi.json">API</a>, <a href="/rest/v2/structure/dataflow">SDMX</a></strong><br>${say("home.programs")}</li>
<li><a href="/${language}/sign-in"><strong>${say("sign-in")}</strong></a><br>${say("home.sign-in")}</li></ul>`;
}
