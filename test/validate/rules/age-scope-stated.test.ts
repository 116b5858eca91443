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

  it("does not ask for one where there is no figure, and can always be judged", () => {
    expect(outcome(rule, history([null, null], SILENT))).toBe("pass");
    expect(outcome(rule, [])).toBe("pass");
  });

  it("notes once for a series how many figures lack one, at the first", () => {
    const mixed = [observed({ line: 2 }), ...history([null, 50, 51], SILENT)];
    expect(failures(rule, mixed)).toEqual([
      { line: 3, column: "AGE_SCOPE", params: { series: "IT_USE_II99", figures: 2 } },
    ]);
  });
});
