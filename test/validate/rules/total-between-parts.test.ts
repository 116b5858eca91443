import { describe, expect, it } from "vitest";
import type { Dimensions, Observation } from "../../../src/types.js";
import rule from "../../../src/validate/rules/total-between-parts.js";
import { failures, indicatorOf, observed, outcome } from "../observation.js";

/** A total on line 2 with women and men on lines 3 and 4, all within another breakdown. */
function bySex(total: number | null, women: number | null, men: number | null, within: Dimensions = {}) {
  return [
    observed({ value: total, dimensions: within, line: 2 }),
    observed({ value: women, dimensions: { ...within, SEX: "F" }, line: 3 }),
    observed({ value: men, dimensions: { ...within, SEX: "M" }, line: 4 }),
  ];
}

function byArea(total: number, urban: number, rural: number): Observation[] {
  return [
    observed({ value: total, line: 2 }),
    observed({ value: urban, dimensions: { URBANISATION: "U" }, line: 3 }),
    observed({ value: rural, dimensions: { URBANISATION: "R" }, line: 4 }),
  ];
}

describe("total-between-parts", () => {
  it("applies where a series is a percentage", () => {
    expect(rule.applies(indicatorOf("IT_USE_II99"))).toBe(true);
    expect(rule.applies(indicatorOf("IT_NET_BBND"))).toBe(false);
  });

  it.each([
    [50, 40, 60],
    [40, 40, 60],
    [60, 60, 40],
    // Rounding may have moved the total and a part by half a unit each.
    [61, 40, 60],
    [39, 40, 60],
    [60.5, 40.2, 60.4],
    // In binary 98.9 − 0.1 is above 98.8.
    [98.8, 98.9, 99.1],
    [98.9, 98.6, 98.8],
  ])("passes a total of %d with %d and %d", (total, women, men) => {
    expect(outcome(rule, bySex(total, women, men))).toBe("pass");
  });

  it.each([
    [62, 40, 60],
    [38, 40, 60],
    [60.6, 40.2, 60.4],
    [98.7, 98.9, 99.1],
  ])("fails a total of %d with %d and %d", (total, women, men) => {
    expect(outcome(rule, bySex(total, women, men))).toBe("fail");
  });

  it("is about the total, and says where its parts are", () => {
    const params = { value: 70, low: 40, high: 60 };
    expect(failures(rule, bySex(70, 60, 40))).toEqual([
      { line: 2, column: "OBS_VALUE", params: { ...params, dimension: "SEX", lines: "3, 4" } },
    ]);
    expect(failures(rule, byArea(70, 60, 40))).toEqual([
      { line: 2, column: "OBS_VALUE", params: { ...params, dimension: "URBANISATION", lines: "3, 4" } },
    ]);
  });

  it("judges each dimension of a year by itself", () => {
    const [total, ...sexes] = bySex(70, 60, 40);
    const [, ...areas] = byArea(70, 60, 40);
    expect(failures(rule, [total as Observation, ...sexes, ...areas])).toHaveLength(2);
  });

  it("judges within another breakdown, and only within it", () => {
    expect(outcome(rule, bySex(70, 60, 40, { URBANISATION: "U" }))).toBe("fail");
    expect(outcome(rule, bySex(50, 60, 40, { AGE: "Y15T24" }))).toBe("pass");
    const apart = [observed({ value: 70 }), ...bySex(70, 60, 40, { AGE: "Y15T24" }).slice(1)];
    expect(outcome(rule, apart)).toBe("not-evaluable");
  });

  it("applies UNIT_MULT to the figure and its rounding", () => {
    const [, ...sexes] = bySex(0, 40, 60);
    const tens = (value: number) => observed({ value, unitMultiplier: 1 });
    // 6.1 · 10 is 61 ± 0.5. And 6 · 10 was written to tens: 5 either way, so 70 may be 60.
    expect(outcome(rule, [tens(6.1), ...sexes])).toBe("pass");
    expect(outcome(rule, [tens(6.2), ...sexes])).toBe("fail");
    expect(outcome(rule, [tens(7), ...sexes])).toBe("pass");
    expect(outcome(rule, [tens(8), ...sexes])).toBe("fail");
  });

  it.each([
    ["no men", bySex(50, 60, 40).slice(0, 2)],
    ["absent men", bySex(50, 60, null)],
    ["an absent total", bySex(null, 60, 40)],
    ["totals alone", [observed()]],
    [
      "age groups, which leave people out",
      [observed(), observed({ value: 90, dimensions: { AGE: "Y15T24" } })],
    ],
    ["no percentage", [observed({ series: "IT_NET_BBND" })]],
    ["nothing", []],
  ])("cannot judge %s", (_, observations) => {
    expect(outcome(rule, observations)).toBe("not-evaluable");
  });
});
