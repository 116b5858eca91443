import { describe, expect, it } from "vitest";
import type { Series } from "../../src/define.js";
import { influencesOf } from "../../src/settle/influence.js";
import type { Standings } from "../../src/settle/standings.js";
import { group, reported } from "../aggregate/sample.js";
import { count, keyOf, percentage, REGION, standings, WORLD } from "./sample.js";

/** What a figure of country 2 does to the world and to its region, `[shift, size]` each. */
function influence(at: Standings, series: Series, value: number, expected: number | null) {
  const found = influencesOf(series, at.placeOf(series, keyOf(2)), { area: 2, value, expected });
  return new Map(found.map(({ group: code, shift, size }) => [code, [shift, size]]));
}

function near(...[shift, size]: readonly number[]) {
  return [expect.closeTo(shift as number, 9), expect.closeTo(size as number, 9)];
}

describe("the influence of a percentage on a weighted mean", () => {
  const all = standings({ 1: 40, 2: 50, 3: 60 });

  it("is w · (x − x̂) / Σ w, in points of the group", () => {
    const found = influence(all, percentage, 50, 20);
    expect(found.get(WORLD)).toEqual(near(6, 6)); // 200 · 30 / 1000
    expect(found.get(REGION)).toEqual(near(20, 20)); // 200 · 30 / 300
  });

  it("has the sign of the error and a size without one", () => {
    expect(influence(all, percentage, 20, 50).get(WORLD)).toEqual(near(-6, 6));
  });

  it("does not grow because others have not reported", () => {
    const found = influence(standings({ 1: 40, 2: 50 }), percentage, 50, 20);
    expect(found.get(WORLD)).toEqual(near(6, 6));
  });

  it("is the same for the only country that has reported", () => {
    expect(influence(standings({ 2: 50 }), percentage, 50, 20).get(WORLD)).toEqual(near(6, 6));
  });

  it("is the same for a figure that is held back", () => {
    expect(influence(standings({ 1: 40, 3: 60 }), percentage, 50, 20).get(WORLD)).toEqual(near(6, 6));
  });

  it("is, without expectation, that of its absence: the others' mean stands in its place", () => {
    // The others: (100 · 40 + 700 · 60) / 800 = 57.5; 200 · (90 − 57.5) / 1000 = 6.5
    expect(influence(standings({ 1: 40, 3: 60 }), percentage, 90, null).get(WORLD)).toEqual(near(6.5, 6.5));
    // An accepted figure is not among the others: 200 · (50 − 57.5) / 1000
    expect(influence(all, percentage, 50, null).get(WORLD)).toEqual(near(-1.5, 1.5));
  });

  it("is unknown where nothing is expected and nobody else has reported", () => {
    expect([...influence(standings({ 2: 50 }), percentage, 50, null)]).toEqual([]);
  });

  it("is unknown without a weight", () => {
    const weightless = standings(
      { 1: 40, 2: 50, 3: 60 },
      { weight: (_, area) => (area === 2 ? undefined : 1) },
    );
    expect([...influence(weightless, percentage, 50, 20)]).toEqual([]);
  });

  it("reaches the groups the country was in that year, and no others", () => {
    const groups = [
      group(WORLD, [1, 2, 3]),
      { code: 7, members: (year: number) => (year < 2020 ? [2] : [3]) },
    ];
    const moved = standings({ 1: 40, 2: 50, 3: 60 }, { groups });
    expect([...influence(moved, percentage, 50, 20).keys()]).toEqual([WORLD]);
  });
});

describe("the influence on a harmonic mean", () => {
  const perComputer = count({ method: "harmonic-mean", weight: "LEARNERS" });
  const all = standings({ 1: 10, 2: 20, 3: 35 });

  it("comes from the sum of computers", () => {
    // 1000 / (10 + 10 + 20) = 25 against 1000 / (10 + 40 + 20)
    expect(influence(all, perComputer, 20, 5).get(WORLD)).toEqual(near(25 - 1000 / 70, 300 / 7));
  });

  it("of no learner per computer is that of an absence", () => {
    // Nothing can be added up, so the others' mean, 800 / (10 + 20), stands against 1000 / (800 / (800 / 30) + 10) = 25
    expect(influence(all, perComputer, 0, 20).get(WORLD)).toEqual(near(800 / 30 - 25, 6.25));
  });
});

