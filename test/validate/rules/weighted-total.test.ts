import { describe, expect, it } from "vitest";
import rule from "../../../src/validate/rules/weighted-total.js";
import { contextOf, failures, history, indicatorOf, observed, outcome } from "../observation.js";

/** Women are 60 of 100 persons; among the young, 30 of 100. Nothing is known of urban and rural. */
const shares = contextOf("IT_USE_II99", {
  reference: (id, area, period, { SEX, AGE, URBANISATION }) => {
    if (id !== "POPULATION" || area !== 756 || period !== 2020 || URBANISATION || !SEX) return undefined;
    const women = AGE === "Y15T24" ? 30 : 60;
    return SEX === "F" ? women : 100 - women;
  },
});

const AGE = { AGE: "Y15T24" };
const bySex = (total: number | null, women: number | null, men: number | null, within = {}) => [
  observed({ value: total, dimensions: within, line: 2 }),
  observed({ value: women, dimensions: { ...within, SEX: "F" }, line: 3 }),
  observed({ value: men, dimensions: { ...within, SEX: "M" }, line: 4 }),
];

describe("weighted-total", () => {
  it("applies to percentages that have a reference population", () => {
    expect(rule.applies(indicatorOf("IT_USE_II99"))).toBe(true);
    expect(rule.applies(indicatorOf("IT_NET_BBND"))).toBe(false);
  });

  // 0.6 · 40 + 0.4 · 80 = 56, and 1 point beside it.
  it.each([56, 57, 55, 56.5])("passes a total of %d of parts 40 and 80", (total) => {
    expect(outcome(rule, bySex(total, 40, 80), shares)).toBe("pass");
  });

  it.each([60, 52])("fails a total of %d of parts 40 and 80", (value) => {
    const params = { value, expected: 56, limit: 1, dimension: "SEX", lines: "3, 4" };
    expect(failures(rule, bySex(value, 40, 80), shares)).toEqual([{ line: 2, column: "OBS_VALUE", params }]);
  });

  it("weighs each age by its own shares: 0.3 · 40 + 0.7 · 80 = 68", () => {
    expect(outcome(rule, bySex(68, 40, 80, AGE), shares)).toBe("pass");
    expect(outcome(rule, bySex(56, 40, 80, AGE), shares)).toBe("fail");
  });

  it.each([
    ["no shares", bySex(90, 40, 80), contextOf("IT_USE_II99")],
    ["one part", bySex(90, 40, null), shares],
    ["no total", bySex(null, 40, 80), shares],
    ["another year", bySex(90, 40, 80).map((one) => ({ ...one, period: 2021 })), shares],
    ["no percentage", history([1, 2], { series: "IT_NET_BBND" }), contextOf("IT_NET_BBND")],
    ["nothing", [], shares],
  ])("cannot judge %s", (_, observations, context) => {
    expect(outcome(rule, observations, context)).toBe("not-evaluable");
  });
});
