import { describe, expect, it } from "vitest";
import { dimensionsOf } from "../../../src/keys.js";
import rule from "../../../src/validate/rules/unexplained-revision.js";
import { contextOf, failures, indicatorOf, observed, outcome } from "../observation.js";

/** A context in which `value` was accepted for area 756, the total and 2020, and nothing else. */
function accepted(value: number, series = "IT_USE_II99") {
  return contextOf(series, {
    previous: (code, area, dimensions) =>
      new Map(
        code === series && area === 756 && dimensions === dimensionsOf({})
          ? [[2020, { value, status: "A", ageScope: "" }]]
          : [],
      ),
  });
}

describe("unexplained-revision", () => {
  it("applies to every indicator", () => {
    expect(rule.applies(indicatorOf("IT_NET_BBNDN"))).toBe(true);
  });

  // 0.5 points of a percentage; in binary 61.6 − 61.1 is a little more.
  it.each([
    [50, 50, "pass"],
    [50, 50.5, "pass"],
    [50, 49.5, "pass"],
    [61.1, 61.6, "pass"],
    [50, 50.6, "fail"],
    [50, 49.4, "fail"],
    [0, 0.6, "fail"],
  ])("of the percentage %d, revised to %d, says %s", (before, value, expected) => {
    expect(outcome(rule, [observed({ value })], accepted(before))).toBe(expected);
  });

  // 2 % of 1000 is 20.
  it.each([
    [1000, 1020, "pass"],
    [1000, 980, "pass"],
    [1000, 1021, "fail"],
    [1000, 979, "fail"],
    [0, 0, "pass"],
    [0, 1, "fail"],
  ])("of the count %d, revised to %d, says %s", (before, value, expected) => {
    const series = "IT_NET_BBNDN";
    expect(outcome(rule, [observed({ series, value })], accepted(before, series))).toBe(expected);
  });

  it("says what is given and what was accepted", () => {
    const params = { value: 61.5, before: 58, series: "IT_USE_II99", period: "2020" };
    expect(failures(rule, [observed({ value: 61.5 })], accepted(58))).toEqual([
      { line: 2, column: "OBS_VALUE", params },
    ]);
  });

  it("takes a comment for an explanation, and blanks for none", () => {
    expect(outcome(rule, [observed({ value: 80, comment: "New survey" })], accepted(50))).toBe("pass");
    expect(outcome(rule, [observed({ value: 80, comment: "  " })], accepted(50))).toBe("fail");
  });

  it("applies UNIT_MULT", () => {
    const series = "IT_NET_BBNDN";
    const millions = observed({ series, value: 1.2, unitMultiplier: 6 });
    expect(outcome(rule, [millions], accepted(1_200_000, series))).toBe("pass");
  });

  it.each([
    ["another year", observed({ value: 80, period: 2021 })],
    ["another breakdown", observed({ value: 80, dimensions: { SEX: "F" } })],
    ["another country", observed({ value: 80, area: 404 })],
    ["no value", observed({ value: null, status: "M" })],
  ])("cannot judge %s", (_, observation) => {
    expect(outcome(rule, [observation], accepted(50))).toBe("not-evaluable");
  });
});
