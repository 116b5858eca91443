import { describe, expect, it } from "vitest";
import rule from "../../../src/validate/rules/within-range.js";
import { failures, indicatorOf, observed, outcome } from "../observation.js";

const COUNT = "IT_NET_BBNDN";

describe("within-range", () => {
  it("applies to every indicator", () => {
    expect(rule.applies(indicatorOf("IT_USE_II99"))).toBe(true);
    expect(rule.applies(indicatorOf(COUNT))).toBe(true);
  });

  it.each([0, 0.1, 50, 100])("passes %d percent", (value) => {
    expect(outcome(rule, [observed({ value })])).toBe("pass");
  });

  it.each([-0.1, 100.1, 5000])("fails %d percent", (value) => {
    expect(failures(rule, [observed({ value })])).toEqual([
      { line: 2, column: "OBS_VALUE", params: { value, minimum: 0, maximum: 100, series: "IT_USE_II99" } },
    ]);
  });

  it("knows no upper end of a count", () => {
    expect(outcome(rule, [observed({ series: COUNT, value: 2e9 })])).toBe("pass");
    expect(failures(rule, [observed({ series: COUNT, value: -1 })])[0]?.params).toEqual({
      value: -1,
      minimum: 0,
      maximum: "∞",
      series: COUNT,
    });
  });

  it.each([
    [1, 2, "pass"],
    [1.01, 2, "fail"],
    [1000, -1, "pass"],
    [1001, -1, "fail"],
  ])("applies UNIT_MULT: %d times 10 to the %d", (value, unitMultiplier, expected) => {
    expect(outcome(rule, [observed({ value, unitMultiplier })])).toBe(expected);
  });

  it("cannot judge an absent value", () => {
    expect(outcome(rule, [observed({ value: null, status: "M" })])).toBe("not-evaluable");
    expect(outcome(rule, [])).toBe("not-evaluable");
  });
});
