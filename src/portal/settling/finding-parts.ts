import { seriesByCode } from "../../../indicators/index.js";
import { text } from "../../i18n/text.js";
import type { StoredFinding, SubmissionRecord } from "../../store/store.js";
import { absent } from "../../tables/cell.js";
import type { Key, Language, StoredObservation } from "../../types.js";
import { figure } from "../../validate/rules/figures.js";
import type { Given } from "../given.js";
import { type Html, html } from "../html.js";
import { changeText, exactText, figureText, leftToRight, roughText } from "../numbers.js";
import type { Say } from "../page.js";
import { historyOf, type LikeCountry, likeCountries, mediansOf, valuesOf } from "./history.js";
import type { Excerpt } from "./lines.js";
import type { Waiting } from "./waiting.js";
import { influenceWords } from "./words.js";

/** Groups listed by how far the figure moves them. */
const GROUPS = 8;

/** Why a doubt stands where it does: what was expected, how suspicious the figure is, and which groups it moves. */
export function influencePart(given: Given, one: Waiting, say: Say, language: Language): Html {
  const title = html`<h2>${say("queue.influence")}</h2>`;
  if (one.score === null) return html`${title}<p>${say(`queue.why.${one.why.replaceAll(" ", "-")}`)}</p>`;
  const { expected, suspicion, influences, finding, score } = one;
  const largest = [...influences].sort((a, b) => b.size - a.size).slice(0, GROUPS);
  const { areaName } = given.environment.areas;
  return html`${title}<dl class="facts"><dt>${say("finding.expected")}</dt><dd>${expected.value !== null && html`${exactText(expected.value, language)} · `}${say(`finding.expected.${expected.from.replaceAll(" ", "-")}`)}</dd>
<dt>${say("finding.suspicion")}</dt><dd>${roughText(suspicion, language)}</dd>
<dt>${say("queue.score")}</dt><dd>${roughText(score, language)}</dd></dl>
<ul>${largest.map((influence) => html`<li>${influenceWords(influence, finding, language, areaName)}</li>`)}</ul>`;
}

