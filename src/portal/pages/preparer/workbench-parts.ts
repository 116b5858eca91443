import type { FastifyRequest } from "fastify";
import { indicators, seriesByCode } from "../../../../indicators/index.js";
import { exporters } from "../../../export/index.js";
import type { Definition } from "../../../store/store.js";
import { absent } from "../../../tables/cell.js";
import { collatorOf } from "../../../tables/order.js";
import type { Language } from "../../../types.js";
import { choose, field } from "../../forms.js";
import { type Html, html } from "../../html.js";
import { languageOf } from "../../language.js";
import { timeText } from "../../numbers.js";
import { csrfField, type Say } from "../../page.js";
import { pager, partOf } from "../../paging.js";
import type { Edition } from "../../published/editions.js";
import { lineagePath, shownValue } from "../../published/figures.js";
import { columnTitle, wideTable } from "../public/parts.js";
import { CHARTS, type Choice, choiceQuery } from "./choice.js";
import { type Form, manyIn, manyOf, one } from "./choices.js";
import { type ChosenRow, chosenRows } from "./own-table.js";

/** Cells with a link on a page. */
const CELLS_A_PAGE = 300;

/** What to choose from. Closed once something was chosen, so that the table stands in view. */
export function choiceForm(
  edition: Edition,
  choice: Choice,
  language: Language,
  say: Say,
  isOpen: boolean,
): Html {
  const { areas, groups } = edition.environment;
  const collator = collatorOf(language);
  const named = (code: number) => ({ value: String(code), label: areas.areaName(code, language) });
  const countries = areas.list
    .map(({ m49 }) => named(m49))
    .sort((a, b) => collator.compare(a.label, b.label));
  const series = indicators.flatMap((indicator) =>
    indicator.series.map(({ code, name }) => ({ value: code, label: `${indicator.id} ${name[language]}` })),
  );
  const chosen = choice.areas.map(String);
  const charts = CHARTS.map((kind) => ({ value: kind, label: say(`chart.${kind}`) }));
  return html`<details${isOpen && html` open`}><summary>${say("workbench.choose")}</summary><form action="/${language}/workbench">
<input type="hidden" name="release" value="${edition.name}">
${manyOf("series", columnTitle("SERIES_NAME", language), series, choice.series)}
${manyOf(
  "groups",
  say("areas.groups"),
  groups.list.map(({ code }) => named(code)),
  chosen,
)}
${manyIn("countries", say("areas.countries"), say("workbench.countries-hint"), countries, chosen)}
${field({ name: "from", label: say("workbench.from"), type: "number", value: choice.from ?? "" })}${field({ name: "to", label: say("workbench.to"), type: "number", value: choice.to ?? "" })}
${choose("chart", say("workbench.chart"), charts, choice.chart, say("workbench.chart-hint"))}<button class="main">${say("show")}</button></form></details>`;
}

/** The table, a row for each series and area and a column for each year; every value leads to where it comes from. */
export function chosenTable(
  edition: Edition,
  choice: Choice,
  query: Form,
  language: Language,
  say: Say,
): Html {
  const all = chosenRows(edition, choice);
  if (all.length === 0) return html`<p class="notice">${say("workbench.nothing")}</p>`;
  const years = [...new Set(all.flatMap(({ figures }) => figures.map(({ period }) => period)))].sort(
    (a, b) => a - b,
  );
  const part = partOf(
    all,
    { page: one(query, "page") },
    Math.max(5, Math.floor(CELLS_A_PAGE / years.length)),
  );
  const head = html`<tr><th scope="col">${columnTitle("SERIES_NAME", language)}</th><th scope="col">${columnTitle("AREA_NAME", language)}</th>${years.map(
    (year) => html`<th scope="col" class="n">${year}</th>`,
  )}</tr>`;
  const rows = part.shown.map((row) => yearsRow(row, years, edition, language));
  const address = choiceQuery(choice, edition.isGroup);
  return html`${wideTable(say("workbench.table"), head, rows)}${pager(say, `/${language}/workbench`, address, part)}<p class="hint">${say("figures.legend")}</p>`;
}

function yearsRow(
  { series, area, figures }: ChosenRow,
  years: readonly number[],
  edition: Edition,
  language: Language,
): Html {
  const byYear = new Map(figures.map((figure) => [figure.period, figure]));
  const cells = years.map((year) => {
    const figure = byYear.get(year);
    if (!figure) return html`<td class="n">${absent(null)}</td>`;
    const path = lineagePath(language, figure, { release: edition.name });
    const value = shownValue(series, figure.OBS_VALUE, figure.OBS_STATUS, language);
    return html`<td class="n"><a href="${path}"><bdi dir="ltr">${value}</bdi></a>${figure.OBS_STATUS !== "A" && html` <abbr>${figure.OBS_STATUS}</abbr>`}</td>`;
  });
  return html`<tr><td>${seriesByCode.get(series)?.series.name[language] ?? series}</td><th scope="row">${edition.environment.areas.areaName(area, language)}</th>${cells}</tr>`;
}

/** The same table in every format. */
export function downloads(
  edition: Edition,
  choice: Choice,
  title: string,
  language: Language,
  say: Say,
): Html {
  const query = choiceQuery(choice, edition.isGroup);
  query.set("release", edition.name);
  query.set("title", title);
  const links = exporters.map(
    ({ id }) =>
      html`<li><a href="/${language}/workbench/table/${id}?${query.toString()}" download>${id}</a></li>`,
  );
  return html`<nav aria-label="${say("downloads")}"><ul>${links}</ul></nav>`;
}

/** Keeps the choice under a name; an old name gets another version. */
export function saveForm(
  choice: Choice,
  title: string,
  opened: Definition | undefined,
  request: FastifyRequest,
  say: Say,
): Html {
  const { series, areas, from, to, chart } = choice;
  const hidden = (name: string, value: string | number) =>
    html`<input type="hidden" name="${name}" value="${value}">`;
  return html`<form method="post" action="/${languageOf(request)}/workbench">${csrfField(request)}
${series.map((code) => hidden("series", code))}${areas.map((area) => hidden("groups", area))}${from !== null && hidden("from", from)}${to !== null && hidden("to", to)}${hidden("chart", chart)}
${field({ name: "name", label: say("workbench.name"), hint: say("workbench.name-hint"), value: opened ? title : "", required: true })}<button>${say("workbench.save")}</button></form>`;
}

/** What was kept before. */
export function savedList(saved: readonly Definition[], language: Language, say: Say): Html | null {
  if (saved.length === 0) return null;
  const rows = saved.map(
    ({ name, version, by, at }) =>
      html`<li><a href="/${language}/workbench?${new URLSearchParams({ open: name }).toString()}"><bdi>${name}</bdi></a> <span class="hint">${say("workbench.version", { version })}, ${timeText(at, language)}, <bdi>${by}</bdi></span></li>`,
  );
  return html`<details><summary>${say("workbench.saved", { count: saved.length })}</summary><ul>${rows}</ul></details>`;
}
