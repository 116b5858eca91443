import { describe, expect, it } from "vitest";
import type { Observation } from "../../../src/types.js";
import rule from "../../../src/validate/rules/sudden-change.js";
import { failures, history, indicatorOf, observed, outcome } from "../observation.js";

describe("sudden-change", () => {
  it("applies where a series is a percentage", () => {
    expect(rule.applies(indicatorOf("IT_USE_II99"))).toBe(true);
    expect(rule.applies(indicatorOf("IT_NET_BBND"))).toBe(false);
  });

  it.each([
    [[50, 51, 52]],
    [[50, 60]],
    [[60, 50]],
    // In binary 71.9 − 61.9 is a little more than 10.
    [[61.9, 71.9]],
    // 20 points in two years.
    [[50, null, 70]],
  ])("passes %j", (values) => {
    expect(outcome(rule, history(values))).toBe("pass");
  });

  it.each([
    [50, 60.1, 10.1],
    [50, 39, -11],
    [0, 100, 100],
  ])("fails a move from %d to %d", (before, value, change) => {
    const params = { value, period: "2021", before, beforePeriod: "2020", change, limit: 10 };
    expect(failures(rule, history([before, value]))).toEqual([{ line: 3, column: "OBS_VALUE", params }]);
  });

  it("counts by the year where years are left out: 21 points in two", () => {
    const params = { value: 71, period: "2022", before: 50, beforePeriod: "2020", change: 10.5, limit: 10 };
    expect(failures(rule, history([50, null, 71]))).toEqual([{ line: 4, column: "OBS_VALUE", params }]);
  });

  it("asks about each move of several", () => {
    expect(failures(rule, history([50, 70, 71, 40])).map(({ line }) => line)).toEqual([3, 5]);
  });

  it("takes a break in the series (B) for an explanation, of that year alone", () => {
    const [first, second, third] = history([50, 80, 20]) as [Observation, Observation, Observation];
    const broken = { ...second, status: "B" };
    expect(outcome(rule, [first, broken])).toBe("pass");
    expect(failures(rule, [first, broken, third]).map(({ params }) => params.change)).toEqual([-60]);
  });

  it("leaves duplicates of one year to another rule", () => {
    expect(outcome(rule, [observed({ value: 20 }), observed({ value: 80 })])).toBe("pass");
  });

  it("applies UNIT_MULT", () => {
    const tens = observed({ value: 5, unitMultiplier: 1 });
    expect(outcome(rule, [tens, observed({ value: 60, period: 2021 })])).toBe("pass");
    expect(outcome(rule, [tens, observed({ value: 61, period: 2021 })])).toBe("fail");
  });

  it.each([
    ["one year", history([50])],
    ["one value", history([50, null])],
    ["nothing", []],
    ["no percentage", history([10, 90], { series: "IT_NET_BBND" })],
  ])("cannot judge %s", (_, observations) => {
    expect(outcome(rule, observations)).toBe("not-evaluable");
  });
});