/** The country's own figures over the years, with the doubted one where it stands. */
export function historyPart(
  given: Given,
  finding: StoredFinding,
  key: Key,
  say: Say,
  language: Language,
): Html {
  const figures = historyOf(given, key);
  const files = new Map(given.environment.store.submissions().map((one) => [one.vintage, one]));
  const rows = figures.map((one) => historyRow(one, finding, key, files, say, language));
  const isHeld = finding.value !== null && !figures.some(({ period }) => period === key.period);
  const heads = ["TIME_PERIOD", "OBS_VALUE", "OBS_STATUS"].map((id) =>
    text("tables", language, `column.${id}`),
  );
  return html`<h2>${say("finding.history")}</h2>
${isHeld && html`<p>${say("finding.held", { year: String(key.period), value: exactText(finding.value ?? 0, language) })}</p>`}
<div class="scroll" tabindex="0" role="region" aria-label="${say("finding.history")}"><table><thead><tr><th scope="col">${heads[0]}</th><th scope="col" class="n">${heads[1]}</th><th scope="col">${heads[2]}</th><th scope="col">${say("finding.file")}</th><th scope="col">${text("tables", language, "column.SOURCE_DETAIL")}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function historyRow(
  one: StoredObservation,
  finding: StoredFinding,
  key: Key,
  files: ReadonlyMap<number, SubmissionRecord>,
  say: Say,
  language: Language,
): Html {
  const isDoubted = one.period === key.period;
  const value = one.value === null ? absent(one.status) : exactText(figure(one), language);
  const other =
    isDoubted && finding.value !== null && one.value !== null && figure(one) !== finding.value
      ? html`<br>${say("finding.doubted", { value: exactText(finding.value, language) })}`
      : null;
  return html`<tr><th scope="row">${one.period}${isDoubted && html` ◆`}</th><td class="n">${value}${other}</td><td>${one.status}</td><td><bdi>${files.get(one.vintage)?.filename}</bdi>, ${one.line}</td><td><bdi>${one.source}</bdi></td></tr>
`;
}

/** What countries of the same region and income class have in the same year, and how it changed since the year before. */
export function peersPart(
  given: Given,
  { value }: StoredFinding,
  key: Key,
  say: Say,
  language: Language,
): Html {
  const own = new Map(valuesOf(historyOf(given, key)));
  if (value !== null) own.set(key.period, value);
  const since = [...own.keys()].filter((year) => year < key.period).at(-1) ?? key.period - 1;
  const countries = likeCountries(given, key).filter(
    ({ values }) => values.has(key.period) || values.has(since),
  );
  const head = html`<h2>${say("finding.peers")}</h2>`;
  if (countries.length === 0) return html`${head}<p>${say("finding.peers.none")}</p>`;
  const { areaName } = given.environment.areas;
  const cells = (values: LikeCountry["values"]) => peerCells(key, values, since, language);
  const medians = new Map(mediansOf(countries).map(({ year, value: median }) => [year, median]));
  return html`${head}<p>${say("finding.peers.what")}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${say("finding.peers")}"><table><thead><tr><th scope="col">${say("account.area")}</th><th scope="col" class="n">${since}</th><th scope="col" class="n">${key.period}</th><th scope="col" class="n">${say("finding.change")}</th></tr></thead><tbody>
<tr><th scope="row">${areaName(key.area, language)} ◆</th>${cells(own)}</tr>
${medians.size > 0 && html`<tr><th scope="row">${say("finding.median")}</th>${cells(medians)}</tr>`}
${countries.map(({ area, values }) => html`<tr><td>${areaName(area, language)}</td>${cells(values)}</tr>\n`)}</tbody></table></div>`;
}

function peerCells(
  { period, series }: Key,
  values: ReadonlyMap<number, number>,
  since: number,
  language: Language,
): Html {
  const [before, after] = [values.get(since), values.get(period)];
  const { unit, decimals = 1 } = seriesByCode.get(series)?.series ?? {};
  const isPoints = unit === "PT";
  const change =
    before === undefined || after === undefined || (!isPoints && before === 0)
      ? ".."
      : isPoints
        ? changeText(after - before, language)
        : leftToRight(`${changeText((100 * (after - before)) / before, language)} %`, language);
  const shown = (value: number | undefined) =>
    value === undefined ? ".." : figureText(value, decimals, language);
  return html`<td class="n">${shown(before)}</td><td class="n">${shown(after)}</td><td class="n">${change}</td>`;
}

/** Longer cells are cut. */
const CELL = 60;

/** The lines of the file around the finding. */
export function linesPart({ heads, rows }: Excerpt, { line, column }: StoredFinding, say: Say): Html {
  const marked = heads.cells.indexOf(column);
  const cell = (content: string, index: number) => {
    const shown = content.length > CELL ? `${content.slice(0, CELL)}…` : content;
    return html`<td>${index === marked ? html`<bdi><mark>${shown}</mark></bdi>` : html`<bdi>${shown}</bdi>`}</td>`;
  };
  const body = rows.map(
    (row) =>
      html`<tr><th scope="row" class="n">${row.line}${row.line === line && html` ◆`}</th>${row.cells.map((content, index) => (row.line === line ? cell(content, index) : html`<td><bdi>${content.slice(0, CELL)}</bdi></td>`))}</tr>\n`,
  );
  return html`<h2>${say("finding.lines")}</h2><div class="scroll" tabindex="0" role="region" aria-label="${say("finding.lines")}"><table class="code"><thead><tr><th scope="col" class="n">${say("finding.line")}</th>${heads.cells.map((name) => html`<th scope="col"><bdi>${name}</bdi></th>`)}</tr></thead><tbody>${body}</tbody></table></div>`;
}
