import { seriesByCode } from "../../../indicators/index.js";
import { text } from "../../i18n/text.js";
import type { WorkbookDialect } from "../../intake/dialect.js";
import { MARKS } from "../../report/say.js";
import type { Environment } from "../../run/environment.js";
import type { Influence } from "../../settle/influence.js";
import type { StoredFinding } from "../../store/store.js";
import { breakdown } from "../../tables/breakdown.js";
import type { Finding, Key, Language, ReadSheet, Severity } from "../../types.js";
import { type Html, html } from "../html.js";
import { changeText } from "../numbers.js";

type AreaName = Environment["areas"]["areaName"];

/** Sheets of the workbook that a finding is about; none of a text file. */
export function sheetsOf(
  { store }: Pick<Environment, "store">,
  { submission }: StoredFinding,
): readonly ReadSheet[] {
  const { dialect = "{}" } = store.submission(submission) ?? {};
  return (JSON.parse(dialect) as Partial<WorkbookDialect>).sheets ?? [];
}

/** The sign of a severity; its name is read out in its place. */
export const severityMark = (severity: Severity, language: Language): Html =>
  html`<span class="mark ${severity}" role="img" aria-label="${text("report", language, `severity.${severity}`)}">${MARKS[severity]}</span>`;

export const seriesName = (series: string, language: Language): string =>
  seriesByCode.get(series)?.series.name[language] ?? series;

/** Series, year and breakdown of a figure. */
export const figureWords = ({ series, period, dimensions }: Key, language: Language): string =>
  `${seriesName(series, language)} · ${period} · ${breakdown(dimensions, language).BREAKDOWN}`;

/** The country that a finding is about, or its file where that speaks for several. */
export const subjectOf = ({ area, filename }: StoredFinding, language: Language, areaName: AreaName): Html =>
  area === null ? html`<bdi>${filename}</bdi>` : html`${areaName(area, language)}`;

/** How far a figure as it stands moves a group, with its sign. */
export function influenceWords(
  { group, shift, size }: Influence,
  { key }: Pick<Finding, "key">,
  language: Language,
  areaName: AreaName,
): string {
  const unit = seriesByCode.get(key?.series ?? "")?.series.unit === "PT" ? "points" : "percent";
  const moved = changeText(shift < 0 ? -size : size, language);
  return text("portal", language, `queue.${unit}`, { group: areaName(group, language), shift: moved });
}
