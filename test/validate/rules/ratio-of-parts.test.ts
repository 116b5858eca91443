import { describe, expect, it } from "vitest";
import rule from "../../../src/validate/rules/ratio-of-parts.js";
import { failures, indicatorOf, observed, outcome } from "../observation.js";

const share = (value: number | null, numerator: number | null, denominator: number | null) =>
  observed({ value, numerator, denominator });

describe("ratio-of-parts", () => {
  it("applies to every indicator", () => {
    expect(rule.applies(indicatorOf("IT_USE_II99"))).toBe(true);
  });

  it.each([
    [50, 1, 2],
    [0, 0, 7],
    [100, 7, 7],
    // One third is 33.333…, 0.047 below 33.38.
    [33.38, 1, 3],
    // 0.05 away: the tolerance itself.
    [50.05, 50, 100],
    [49.95, 50, 100],
    // Sent without decimals, so half a point may be rounding.
    [33, 335, 1000],
    [34, 335, 1000],
    [33.3, 1, 3],
  ])("passes %d as %d of %d", (value, numerator, denominator) => {
    expect(outcome(rule, [share(value, numerator, denominator)])).toBe("pass");
  });

  it.each([
    // One third is 0.053 above 33.28.
    [33.28, 1, 3],
    [50.06, 50, 100],
    [33, 336, 1000],
    [33.4, 1, 3],
    // A share sent as a fraction.
    [0.5, 50, 100],
    // Half a millionth is written with seven decimals, so 0.4 is no rounding of it.
    [5e-7, 4, 1000],
  ])("fails %d as %d of %d", (value, numerator, denominator) => {
    expect(outcome(rule, [share(value, numerator, denominator)])).toBe("fail");
  });

  it("says what the parts give, with two decimals", () => {
    expect(failures(rule, [share(40.5, 2, 3)])).toEqual([
      {
        line: 2,
        column: "OBS_VALUE",
        params: { value: 40.5, expected: 66.67, numerator: 2, denominator: 3 },
      },
    ]);
  });

  it.each([
    // 3.3 · 10 is 33, known to half a point: 33.5 may be it, 33.6 may not.
    [335, "pass"],
    [336, "fail"],
  ])("applies UNIT_MULT to the value and its rounding: %d of 1000", (numerator, expected) => {
    const tens = observed({ value: 3.3, unitMultiplier: 1, numerator, denominator: 1000 });
    expect(outcome(rule, [tens])).toBe(expected);
  });

  it.each([
    ["no value", share(null, 1, 2)],
    ["no numerator", share(50, null, 2)],
    ["no denominator", share(50, 1, null)],
    ["a denominator of nought", share(50, 1, 0)],
    ["no percentage", observed({ series: "IT_NET_BBND", value: 30, numerator: 3, denominator: 5 })],
  ])("cannot judge %s", (_, observation) => {
    expect(outcome(rule, [observation])).toBe("not-evaluable");
  });
});
