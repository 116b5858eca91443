import type { FastifyReply, FastifyRequest } from "fastify";
import { actionLines, crosswalk } from "../../../../indicators/crosswalk.js";
import { targets } from "../../../../indicators/targets.js";
import { unitName } from "../../../charts/data.js";
import type { Indicator, Series } from "../../../define.js";
import type { Language } from "../../../types.js";
import { type Html, html } from "../../html.js";
import { languageOf } from "../../language.js";
import { type Say, sayIn, sendPage } from "../../page.js";
import { chartFigure } from "../../published/charts.js";
import type { Edition } from "../../published/editions.js";
import { countryValues, groupValues } from "./indicator-values.js";
import { columnTitle, editionLine, english, tableTitle } from "./parts.js";

type Asked = FastifyRequest<{
  Params: { id: string };
  Querystring: Readonly<Record<string, string | undefined>>;
}>;

/** What an indicator is, what it says of the world and of countries, and how to get it. */
export async function indicatorPage(
  request: Asked,
  reply: FastifyReply,
  indicator: Indicator,
  edition: Edition | undefined,
): Promise<FastifyReply> {
  const language = languageOf(request);
  const say = sayIn(language);
  const body = html`${facts(indicator, language, say)}
${seriesTable(indicator, language, say)}
${
  edition &&
  html`<h2>${say("indicator.values")}</h2>${editionLine(edition, language)}${await charts(indicator, edition, language)}
${groupValues(indicator, edition, language, say)}${countryValues(indicator, edition, language, say, request.query)}
${downloads(indicator, edition, language, say)}`
}
${crosswalkSection(indicator, language, say)}`;
  return sendPage(request, reply, { title: `${indicator.id} ${indicator.name[language]}`, body });
}

function facts(indicator: Indicator, language: Language, say: Say): Html {
  const fact = (id: string, content: Html | string) =>
    html`<dt>${say(`indicator.${id}`)}</dt><dd>${content}</dd>`;
  return html`<dl class="facts">${fact("definition", english(indicator.definition, language))}
${fact("framework", say(`framework.${indicator.framework}`))}${fact("custodian", indicator.custodian)}
${fact("data-source", english(indicator.dataSource, language))}
${fact("methodology", english(indicator.methodology, language))}
${fact("estimation", say(`estimation.${indicator.estimation}`))}
${indicator.methods.length > 0 && fact("methods", html`<code>${indicator.methods.join(" → ")}</code>`)}
${indicator.caveats.length > 0 && fact("caveats", html`<ul>${indicator.caveats.map((one) => html`<li>${english(one, language)}</li>`)}</ul>`)}</dl>
${indicator.listStatus === "reconstructed" && html`<p class="notice info">${say("framework.reconstructed")}</p>`}`;
}

function seriesTable({ series }: Indicator, language: Language, say: Say): Html {
  const breakdowns = ({ dimensions }: Series) =>
    Object.keys(dimensions)
      .map((id) => columnTitle(id, language))
      .join(", ");
  const rows = series.map(
    (one) =>
      html`<tr><th scope="row">${one.name[language]}<br><code>${one.code}</code></th><td>${unitName(one.unit, language)}</td><td>${breakdowns(one) || "–"}</td><td>${say(`method.${one.aggregation.method}`)}</td></tr>`,
  );
  return html`<h2>${say("indicator.series")}</h2><div class="scroll" role="region" tabindex="0" aria-label="${say("indicator.series")}"><table><thead><tr><th scope="col">${columnTitle("SERIES_NAME", language)}</th><th scope="col">${columnTitle("UNIT_MEASURE", language)}</th><th scope="col">${say("breakdowns")}</th><th scope="col">${say("aggregation")}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** Lines of the world and ITU's regions for the first series that has any. */
async function charts({ series }: Indicator, edition: Edition, language: Language): Promise<Html | null> {
  const kinds = new Set(["world", "itu-region"]);
  const areas = edition.environment.groups.list.filter(({ kind }) => kinds.has(kind)).map(({ code }) => code);
  for (const { code } of series) {
    const lines = await chartFigure(edition, language, { kind: "line", series: code, areas });
    if (lines) return lines;
  }
  const [first] = series;
  return first ? chartFigure(edition, language, { kind: "dots", series: first.code, areas: [] }) : null;
}

/** The tables that hold the indicator, and the calls by which a program gets the same. */
function downloads(
  { id, framework, series }: Indicator,
  edition: Edition,
  language: Language,
  say: Say,
): Html {
  const tables = ["facts-and-figures", "sdg-country", "country-ranking"].filter(
    (table) =>
      edition.manifest.contents.tables.includes(table) && (table !== "sdg-country" || framework === "global"),
  );
  const codes = series.map(({ code }) => code).join(",");
  const flows = ["AGGREGATES", framework === "global" ? "GLOBAL" : "THEMATIC"];
  const call = (flow: string) => `/rest/v2/data/dataflow/ICTSDG/${flow}/1.0/*?c[SERIES]=${codes}`;
  const call1 = (flow: string) =>
    `/rest/v1/data/ICTSDG,${flow}/..${series.map(({ code }) => code).join("+")}............?startPeriod=2015`;
  return html`<h2>${say("downloads")}</h2>
<ul>${tables.map((table) => html`<li><a href="/${language}/tables/${table}?indicator=${id}">${tableTitle(table, language)}</a></li>`)}
${flows.map((flow) => html`<li>${say(`flow.${flow}`)}: <a href="${call(flow)}&amp;format=csv">CSV</a>, <a href="${call(flow)}&amp;format=json">JSON</a>, <a href="${call(flow)}&amp;format=xml">XML</a> – SDMX REST 2: <code>${call(flow)}</code>; 1.5: <code>${call1(flow)}</code></li>`)}
<li>${say("api")}: <a href="/api/indicators/${id}?lang=${language}"><code>/api/indicators/${id}?lang=${language}</code></a></li></ul>`;
}

function crosswalkSection(indicator: Indicator, language: Language, say: Say): Html {
  const outcomes = [
    ...new Set(
      crosswalk()
        .filter((row) => row.indicator === indicator.id)
        .map(({ outcome }) => outcome),
    ),
  ].filter(Boolean);
  return html`<h2>${say("crosswalk")}</h2>
<h3>${say("crosswalk.targets")}</h3><ul>${indicator.targets.map((target) => html`<li><bdi>${target}</bdi> ${targets.get(target)?.[language]}</li>`)}</ul>
<h3>${say("crosswalk.action-lines")}</h3><ul>${indicator.actionLines.map(({ line, reason }) => html`<li><bdi>${line}</bdi> ${actionLines.get(line)?.[language]}<br><small>${english(reason, language)}</small></li>`)}</ul>
${outcomes.length > 0 && html`<h3>${say("crosswalk.outcomes")}</h3><p><bdi>${outcomes.join(", ")}</bdi></p>`}`;
}
