import { describe, expect, it } from "vitest";
import rule from "../../../src/validate/rules/numerator-within-denominator.js";
import { failures, indicatorOf, observed, outcome } from "../observation.js";

describe("numerator-within-denominator", () => {
  it("applies where a series is a percentage", () => {
    expect(rule.applies(indicatorOf("IT_USE_II99"))).toBe(true);
    expect(rule.applies(indicatorOf("IT_NET_BBND"))).toBe(false);
  });

  it.each([
    [0, 10],
    [3, 10],
    [10, 10],
    [0, 0],
  ])("passes %d of %d", (numerator, denominator) => {
    expect(outcome(rule, [observed({ numerator, denominator })])).toBe("pass");
  });

  it("fails more than all, whether or not there is a value", () => {
    const parts = { numerator: 11, denominator: 10 };
    const expected = [{ line: 2, column: "NUMERATOR", params: { value: 11, denominator: 10 } }];
    expect(failures(rule, [observed({ ...parts, value: 110 })])).toEqual(expected);
    expect(failures(rule, [observed({ ...parts, value: null, status: "M" })])).toEqual(expected);
  });

  it.each([
    ["no numerator", observed({ denominator: 10 })],
    ["no denominator", observed({ numerator: 10 })],
    ["no percentage", observed({ series: "IT_NET_BBND", numerator: 11, denominator: 10 })],
  ])("cannot judge %s", (_, observation) => {
    expect(outcome(rule, [observation])).toBe("not-evaluable");
  });
});
