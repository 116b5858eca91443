import { describe, expect, it } from "vitest";
import rule from "../../../src/validate/rules/age-scope-stated.js";
import { failures, history, indicatorOf, observed, outcome } from "../observation.js";

const SILENT = { ageScope: "" };

describe("age-scope-stated", () => {
  it("applies to surveys", () => {
    expect(rule.applies(indicatorOf("IT_USE_II99"))).toBe(true);
    expect(rule.applies(indicatorOf("IT_MOB_2GNTWK"))).toBe(false);
  });

  it("passes figures that all have one", () => {
    expect(outcome(rule, history([50, 51]))).toBe("pass");
  });

  it("leaves a series that states it here and there to age-scope-incomplete", () => {
    expect(outcome(rule, [observed(), ...history([50, 51], SILENT)])).toBe("pass");
  });

  it("notes once for a series how many figures lack one, at the first", () => {
    expect(failures(rule, history([null, 50, 51], SILENT))).toEqual([
      { line: 3, column: "AGE_SCOPE", params: { series: "IT_USE_II99", figures: 2 } },
    ]);
  });

  it.each([
    ["no figure", history([null, null], SILENT)],
    ["an age group, which says its ages itself", history([50], { ...SILENT, dimensions: { AGE: "Y15T24" } })],
    ["nothing", []],
  ])("cannot judge %s", (_, observations) => {
    expect(outcome(rule, observations)).toBe("not-evaluable");
  });
});
