import { compareText, dimensionKey, groupBy } from "../keys.js";
import { randomFrom } from "../random.js";
import type { Key, Observation } from "../types.js";

/** How reported values are taken away, as they are missing in life. */
export const SCENARIOS = [
  "random",
  "last-1",
  "last-2",
  "last-3",
  "first-1",
  "first-2",
  "first-3",
  "country",
] as const;
export type Scenario = (typeof SCENARIOS)[number];

/** Share of values, or of countries, that is hidden. The rest remains as donors. */
const SHARES: Readonly<Record<Scenario, number>> = {
  random: 0.1,
  "last-1": 0.5,
  "last-2": 0.5,
  "last-3": 0.5,
  "first-1": 0.5,
  "first-2": 0.5,
  "first-3": 0.5,
  country: 0.2,
};

export interface Split {
  readonly hidden: readonly Observation[];
  readonly remaining: readonly Observation[];
}

export const historyKey = ({ series, area, dimensions }: Key): string =>
  `${series} ${area} ${dimensionKey(dimensions)}`;

/**
 * Hides a part of the reported values: single ones, the last or the first one to three of half of the histories, or
 * whole histories. The same seed hides the same values, whatever the order they are given in.
 */
export function hide(observations: readonly Observation[], scenario: Scenario, seed: number): Split {
  const random = randomFrom(seed);
  const share = SHARES[scenario];
  const hidden = new Set<Observation>();
  for (const history of historiesIn(observations)) {
    if (scenario === "random") {
      for (const one of history) if (random() < share) hidden.add(one);
      continue;
    }
    const chosen = random() < share;
    const count = scenario === "country" ? history.length : Number(scenario.slice(-1));
    // A history that would vanish is the business of the scenario "country".
    if (!chosen || (scenario !== "country" && history.length <= count)) continue;
    for (const one of scenario.startsWith("first") ? history.slice(0, count) : history.slice(-count)) {
      hidden.add(one);
    }
  }
  return { hidden: [...hidden], remaining: observations.filter((one) => !hidden.has(one)) };
}

function historiesIn(observations: readonly Observation[]): Observation[][] {
  const groups = groupBy(
    observations.filter(({ value }) => value !== null),
    historyKey,
  );
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, group]) => group.sort((a, b) => a.period - b.period));
}

/** When each series was last reported by anybody, and in each history. */
export interface Newest {
  /** By series code. */
  readonly years: ReadonlyMap<string, number>;
  /** By `historyKey`. */
  readonly last: ReadonlyMap<string, number>;
}

/** Of figures that have a value. */
export function newestOf(observations: readonly Observation[]): Newest {
  const years = new Map<string, number>();
  const last = new Map<string, number>();
  for (const one of observations) {
    years.set(one.series, Math.max(years.get(one.series) ?? one.period, one.period));
    last.set(historyKey(one), Math.max(last.get(historyKey(one)) ?? one.period, one.period));
  }
  return { years, last };
}

/**
 * What would have been known `back` years before the newest year of each series, had countries been as late then as
 * they are now: a history that ends k years before the newest year is cut k years earlier still.
 */
export function asYearsBefore<T extends Observation>(
  observations: readonly T[],
  { last }: Newest,
  back: number,
): T[] {
  return observations.filter((one) => one.period <= (last.get(historyKey(one)) ?? one.period) - back);
}
