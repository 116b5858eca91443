import { describe, expect, it } from "vitest";
import type { Observation } from "../../../src/types.js";
import rule from "../../../src/validate/rules/sudden-change.js";
import { contextOf, failures, history, indicatorOf, observed, outcome } from "../observation.js";

describe("sudden-change", () => {
  it("applies to percentages from surveys; networks are built by leaps", () => {
    expect(rule.applies(indicatorOf("IT_USE_II99"))).toBe(true);
    expect(rule.applies(indicatorOf("IT_MOB_4GNTWK"))).toBe(false);
    expect(rule.applies(indicatorOf("IT_NET_BBND"))).toBe(false);
  });

  it.each([
    [[50, 51, 52]],
    [[50, 62]],
    [[62, 50]],
    // In binary 68.1 − 56.1 is not quite 12.
    [[56.1, 68.1]],
    // 12 points in two years; in four, half of 12 for each: 24.
    [[50, null, 62]],
    [[50, null, null, null, 74]],
    // The other three changes are 8 each, so that 58 + 8 is expected, and 78 is 12 more.
    [[42, 50, 58, 78, 86]],
  ])("passes %j", (values) => {
    expect(outcome(rule, history(values))).toBe("pass");
  });

  it.each([
    [50, 62.1, 12.1],
    [50, 37, -13],
    [0, 100, 100],
  ])("fails a move from %d to %d where nothing is known of the usual change", (before, value, change) => {
    const params = {
      value,
      period: "2021",
      before,
      beforePeriod: "2020",
      expected: before,
      change,
      limit: 12,
    };
    expect(failures(rule, history([before, value]))).toEqual([{ line: 3, column: "OBS_VALUE", params }]);
  });

  it("holds the change against the median of the others, three at least", () => {
    // 8, 8 and 8 lead from 58 to 66: 79 is 13 more. A fall to 50 is 16 less, though it is but 8 below 58.
    const params = { period: "2023", before: 58, beforePeriod: "2022", expected: 66, limit: 12 };
    expect(failures(rule, history([42, 50, 58, 79, 87]))).toEqual([
      { line: 5, column: "OBS_VALUE", params: { ...params, value: 79, change: 13 } },
    ]);
    expect(failures(rule, history([42, 50, 58, 50, 58]))).toEqual([
      { line: 5, column: "OBS_VALUE", params: { ...params, value: 50, change: -16 } },
    ]);
  });

  it("compares with what was accepted before and is not in the file", () => {
    const accepted = new Map([[2020, { value: 50, status: "A", ageScope: "" }]]);
    const context = contextOf("IT_USE_II99", { previous: () => accepted });
    expect(outcome(rule, [observed({ period: 2021, value: 60 })], context)).toBe("pass");
    expect(outcome(rule, [observed({ period: 2021, value: 70 })], context)).toBe("fail");
  });

  it("takes a break in the series (B) for an explanation, of that year alone", () => {
    const [first, second, third] = history([50, 80, 20]) as [Observation, Observation, Observation];
    const broken = { ...second, status: "B" };
    expect(outcome(rule, [first, broken])).toBe("pass");
    expect(failures(rule, [first, broken, third]).map(({ params }) => params.change)).toEqual([-60]);
  });

  it("applies UNIT_MULT", () => {
    const tens = observed({ value: 5, unitMultiplier: 1 });
    expect(outcome(rule, [tens, observed({ value: 62, period: 2021 })])).toBe("pass");
    expect(outcome(rule, [tens, observed({ value: 63, period: 2021 })])).toBe("fail");
  });

  it.each([
    ["one year", history([50])],
    ["one value", history([50, null])],
    ["one year twice", [observed({ value: 20 }), observed({ value: 80 })]],
    ["nothing", []],
    ["no percentage", history([10, 90], { series: "IT_NET_BBND" })],
    ["one sex, which is held against the total", history([10, 90], { dimensions: { SEX: "F" } })],
  ])("cannot judge %s", (_, observations) => {
    expect(outcome(rule, observations)).toBe("not-evaluable");
  });
});
