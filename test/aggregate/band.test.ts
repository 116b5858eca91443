import { describe, expect, it } from "vitest";
import { aggregate } from "../../src/aggregate/aggregate.js";
import { estimated, find, group, indicator, input, reported, series, weigh } from "./sample.js";

/** Two countries of weight 100: the value is (40 + 60) / 2 = 50. Halves below 6 and 8, above 3 and 4. */
const two = (correlation?: number) =>
  input({
    estimates: [estimated(1, [34, 40, 43]), estimated(2, [52, 60, 64])],
    weight: weigh({ 1: 100, 2: 100 }),
    groups: [group(901, [1, 2])],
    ...(correlation === undefined ? {} : { correlation }),
  });

describe("band of an aggregate", () => {
  it("adds the halves when errors go together", () => {
    // below (6 + 8) / 2 = 7, above (3 + 4) / 2 = 3.5
    expect(find(aggregate(two(1)), 901)).toMatchObject({ value: 50, low: 43, high: 53.5 });
  });

  it("adds their squares when errors are independent", () => {
    // below √(36 + 64) / 2 = 5, above √(9 + 16) / 2 = 2.5
    expect(find(aggregate(two(0)), 901)).toMatchObject({ value: 50, low: 45, high: 52.5 });
  });

  it("lies between the two by a correlation of one half unless told otherwise", () => {
    // below √(½·100 + ½·196) / 2 = √148 / 2, above √(½·25 + ½·49) / 2 = √37 / 2
    const { low, high } = find(aggregate(two()), 901);
    expect(low).toBeCloseTo(50 - Math.sqrt(148) / 2, 10);
    expect(high).toBeCloseTo(50 + Math.sqrt(37) / 2, 10);
  });

  it("keeps low below high for a harmonic mean, whose amounts fall as values rise", () => {
    // inverses 100/10, 100/10 add to 20; at the lows 100/5 = 20 each, at the highs 100/20 = 5 each
    // r 0: 200 / (20 + √(10² + 10²)) and 200 / (20 − √(5² + 5²))
    const estimates = [estimated(1, [5, 10, 20]), estimated(2, [5, 10, 20])];
    const indicators = [indicator([series("X", { method: "harmonic-mean", weight: "POPULATION" })])];
    const { value, low, high } = find(aggregate({ ...two(0), indicators, estimates }), 901);
    expect(value).toBe(10);
    expect(low).toBeCloseTo(200 / (20 + Math.sqrt(200)), 10);
    expect(high).toBeCloseTo(200 / (20 - Math.sqrt(50)), 10);
  });

  it("reaches down to 0 for a harmonic mean with an estimate that may be 0", () => {
    const indicators = [indicator([series("X", { method: "harmonic-mean", weight: "POPULATION" })])];
    const estimates = [estimated(1, [0, 10, 20]), estimated(2, [5, 10, 20])];
    expect(find(aggregate({ ...two(0), indicators, estimates }), 901).low).toBe(0);
  });

  it("is the bound of all estimates for a median, whatever the correlation", () => {
    const indicators = [indicator([series("X", { method: "median" })])];
    expect(find(aggregate({ ...two(0), indicators }), 901)).toMatchObject({ value: 50, low: 43, high: 53.5 });
  });
});

describe("value from reported figures alone", () => {
  it("stands beside the value with estimates", () => {
    // reported (200·10 + 400·40) / 600 = 30; with 300·20: 24000 / 900
    const given = input({
      observations: [reported(2, 10), reported(4, 40)],
      estimates: [estimated(3, [19, 20, 21])],
    });
    const found = find(aggregate(given), 900);
    expect(found.reportedValue).toBe(30);
    expect(found.value).toBeCloseTo(24000 / 900, 10);
  });

  it("is held back by the same thresholds where the value with estimates is not", () => {
    // reported: 400 of 1000 by weight, which is less than half
    const given = input({
      observations: [reported(4, 40)],
      estimates: [estimated(3, [19, 20, 21])],
    });
    expect(find(aggregate(given), 900)).toMatchObject({ reportedValue: null, status: "A" });
    expect(find(aggregate(given), 900).value).not.toBeNull();
  });
});
