import { seriesByCode } from "../../../../indicators/index.js";
import type { Environment } from "../../../run/environment.js";
import type { Change, Step } from "../../../run/release/diff.js";
import type { ShownDiff } from "../../../run/release/summary.js";
import { breakdown } from "../../../tables/breakdown.js";
import type { Language } from "../../../types.js";
import { type Html, html } from "../../html.js";
import { changeText, countText, figureText, roughText } from "../../numbers.js";
import type { Say } from "../../page.js";
import { columnTitle, wideTable } from "../public/parts.js";

/** Statistics of revisions by their abbreviations, which are the same in all languages. */
const STATISTICS = ["MR", "MAR", "RMAR", "SD", "t"] as const;

/** A comparison: how many figures changed, by cause; statistics by series; the largest changes with their causes. */
export function comparison(
  { figures, changed, byCause, statistics, changes }: ShownDiff,
  { areas }: Environment,
  language: Language,
  say: Say,
): Html {
  const count = (value: number) => countText(value, language);
  const cell = (text: string) => html`<td class="n">${text}</td>`;
  const head = (titles: readonly string[], from: number) =>
    html`<tr>${titles.map((title, at) => (at >= from ? html`<th scope="col" class="n">${title}</th>` : html`<th scope="col">${title}</th>`))}</tr>`;
  const series = (code: string) => seriesByCode.get(code)?.series.name[language] ?? code;
  const rough = (value: number | null) => (value === null ? "–" : roughText(value, language));
  const causeRows = byCause.map(
    ({ cause, changes: number }) =>
      html`<tr><th scope="row">${say(`cause.${cause}`)}</th>${cell(count(number))}</tr>`,
  );
  const statisticRows = statistics.map(
    (one) =>
      html`<tr><th scope="row">${series(one.series)}</th><td>${say(`kind.${one.kind}`)}</td>${cell(count(one.n))}${cell(count(one.revised))}${[one.mr, one.mar, one.rmar, one.sd, one.t].map((value) => cell(rough(value)))}</tr>`,
  );
  const areaName = (area: number) => areas.areaName(area, language);
  return html`<p role="status">${say("compare.changed", { changed: count(changed), figures: count(figures) })}</p>
${causeRows.length > 0 && wideTable(say("compare.causes"), head([say("compare.cause"), say("compare.figures")], 1), causeRows)}
${statisticRows.length > 0 && html`${wideTable(say("compare.statistics"), head([columnTitle("SERIES_NAME", language), say("area.kind"), "n", say("compare.revised"), ...STATISTICS], 2), statisticRows)}<p class="hint">${say("compare.legend")}</p>`}
${
  changes.length > 0 &&
  wideTable(
    say("compare.largest", { count: changes.length }),
    head(
      [
        columnTitle("AREA_NAME", language),
        columnTitle("SERIES_NAME", language),
        columnTitle("TIME_PERIOD", language),
        say("compare.from"),
        say("compare.to"),
        say("compare.cause"),
      ],
      2,
    ),
    changes.map((change) => changeRow(change, areaName, language, say)),
  )
}`;
}

function changeRow(change: Change, areaName: (area: number) => string, language: Language, say: Say): Html {
  const { area, series, period, dimensions, before, after, steps } = change;
  const entry = seriesByCode.get(series)?.series;
  // Two digits more than are published, so that a change too small for the table can be seen.
  const value = (one: number | null) =>
    one === null ? ".." : figureText(one, (entry?.decimals ?? 1) + 2, language);
  const words =
    Object.keys(dimensions).length > 0 &&
    html`<br><small>${breakdown(dimensions, language).BREAKDOWN}</small>`;
  return html`<tr><th scope="row">${areaName(area)}</th><td>${entry?.name[language] ?? series}${words}</td><td class="n">${period}</td><td class="n">${value(before)}</td><td class="n">${value(after)}</td><td class="n"><ul class="plain">${steps.map(
    (step) => html`<li>${stepText(step, areaName, language, say)}</li>`,
  )}</ul></td></tr>`;
}

function stepText(
  { cause, before, after, movers }: Step,
  areaName: (area: number) => string,
  language: Language,
  say: Say,
): Html {
  const moved = before !== null && after !== null && html` ${changeText(after - before, language)}`;
  const who = movers.map(({ area, moved: by }) => `${areaName(area)} ${changeText(by, language)}`);
  return html`${say(`cause.${cause}`)}${moved}${who.length > 0 && html`<br><small>${who.join("; ")}</small>`}`;
}