describe("the influence on a sum", () => {
  const sum = count({ method: "sum" });
  const all = standings({ 1: 100, 2: 300, 3: 600 });

  it("is the difference, and per cent of the larger total", () => {
    expect(influence(all, sum, 300, 100).get(WORLD)).toEqual(near(200, 20)); // 1000 against 800
    expect(influence(all, sum, 100, 300).get(WORLD)).toEqual(near(-200, 20)); // 800 against 1000
    expect(influence(all, sum, 300, 100).get(REGION)).toEqual(near(200, 50)); // 400 against 200
  });

  it("is, without expectation, the part of the total that would be missing", () => {
    expect(influence(all, sum, 300, null).get(WORLD)).toEqual(near(300, 30)); // 1000 against 700
  });

  it("stays below 100 per cent however wild the figure", () => {
    expect(influence(all, sum, 3e9, 300).get(WORLD)?.[1]).toBeLessThan(100);
  });
});

describe("the influence on a ratio", () => {
  const rate = count({ method: "ratio", count: "N", denominator: "POPULATION", factor: 100 });
  const counts = [
    reported(1, 10, { series: "N" }),
    reported(2, 40, { series: "N" }),
    reported(3, 150, { series: "N" }),
  ];

  it("takes the rate for its count, in per cent of the group's rate", () => {
    // 100 · (10 + 40 + 150) / 1000 = 20 against 100 · (10 + 10 + 150) / 1000 = 17
    const found = influence(standings({}, { observations: counts }), rate, 20, 5);
    expect(found.get(WORLD)).toEqual(near(3, 15));
  });
});

describe("the influence on a median", () => {
  const price = count({ method: "median" });
  const all = standings({ 1: 10, 2: 20, 3: 60 });

  it("is how far the middle moves", () => {
    expect(influence(all, price, 20, 70).get(WORLD)).toEqual(near(20 - 60, 200 / 3));
    expect(influence(all, price, 20, 25).get(WORLD)).toEqual(near(-5, 20));
  });

  it("is nothing where the middle stays", () => {
    const four = standings({ 1: 10, 3: 60 });
    // 10, 60, 70 and 10, 60, 900 have the same middle
    expect(influence(four, price, 900, 70).get(WORLD)).toEqual(near(0, 0));
  });

  it("is, without expectation, against the middle of the others", () => {
    expect(influence(all, price, 20, null).get(WORLD)).toEqual(near(20 - 35, 300 / 7));
  });
});

describe("standings", () => {
  it("add up a group once, however many figures are asked about", () => {
    let asked = 0;
    const counting = standings(
      { 1: 40, 2: 50, 3: 60 },
      {
        weight: () => {
          asked += 1;
          return 1;
        },
      },
    );
    for (let i = 0; i < 5; i++) influence(counting, percentage, 50, 20);
    expect(asked).toBe(3); // one weight for each country
  });

  it("weigh a breakdown with its own population", () => {
    const women = { SEX: "F" };
    const weight = (_: string, area: number, __: number, { SEX }: { SEX?: string }) =>
      SEX ? ({ 1: 50, 2: 50, 3: 300 }[area] ?? 0) : 1000;
    const at = standings({}, { observations: [reported(1, 40, { dimensions: women })], weight });
    const place = at.placeOf(percentage, keyOf(2, { dimensions: women }));
    const found = influencesOf(percentage, place, { area: 2, value: 50, expected: 42 });
    expect(found.find((one) => one.group === WORLD)?.shift).toBeCloseTo(1, 9); // 50 · 8 / 400
  });
});
