import { describe, expect, it } from "vitest";
import rule from "../../../src/validate/rules/whole-number.js";
import { failures, indicatorOf, observed, outcome } from "../observation.js";

const count = (value: number | null, unitMultiplier = 0) =>
  observed({ series: "IT_NET_BBNDN", value, unitMultiplier });

describe("whole-number", () => {
  it("applies where a series counts", () => {
    expect(rule.applies(indicatorOf("IT_NET_BBNDN"))).toBe(true);
    expect(rule.applies(indicatorOf("IT_USE_II99"))).toBe(false);
  });

  it.each([
    [0, 0],
    [12, 0],
    [-3, 0],
    [1_234_567_890, 0],
    [1.234567, 6],
    // In binary 4.35 · 100 is 434.99999999999994.
    [4.35, 2],
    [120, -1],
  ])("passes %d times 10 to the %d", (value, unitMultiplier) => {
    expect(outcome(rule, [count(value, unitMultiplier)])).toBe("pass");
  });

  it.each([
    [12.5, 0],
    [1_234_567_890.5, 0],
    [1.2345678, 6],
    [12, -1],
  ])("fails %d times 10 to the %d", (value, unitMultiplier) => {
    expect(outcome(rule, [count(value, unitMultiplier)])).toBe("fail");
  });

  it("says the figure and its series", () => {
    expect(failures(rule, [count(0.25, 1)])).toEqual([
      { line: 2, column: "OBS_VALUE", params: { value: 2.5, series: "IT_NET_BBNDN" } },
    ]);
  });

  it("cannot judge an absent value, nor a series that is no count", () => {
    expect(outcome(rule, [count(null)])).toBe("not-evaluable");
    expect(outcome(rule, [observed({ series: "IT_NET_BBND", value: 30.5 })])).toBe("not-evaluable");
    expect(outcome(rule, [])).toBe("not-evaluable");
  });
});
