/** A world of three countries that weigh 100, 200 and 700; region 2 holds the first two of them. */
import type { AggregateInput } from "../../src/aggregate/input.js";
import type { Aggregation, Series } from "../../src/define.js";
import { type Standings, standingsFrom } from "../../src/settle/standings.js";
import type { StoredFinding } from "../../src/store/store.js";
import type { Key } from "../../src/types.js";
import { group, reported, series, weigh } from "../aggregate/sample.js";

export const WORLD = 1;
export const REGION = 2;

export const percentage = series("X", { method: "weighted-mean", weight: "POPULATION" });

/** A series X that is no percentage. */
export function count(aggregation: Aggregation, other: Partial<Series> = {}): Series {
  return series("X", aggregation, { unit: "NUMBER", maximum: null, ...other });
}

/** Figures of series X in 2020 by country; absent ones were not reported. */
export function standings(
  figures: Readonly<Record<number, number>>,
  other: Partial<AggregateInput> = {},
): Standings {
  return standingsFrom({
    observations: Object.entries(figures).map(([area, value]) => reported(Number(area), value)),
    estimates: [],
    weight: weigh({ 1: 100, 2: 200, 3: 700 }),
    groups: [group(WORLD, [1, 2, 3]), group(REGION, [1, 2])],
    ...other,
  });
}

export function keyOf(area: number, other: Partial<Key> = {}): Key {
  return { series: "X", area, period: 2020, dimensions: {}, ...other };
}

/** An error about a figure of 50 of country 2, unless said otherwise. */
export function finding(other: Partial<StoredFinding> = {}): StoredFinding {
  return {
    id: 1,
    submission: "a",
    filename: "a.csv",
    vintage: 1,
    area: 2,
    rule: "within-range",
    level: 1,
    severity: "error",
    line: 2,
    column: "OBS_VALUE",
    key: keyOf(2),
    value: 50,
    params: {},
    ...other,
  };
}
