import { describe, expect, it } from "vitest";
import { contributions } from "../../src/aggregate/contributions.js";
import { estimated, group, indicator, input, reported, series } from "./sample.js";

const key = { series: "X", area: 900, period: 2020, dimensions: {} };

describe("contributions", () => {
  it("gives each member's value, origin, weight and share of the weight used", () => {
    const given = input({
      observations: [reported(1, 10), reported(3, 20), reported(3, 1, { period: 2019 })],
      estimates: [estimated(4, [10, 30, 50])],
    });
    expect(contributions(given, key)).toEqual([
      { area: 1, value: 10, source: "reported", weight: 100, share: 0.125 },
      { area: 2, value: null, source: "missing", weight: 200, share: 0 },
      { area: 3, value: 20, source: "reported", weight: 300, share: 0.375 },
      { area: 4, value: 30, source: "estimated", weight: 400, share: 0.5 },
    ]);
  });

  it("gives the part of the sum where countries are not weighted", () => {
    const sum = input({
      indicators: [indicator([series("X", { method: "sum" })])],
      observations: [reported(1, 30), reported(2, 10)],
      groups: [group(900, [1, 2])],
    });
    expect(contributions(sum, key).map(({ weight, share }) => [weight, share])).toEqual([
      [1, 0.75],
      [1, 0.25],
    ]);
  });

  it("gives the rate a count amounts to", () => {
    const rate = series("X", { method: "ratio", count: "N", denominator: "POPULATION", factor: 100 });
    const given = input({
      indicators: [indicator([rate])],
      observations: [reported(2, 50, { series: "N" })],
      groups: [group(900, [2])],
    });
    expect(contributions(given, key)).toEqual([
      { area: 2, value: 25, source: "reported", weight: 200, share: 1 },
    ]);
  });

  it("is empty where there is no such aggregate", () => {
    const given = input({ observations: [reported(1, 10)] });
    expect(contributions(given, { ...key, area: 7 })).toEqual([]);
    expect(contributions(given, { ...key, series: "Y" })).toEqual([]);
    expect(contributions(given, { ...key, period: 1999 })).toEqual([]);
  });
});
