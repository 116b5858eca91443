import type { History } from "../define.js";
import { dimensionKey } from "../keys.js";
import type { Surroundings } from "./surroundings.js";

/** The histories of one series and breakdown, and the years from the first to the newest of any country. */
export interface Breakdown {
  readonly histories: readonly History[];
  readonly first: number;
  readonly newest: number;
}

export function breakdownsOf(histories: readonly History[]): Breakdown[] {
  const groups = new Map<string, History[]>();
  for (const history of histories) {
    const key = dimensionKey(history.dimensions);
    const group = groups.get(key);
    if (group) group.push(history);
    else groups.set(key, [history]);
  }
  return [...groups.values()].map((group) => ({
    histories: group,
    first: Math.min(...group.map(({ points }) => points[0]?.period ?? Number.POSITIVE_INFINITY)),
    newest: Math.max(...group.map(({ points }) => points.at(-1)?.period ?? Number.NEGATIVE_INFINITY)),
  }));
}

/**
 * The years a country is estimated for: those it did not report, from its first reported year (before it,
 * nothing says that there was anything to count) to the newest any country reported; for a country that
 * never reported, all years of the breakdown in which anybody lives there.
 */
export function missingYears(
  { area, points }: History,
  range: Breakdown,
  { weight }: Surroundings,
): number[] {
  const reported = new Set(points.map(({ period }) => period));
  const years: number[] = [];
  for (let year = points[0]?.period ?? range.first; year <= range.newest; year++) {
    if (reported.has(year)) continue;
    if (points.length === 0 && !((weight("POPULATION", area, year, {}) ?? 0) > 0)) continue;
    years.push(year);
  }
  return years;
}

/**
 * Empty histories of the countries that never reported the breakdown. Only for the total and by sex: these
 * are the group values the metadata ask for (SDG metadata 17.8.1 and 5.b.1, 4.g), and a breakdown that few
 * countries report would else be made of guesses.
 */
export function neverReported({ histories }: Breakdown, { countries }: Surroundings): History[] {
  const [example] = histories;
  if (!example || Object.keys(example.dimensions).some((id) => id !== "SEX")) return [];
  const known = new Set(histories.map(({ area }) => area));
  return countries
    .filter((area) => !known.has(area))
    .map((area) => ({ series: example.series, area, dimensions: example.dimensions, points: [] }));
}
