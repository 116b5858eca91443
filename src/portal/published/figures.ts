import { seriesByCode } from "../../../indicators/index.js";
import { dimensionKey } from "../../keys.js";
import type { FigureVersion } from "../../serve/published/published.js";
import { absent, shownNumber } from "../../tables/cell.js";
import { round } from "../../tables/round.js";
import { DIMENSIONS, type Key, type Language } from "../../types.js";
import { type Html, html } from "../html.js";

/** A figure that has a value. */
export type Valued = FigureVersion & { readonly OBS_VALUE: number };

/** Totals with a value, by year. */
export const totalsOf = (figures: readonly FigureVersion[]): Valued[] =>
  figures.filter((one): one is Valued => one.OBS_VALUE !== null && dimensionKey(one.dimensions) === "");

/** The newest total with a value. */
export const newestOf = (figures: readonly FigureVersion[]): Valued | undefined => totalsOf(figures).at(-1);

/** A value of a series as its tables show it; a symbol says why there is none. */
export function shownValue(
  series: string,
  value: number | null,
  status: string | null,
  language: Language,
): string {
  if (value === null) return absent(status);
  return shownNumber(value, round(value, seriesByCode.get(series)?.series.decimals ?? 1), language);
}

/** Address of the page that says where a figure comes from. */
export function lineagePath(
  language: Language,
  { series, area, period, dimensions }: Key,
  more: Readonly<Record<string, string>> = {},
): string {
  const codes = DIMENSIONS.flatMap((id) =>
    dimensions[id] ? [[id, dimensions[id]] as [string, string]] : [],
  );
  const query = new URLSearchParams([...codes, ...Object.entries(more)]).toString();
  return `/${language}/lineage/${area}/${series}/${period}${query && `?${query}`}`;
}

/** A value that leads to where it comes from, its year, and a sign where it is an estimate. */
export function newestCell(one: Valued | undefined, language: Language, release: string): Html {
  if (!one) return html`<td class="n">${absent(null)}</td>`;
  const value = shownValue(one.series, one.OBS_VALUE, one.OBS_STATUS, language);
  return html`<td class="n"><a href="${lineagePath(language, one, { release })}"><bdi dir="ltr">${value}</bdi></a>${
    one.OBS_STATUS !== "A" && html` <abbr>${one.OBS_STATUS}</abbr>`
  } <small>${one.period}</small></td>`;
}
