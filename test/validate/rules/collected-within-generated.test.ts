import { describe, expect, it } from "vitest";
import rule from "../../../src/validate/rules/collected-within-generated.js";
import { failures, indicatorOf, observed, outcome } from "../observation.js";

const collected = (value: number, unitMultiplier = 0) =>
  observed({ series: "ICT_EW4N", value, unitMultiplier, line: 3 });
const generated = (value: number) => observed({ series: "ICT_EW2N", value });

describe("collected-within-generated", () => {
  it("is asked of what was collected", () => {
    expect(rule.applies(indicatorOf("ICT_EW4N"))).toBe(true);
    expect(rule.applies(indicatorOf("ICT_EW2N"))).toBe(false);
  });

  it("passes as much as was generated", () => {
    expect(outcome(rule, [generated(5000), collected(5000)])).toBe("pass");
  });

  it("fails more, multipliers applied, and allows for their rounding", () => {
    // 5 thousand tonnes may be 4500; 6 thousand are at least 5500.
    expect(outcome(rule, [generated(4600), collected(5, 3)])).toBe("pass");
    expect(failures(rule, [generated(4600), collected(6, 3)])).toMatchObject([
      { line: 3, params: { value: 6000, most: 4600, expected: 4600 } },
    ]);
  });

  it("cannot judge one without the other", () => {
    expect(outcome(rule, [collected(5000)])).toBe("not-evaluable");
    expect(outcome(rule, [generated(5000)])).toBe("not-evaluable");
  });
});
