import { describe, expect, it } from "vitest";
import rule from "../../../src/validate/rules/age-scope-incomplete.js";
import { failures, history, indicatorOf, observed, outcome } from "../observation.js";

const SILENT = { ageScope: "" };

describe("age-scope-incomplete", () => {
  it("applies to surveys", () => {
    expect(rule.applies(indicatorOf("IT_USE_II99"))).toBe(true);
    expect(rule.applies(indicatorOf("IT_NET_BBND"))).toBe(false);
  });

  it("passes a series that states the ages of every figure", () => {
    expect(outcome(rule, history([50, 51]))).toBe("pass");
    expect(outcome(rule, [observed(), observed({ value: null, ...SILENT })])).toBe("pass");
  });

  it("fails once for a series that states them here and there, at the first without", () => {
    const [first, ...others] = history([49, 50, 51, 52], SILENT);
    const params = { series: "IT_USE_II99", figures: 3, stated: "16+" };
    expect(failures(rule, [{ ...first, ...observed() }, ...others])).toEqual([
      { line: 3, column: "AGE_SCOPE", params },
    ]);
  });

  it.each([
    ["a series that never states them", history([50, 51], SILENT)],
    ["an age group", history([50, 51], { ...SILENT, dimensions: { AGE: "Y15T24" } })],
    ["no figure", history([null], SILENT)],
  ])("cannot judge %s", (_, observations) => {
    expect(outcome(rule, observations)).toBe("not-evaluable");
  });
});
