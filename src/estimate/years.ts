import type { History, Series } from "../define.js";
import { dimensionKey, groupBy } from "../keys.js";
import type { Dimensions } from "../types.js";
import { operatorOf, type Surroundings } from "./surroundings.js";

/** The histories of one series and breakdown, and the years from the first to the newest of any country. */
export interface Breakdown {
  readonly series: Series;
  readonly dimensions: Dimensions;
  readonly histories: readonly History[];
  readonly first: number;
  readonly newest: number;
}

export function breakdownsOf(histories: readonly History[]): Breakdown[] {
  const groups = groupBy(histories, ({ dimensions }) => dimensionKey(dimensions));
  return [...groups.values()].map((group) => ({
    series: (group[0] as History).series,
    dimensions: (group[0] as History).dimensions,
    histories: group,
    first: Math.min(...group.map(({ points }) => points[0]?.period ?? Number.POSITIVE_INFINITY)),
    newest: Math.max(...group.map(({ points }) => points.at(-1)?.period ?? Number.NEGATIVE_INFINITY)),
  }));
}

/** Longest distance before a country's first reported year that is estimated: docs/estimation.md. */
export const BEFORE = 5;

/**
 * The years a country is estimated for: those it did not report, from `BEFORE` years before its first reported year
 * (further back, nothing says that there was anything to count) to the newest any country reported, none before the
 * first of any country; for a country that never reported, the years of `neverReported`.
 */
export function missingYears(
  { area, points }: History,
  range: Breakdown,
  surroundings: Surroundings,
): number[] {
  const reported = new Set(points.map(({ period }) => period));
  const isWanted = points.length === 0 ? wantedYears(range, surroundings, area) : () => true;
  const years: number[] = [];
  const first = Math.max(range.first, (points[0]?.period ?? range.first) - BEFORE);
  for (let year = first; year <= range.newest; year++) {
    if (!reported.has(year) && isWanted(year)) years.push(year);
  }
  return years;
}

/**
 * Whether a method that knows nothing of the country's own level may speak of a year. Not before the first report,
 * where the country may not have begun when others had, nor after a last one of zero, which says that it had not.
 */
export function isWithoutStart({ points }: History, period: number): boolean {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return true;
  return period > first.period && (period < last.period || last.value !== 0);
}

/** Of a country that never reported: all years in which anybody lives there if it is wanted, else the operator's. */
function wantedYears(
  { series, dimensions }: Breakdown,
  surroundings: Surroundings,
  area: number,
): (year: number) => boolean {
  const operator = operatorOf(series, dimensions, surroundings);
  return surroundings.countries.includes(area)
    ? (year) => (surroundings.weight("POPULATION", area, year, {}) ?? 0) > 0
    : (year) => operator(area, year) !== undefined;
}

/**
 * Empty histories of the countries that never reported the breakdown, for `missingYears` to say which years are
 * asked for. Only for the total and by sex: these are the group values the metadata ask for (SDG metadata 17.8.1 and
 * 5.b.1, 4.g), and a breakdown that few countries report would else be made of guesses.
 */
export function neverReported(
  { histories, series, dimensions }: Breakdown,
  { countries, areas }: Surroundings,
): History[] {
  if (Object.keys(dimensions).some((id) => id !== "SEX")) return [];
  const known = new Set(histories.map(({ area }) => area));
  const wanted = series.operator ? new Set([...countries, ...areas]) : countries;
  return [...wanted]
    .filter((area) => !known.has(area))
    .map((area) => ({ series, area, dimensions, points: [] }));
}
