import { describe, expect, it } from "vitest";
import { figure, figureSlack } from "../../../src/validate/rules/figures.js";
import { observed } from "../observation.js";

describe("figure", () => {
  it.each([
    [12.5, 0, 12.5],
    [12.5, 3, 12_500],
    [1250, -1, 125],
    [0, 6, 0],
  ])("of %d times 10 to the %d is %d", (value, unitMultiplier, expected) => {
    expect(figure(observed({ value, unitMultiplier }))).toBe(expected);
  });
});

describe("figureSlack", () => {
  it.each([
    [12, 0, 0.5],
    [12.5, 0, 0.05],
    [-12.25, 0, 0.005],
    [12.5, 3, 50],
    [125, -1, 0.05],
    [1.5e-7, 0, 5e-9],
    [1e21, 0, 0.5],
  ])("of %d times 10 to the %d is %d", (value, unitMultiplier, expected) => {
    const slack = figureSlack(observed({ value, unitMultiplier }));
    expect(Math.abs(slack - expected)).toBeLessThanOrEqual(1.1e-9 * 10 ** Math.max(0, unitMultiplier));
  });

  it("is that of the coarsest of several", () => {
    expect(figureSlack(observed({ value: 1.25 }), observed({ value: 3.5 }))).toBeCloseTo(0.05, 8);
  });
});
