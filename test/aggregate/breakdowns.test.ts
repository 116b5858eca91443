import { describe, expect, it } from "vitest";
import { aggregate } from "../../src/aggregate/aggregate.js";
import type { AggregateInput } from "../../src/aggregate/input.js";
import { find, group, indicator, input, reported, series } from "./sample.js";

const women = { SEX: "F" } as const;
const F = { dimensions: women };

/** Totals 100 and 300; women as given, by area. */
function weighWomen(own: Readonly<Record<number, number>>): AggregateInput["weight"] {
  const totals: Readonly<Record<number, number>> = { 1: 100, 2: 300, 3: 400 };
  return (_, area, __, { SEX, EDUCATION_LEV }) => {
    if (EDUCATION_LEV) return undefined;
    return SEX === "F" ? own[area] : totals[area];
  };
}

describe("aggregates of a breakdown", () => {
  const groups = [group(900, [1, 2])];

  it("weighs women by women", () => {
    // (60·10 + 140·50) / 200 = 38
    const observations = [reported(1, 10, F), reported(2, 50, F)];
    const rows = aggregate(input({ observations, groups, weight: weighWomen({ 1: 60, 2: 140 }) }));
    expect(find(rows, 900, women)).toMatchObject({ value: 38, weightStandIn: 0 });
  });

  it("falls back to the total where the denominator does not know the breakdown", () => {
    // (100·10 + 300·50) / 400 = 40
    const level = { dimensions: { EDUCATION_LEV: "ISCED11_1" } };
    const observations = [reported(1, 10, level), reported(2, 50, level)];
    const rows = aggregate(input({ observations, groups, weight: weighWomen({}) }));
    expect(find(rows, 900, level.dimensions)).toMatchObject({ value: 40, weightStandIn: 1 });
  });

  it("gives an area the common share of its total where only others have the breakdown", () => {
    // Women are (60 + 140) / (100 + 300) = half of areas 1 and 2, so area 3 weighs 200:
    // (60·10 + 140·50 + 200·62) / 400 = (600 + 7000 + 12400) / 400 = 50
    const observations = [reported(1, 10, F), reported(2, 50, F), reported(3, 62, F)];
    const weight = weighWomen({ 1: 60, 2: 140 });
    const rows = aggregate(input({ observations, groups: [group(900, [1, 2, 3])], weight }));
    // Half of the weight, 200 of 400, is made of a total.
    expect(find(rows, 900, women)).toMatchObject({ value: 50, countries: 3, weightStandIn: 0.5 });
  });

  it("says of each group how much of its own weight is made of totals, with or without a figure", () => {
    // Area 2 knows no women: it weighs 300 · 60/100 = 180, with or without a figure.
    const apart = [group(900, [1]), group(901, [2]), group(902, [1, 2])];
    const weight = weighWomen({ 1: 60 });
    const rows = aggregate(input({ observations: [reported(1, 10, F)], groups: apart, weight }));
    expect([900, 901, 902].map((code) => find(rows, code, women).weightStandIn)).toEqual([0, 1, 0.75]);
  });

  it("has no stand-in where countries are not weighted", () => {
    const sum = indicator([series("X", { method: "sum" })]);
    const observations = [reported(1, 10, F), reported(2, 50, F)];
    const rows = aggregate(input({ indicators: [sum], observations, groups, weight: weighWomen({}) }));
    expect(find(rows, 900, women)).toMatchObject({ value: 60, weightStandIn: 0 });
  });

  it("leaves out an area of which the breakdown is known to be empty", () => {
    const observations = [reported(1, 10, F), reported(2, 50, F)];
    const rows = aggregate(input({ observations, groups, weight: weighWomen({ 1: 60, 2: 0 }) }));
    expect(find(rows, 900, women)).toMatchObject({ value: 10, countriesReported: 1 });
  });

  it("covers each breakdown by what was reported of it", () => {
    const observations = [reported(1, 10), reported(2, 20), reported(2, 50, F)];
    const rows = aggregate(input({ observations, groups, weight: weighWomen({ 1: 60, 2: 140 }) }));
    expect(find(rows, 900)).toMatchObject({ value: 17.5, weightCovered: 1 });
    expect(find(rows, 900, women)).toMatchObject({ value: 50, weightCovered: 0.7 });
  });

  it("makes none by a dimension the series excludes", () => {
    const tiers = series("X", { method: "sum" }, { noAggregateBy: ["COMPOSITE_BREAKDOWN"] });
    const tier = { dimensions: { COMPOSITE_BREAKDOWN: "IS_GE10M" } };
    const rows = aggregate(
      input({
        indicators: [indicator([tiers])],
        observations: [reported(1, 1, tier), reported(1, 3)],
        groups: [group(900, [1])],
      }),
    );
    expect(rows.map(({ dimensions, value }) => [dimensions, value])).toEqual([[{}, 3]]);
  });

  it("takes the breakdowns of a ratio from its count as well", () => {
    const rate = series("R", { method: "ratio", count: "N", denominator: "POPULATION", factor: 100 });
    const observations = [reported(1, 15, { series: "N", ...F }), reported(2, 35, { series: "N", ...F })];
    const weight = weighWomen({ 1: 60, 2: 140 });
    // 100·50 / 200
    expect(
      find(aggregate(input({ indicators: [indicator([rate])], observations, groups, weight })), 900, women),
    ).toMatchObject({ series: "R", value: 25 });
  });
});
