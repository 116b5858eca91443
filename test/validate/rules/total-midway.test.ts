import { describe, expect, it } from "vitest";
import rule from "../../../src/validate/rules/total-midway.js";
import { contextOf, failures, indicatorOf, observed, outcome } from "../observation.js";

const triple = (total: number | null, women: number, men: number) => [
  observed({ value: total, line: 2 }),
  observed({ value: women, line: 3, dimensions: { SEX: "F" } }),
  observed({ value: men, line: 4, dimensions: { SEX: "M" } }),
];

describe("total-midway", () => {
  it("applies to percentages from surveys that are broken down by sex", () => {
    expect(rule.applies(indicatorOf("IT_USE_II99"))).toBe(true);
    expect(rule.applies(indicatorOf("IT_MOB_4GNTWK"))).toBe(false);
  });

  // Women 40 and men 60: the middle is 50, and 0.15 · 20 + 0.5, and 0.5 for rounding, may lie between.
  it.each([50, 46, 54])("passes %d between 40 and 60", (total) => {
    expect(outcome(rule, triple(total, 40, 60))).toBe("pass");
  });

  it.each([45, 55, 40, 60])("fails %d between 40 and 60", (total) => {
    const params = { value: total, middle: 50, low: 40, high: 60, lines: "3, 4" };
    expect(failures(rule, triple(total, 40, 60))).toEqual([{ line: 2, column: "OBS_VALUE", params }]);
  });

  it("leaves a total outside its parts to the rule about that", () => {
    expect(outcome(rule, triple(70, 40, 60))).toBe("pass");
  });

  it.each([
    ["a sex left out", triple(50, 40, 60).slice(0, 2)],
    ["an absent total", triple(null, 40, 60)],
    ["nothing", []],
  ])("cannot judge %s", (_, observations) => {
    expect(outcome(rule, observations)).toBe("not-evaluable");
  });

  it("leaves it to the weighted mean where the population of both is known", () => {
    const context = contextOf("IT_USE_II99", { reference: () => 1000 });
    expect(outcome(rule, triple(40, 40, 60), context)).toBe("not-evaluable");
  });
});
