import { describe, expect, it } from "vitest";
import {
  fromLogit,
  logit,
  median,
  quantile,
  robustDeviation,
  sorted,
} from "../../../src/validate/rules/robust.js";

describe("quantile", () => {
  // Type 7: of 1, 2, 4, 8 the first quartile is 1 + 0.75 · 1, the third 4 + 0.25 · 4.
  it.each([
    [0, 1],
    [0.25, 1.75],
    [0.5, 3],
    [0.75, 5],
    [1, 8],
  ])("of 8, 1, 4, 2 at %d is %d", (share, expected) => {
    expect(quantile(sorted([8, 1, 4, 2]), share)).toBe(expected);
  });

  it("puts numbers in order, not their text", () => {
    expect(median([10, 9, 100])).toBe(10);
  });
});

describe("robustDeviation", () => {
  it("is the median absolute deviation over 0.6745", () => {
    // Deviations from 3: 2, 1, 0, 1, 97; their median is 1.
    expect(robustDeviation([1, 2, 3, 4, 100], 3)).toBeCloseTo(1 / 0.6745, 12);
  });

  it("is the mean absolute deviation times 1.2533 where the median is 0", () => {
    expect(robustDeviation([5, 5, 5, 9], 5)).toBeCloseTo(1.2533, 12);
  });

  it("is 0 where nothing deviates", () => {
    expect(robustDeviation([5, 5], 5)).toBe(0);
  });
});

describe("logit", () => {
  it("is 0 for one half, ln 3 for three quarters, and the same with the other sign for a quarter", () => {
    expect(logit(50)).toBe(0);
    expect(logit(75)).toBeCloseTo(Math.log(3), 12);
    expect(logit(25)).toBeCloseTo(-Math.log(3), 12);
  });

  it("keeps percentages within 0.5 and 99.5", () => {
    expect(logit(0)).toBe(logit(0.5));
    expect(logit(100)).toBe(logit(99.5));
  });

  it("is undone by fromLogit", () => {
    expect(fromLogit(logit(12.5))).toBeCloseTo(12.5, 12);
  });
});
