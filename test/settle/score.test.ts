import { describe, expect, it } from "vitest";
import type { Series } from "../../src/define.js";
import { type EarlierFigure, expectedOf } from "../../src/settle/expected.js";
import { scoreOf, type Unscorable, type Unscored } from "../../src/settle/score.js";
import type { Standings } from "../../src/settle/standings.js";
import type { StoredFinding } from "../../src/store/store.js";
import type { Params } from "../../src/types.js";
import { reported } from "../aggregate/sample.js";
import { count, finding, keyOf, percentage, REGION, standings } from "./sample.js";

const NEVER: EarlierFigure = () => undefined;
const all = standings({ 1: 40, 2: 50, 3: 60 });

function score(about: StoredFinding, at: Standings = all, series: Series | undefined = percentage) {
  return scoreOf(about, { standings: at, series: () => series, earlier: NEVER });
}

describe("what was expected of a figure", () => {
  const history = standings(
    {},
    { observations: [reported(2, 30, { period: 2015 }), reported(2, 44, { period: 2018 })] },
  );
  const expected = (about: StoredFinding, earlier = NEVER) =>
    expectedOf(about, about.key ?? keyOf(2), history.accepted, earlier);

  it.each([
    ["own-trend", { value: 50, expected: 31.5 }, 31.5],
    ["ratio-of-parts", { value: 50, expected: 48.2 }, 48.2],
    ["sudden-change", { value: 50, before: 38, change: 12 }, 38],
    ["unexplained-revision", { value: 50, before: 47 }, 47],
    ["partition-total", { value: 50, sum: 53 }, 53],
    ["owners-within-users", { value: 50, most: 45, expected: 45 }, 45],
    ["total-midway", { value: 50, middle: 42, low: 40, high: 44 }, 42],
    ["sexes-turned", { women: 50, men: 61 }, 61],
    ["nested-coverage", { narrower: "X", value: 50, wider: "Y", most: 45 }, 45],
    ["nested-coverage", { narrower: "Z", value: 60, wider: "X", most: 50 }, 60],
    ["total-between-parts", { value: 50, low: 55, high: 60 }, 55],
    ["total-between-parts", { value: 50, low: 30, high: 40 }, 40],
  ] as readonly (readonly [string, Params, number])[])("is said by %s in %o", (rule, params, value) => {
    expect(expected(finding({ rule, params }), () => 1)).toEqual({ value, from: "rule" });
  });

  it("is else what was accepted for the key before the vintage of the finding", () => {
    const earlier: EarlierFigure = (key, vintage) => (key.area === 2 && vintage === 7 ? 46 : undefined);
    expect(expected(finding({ vintage: 7 }), earlier)).toEqual({ value: 46, from: "earlier figure" });
  });

  it("is else the latest year of the five before", () => {
    expect(expected(finding())).toEqual({ value: 44, from: "earlier year" });
    const late = (period: number) => finding({ key: keyOf(2, { period }) });
    expect(expected(late(2023))).toEqual({ value: 44, from: "earlier year" });
    expect(expected(late(2024))).toEqual({ value: null, from: "nothing" });
  });

  it("is nothing for a year before the first", () => {
    expect(expected(finding({ key: keyOf(2, { period: 2015 }) }))).toEqual({ value: null, from: "nothing" });
  });
});

describe("a score", () => {
  it("is suspicion times the largest influence, and says on which group", () => {
    const about = finding({
      rule: "sudden-change",
      severity: "warning",
      params: { before: 38, change: 12, limit: 10 },
    });
    // suspicion (12 − 10) / 10; 200 · 12 / 300 points of the region, 200 · 12 / 1000 of the world
    const found = score(about);
    expect(found.score).toBeCloseTo(0.2 * 8, 9);
    expect(found).toMatchObject({ suspicion: 0.2, influence: { group: REGION, size: expect.closeTo(8, 9) } });
  });

  it("of an error without expectation is the influence of the figure's absence", () => {
    // Region: 200 · (90 − 40) / 300 points against the absence of the only other country's 40
    const held = standings({ 1: 40, 3: 60 });
    expect(score(finding({ value: 90 }), held).score).toBeCloseTo(100 / 3, 9);
  });

  it("of the same mistake is higher in a populous country", () => {
    const mistake = { rule: "own-trend", severity: "warning", value: 80, params: { expected: 50 } } as const;
    const small = score(finding({ ...mistake, key: keyOf(1) }));
    const large = score(finding({ ...mistake, key: keyOf(3) }));
    expect(large.score).toBeGreaterThan(small.score ?? 0);
  });

  it.each([
    ["a place of a file", finding({ key: null, value: null }), percentage, "no figure"],
    ["a cell that could not be read", finding({ value: null }), percentage, "no figure"],
    ["years left out", finding({ rule: "vanished-value", severity: "warning" }), percentage, "no figure"],
    ["a series nobody knows", finding(), null, "unknown series"],
    ["a series without aggregates", finding(), count({ method: "none", reason: "…" }), "no aggregate"],
    [
      "a breakdown without aggregates",
      finding({ key: keyOf(2, { dimensions: { SEX: "F" } }) }),
      { ...percentage, noAggregateBy: ["SEX"] },
      "no aggregate",
    ],
    ["a country of no group", finding({ key: keyOf(99) }), percentage, "no group"],
  ] as readonly (readonly [string, StoredFinding, Series | null, Unscorable])[])(
    "is not given for %s",
    (_, about, series, why) => {
      const found = scoreOf(about, { standings: all, series: () => series ?? undefined, earlier: NEVER });
      expect(found).toEqual({ finding: about, score: null, why } satisfies Unscored<StoredFinding>);
    },
  );

  it("is not given without a denominator, and says so", () => {
    const weightless = standings({ 1: 40, 2: 50 }, { weight: () => undefined });
    expect(score(finding(), weightless)).toMatchObject({ score: null, why: "no weight" });
  });

  it("is not given where there is nothing to compare with", () => {
    expect(score(finding(), standings({}))).toMatchObject({ score: null, why: "no comparison" });
  });
});
