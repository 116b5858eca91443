import { describe, expect, it } from "vitest";
import { estimateAll } from "../../src/estimate/index.js";
import { NOTHING_KNOWN, type Surroundings } from "../../src/estimate/surroundings.js";
import type { Observation } from "../../src/types.js";
import { indicator, mean, reported, series } from "../aggregate/sample.js";

/** 400 townspeople and 600 in the country; of area 9 only the sum is known. */
const PEOPLE: Readonly<Record<string, number>> = { U: 400, R: 600 };
const surroundings: Surroundings = {
  ...NOTHING_KNOWN,
  weight: (_, area, __, { URBANISATION }) => (URBANISATION && area !== 9 ? PEOPLE[URBANISATION] : undefined),
};
const network = (all = [mean], other = {}) =>
  indicator(all, { urbanFirst: true, methods: ["interpolation"], ...other });

function split(observations: readonly Observation[], of = network()) {
  return estimateAll({ indicators: [of], observations, surroundings }).map((one) => ({
    part: one.dimensions.URBANISATION,
    period: one.period,
    value: Math.round(one.value * 1e9) / 1e9,
    low: Math.round(one.low * 1e9) / 1e9,
    high: Math.round(one.high * 1e9) / 1e9,
  }));
}

describe("urban and rural coverage", () => {
  it("gives the towns all they can have and the country the rest", () => {
    // 700 of 1000 are covered: 400 in towns, 300 of 600 in the country; were it even, 70 per cent of either.
    expect(split([reported(4, 70)])).toEqual([
      { part: "R", period: 2020, value: 50, low: 50, high: 70 },
      { part: "U", period: 2020, value: 100, low: 70, high: 100 },
    ]);
  });

  it("gives the country nothing where fewer than the townspeople are covered", () => {
    // 300 of 1000 are covered, so 75 per cent of 400.
    expect(split([reported(4, 30)])).toEqual([
      { part: "R", period: 2020, value: 0, low: 0, high: 30 },
      { part: "U", period: 2020, value: 75, low: 30, high: 75 },
    ]);
  });

  it("is nothing or all where the total is", () => {
    expect(split([reported(4, 0)]).map(({ value }) => value)).toEqual([0, 0]);
    expect(split([reported(4, 100)]).map(({ value }) => value)).toEqual([100, 100]);
  });

  it("leaves what was reported and gives the other part what is left of the total", () => {
    // 700 covered, of whom 360 in towns (90 per cent): 340 of 600 are left.
    const observations = [reported(4, 70), reported(4, 90, { dimensions: { URBANISATION: "U" } })];
    const rural = Math.round((340 / 6) * 1e9) / 1e9;
    expect(split(observations)).toEqual([{ part: "R", period: 2020, value: rural, low: rural, high: rural }]);
  });

  it("is raked to the total where both parts were estimated from reports of their own", () => {
    const parts = (["U", "R"] as const).flatMap((URBANISATION) =>
      [2018, 2020].map((period) => reported(4, 50, { period, dimensions: { URBANISATION } })),
    );
    const totals = [2018, 2019, 2020].map((period) => reported(4, period === 2019 ? 60 : 50, { period }));
    expect(split([...parts, ...totals]).map(({ part, period, value }) => [part, period, value])).toEqual([
      ["R", 2019, 60],
      ["U", 2019, 60],
    ]);
  });

  it("is not made where the urban and rural population is not known, or towns are not served first", () => {
    expect(split([reported(9, 70)])).toEqual([]);
    expect(split([reported(4, 70)], network([mean], { urbanFirst: false }))).toEqual([]);
  });

  it("keeps nested technologies in order", () => {
    const narrow = series("Y", { method: "weighted-mean", weight: "POPULATION" });
    const observations = [
      reported(4, 60),
      reported(4, 70, { dimensions: { URBANISATION: "U" } }),
      reported(4, 50, { series: "Y" }),
    ];
    // 4G covers 500, all 400 in towns if these came first; but any network covers 280 of them only.
    const made = split(observations, network([mean, narrow], { nested: ["X", "Y"] }));
    expect(made.map(({ part, value }) => [part, value])).toEqual([
      ["R", Math.round((320 / 6) * 1e9) / 1e9],
      ["R", Math.round((100 / 6) * 1e9) / 1e9],
      ["U", 70],
    ]);
  });
});
