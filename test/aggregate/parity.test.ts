import { describe, expect, it } from "vitest";
import { aggregate } from "../../src/aggregate/aggregate.js";
import { genderParity, parityClass } from "../../src/aggregate/parity.js";
import { group, input, reported } from "./sample.js";

const F = { dimensions: { SEX: "F" } } as const;
const M = { dimensions: { SEX: "M" } } as const;

function parityOf(female: number | null, male: number | null) {
  const observations = [reported(1, female, F), reported(1, male, M)];
  return genderParity(aggregate(input({ observations, groups: [group(900, [1])] })));
}

describe("gender parity", () => {
  it("is the ratio of the aggregates, not the mean of the countries' ratios", () => {
    // Weights 100 and 300. Women (100·10 + 300·50) / 400 = 40, men (100·20 + 300·60) / 400 = 50.
    const observations = [reported(1, 10, F), reported(1, 20, M), reported(2, 50, F), reported(2, 60, M)];
    const weight = input({}).weight;
    const tripled: typeof weight = (denominator, area, period, dimensions) =>
      area === 2 && Object.keys(dimensions).length === 0
        ? 300
        : weight(denominator, area, period, dimensions);
    const groups = [group(900, [1, 2])];
    expect(genderParity(aggregate(input({ observations, groups, weight: tripled })))).toEqual([
      { series: "X", area: 900, period: 2020, dimensions: {}, score: 0.8, gap: 10, parity: "women-behind" },
    ]);
  });

  it.each([
    [0.9799, "women-behind"],
    [0.98, "parity"],
    [1, "parity"],
    [1.02, "parity"],
    [1.0201, "men-behind"],
  ])("classes a score of %d as %s, unrounded", (score, expected) => {
    expect(parityClass(score)).toBe(expected);
  });

  it("keeps the other dimensions of the pair and does not mix them", () => {
    const rural = { URBANISATION: "R" };
    const observations = [
      reported(1, 30, { dimensions: { ...rural, SEX: "F" } }),
      reported(1, 30, { dimensions: { ...rural, SEX: "M" } }),
      reported(1, 60, M),
    ];
    expect(genderParity(aggregate(input({ observations, groups: [group(900, [1])] })))).toMatchObject([
      { dimensions: rural, score: 1 },
    ]);
  });

  it("gives no score without both sexes or where the male value is zero", () => {
    expect(parityOf(null, 50)).toEqual([]);
    expect(parityOf(50, null)).toEqual([]);
    expect(parityOf(50, 0)).toEqual([]);
  });

  it("gives a score of zero where no woman is reached", () => {
    expect(parityOf(0, 50)).toMatchObject([{ score: 0, gap: 50, parity: "women-behind" }]);
  });
});
