import { describe, expect, it } from "vitest";
import type { Contribution } from "../../src/aggregate/contributions.js";
import type { Aggregation } from "../../src/define.js";
import { pointsOf } from "../../src/run/lineage/formula.js";

const part = (area: number, weight: number, value: number | null): Contribution => ({
  ...{ area, weight, value, share: 0 },
  source: value === null ? "missing" : "reported",
});

// The figures are worked out by hand from what stands beside them.
const CASES: readonly (readonly [
  string,
  Aggregation,
  readonly Contribution[],
  readonly (number | null)[],
])[] = [
  [
    "w·x / Σw of a weighted mean: 30·40/40 and 10·80/40, together 50",
    { method: "weighted-mean", weight: "POPULATION" },
    [part(1, 30, 40), part(2, 10, 80), part(3, 60, null)],
    [30, 20, null],
  ],
  [
    "w·rate / Σw of a ratio, which is its count over all people",
    { method: "ratio", count: "N", denominator: "POPULATION", factor: 100 },
    [part(1, 300, 10), part(2, 100, 50)],
    [7.5, 12.5],
  ],
  [
    "w / Σ(w/x) of a harmonic mean: 60 and 40 learners on 6 + 4 computers",
    { method: "harmonic-mean", weight: "POPULATION" },
    [part(1, 60, 10), part(2, 40, 10)],
    [6, 4],
  ],
  ["the value itself of a sum", { method: "sum" }, [part(1, 1, 30), part(2, 1, 12)], [30, 12]],
  ["nothing of a median, which nobody adds to", { method: "median" }, [part(1, 1, 30)], [null]],
];

describe("what a country adds to an aggregate", () => {
  it.each(CASES)("is %s", (_, aggregation, parts, expected) => {
    expect(parts.map(pointsOf(aggregation, parts))).toEqual(expected);
  });
});
