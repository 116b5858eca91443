import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHAIN } from "../../indicators/chain.js";
import { backtest, scoresBy } from "../../src/estimate/backtest.js";
import { asYearsBefore, hide, newestOf } from "../../src/estimate/hide.js";
import { estimateAll } from "../../src/estimate/index.js";
import type { Surroundings } from "../../src/estimate/surroundings.js";
import { compareKeys, sameKey } from "../../src/keys.js";
import type { Dimensions } from "../../src/types.js";
import { indicator, mean, reported, series } from "../aggregate/sample.js";

const wide = mean;
const narrow = series("Y", { method: "weighted-mean", weight: "POPULATION" });
const nested = indicator([wide, narrow], { nested: ["X", "Y"], methods: CHAIN });
const weights: Readonly<Record<string, number>> = { F: 60, M: 40 };
const surroundings: Surroundings = {
  countries: [1, 2, 3, 4, 5, 6],
  areas: [1, 2, 3, 4, 5, 6],
  regionOf: (area) => (area % 2 === 0 ? 901 : 902),
  incomeOf: (area) => (area % 4) + 1,
  weight: (_, __, ___, dimensions) => weights[dimensions.SEX ?? ""] ?? 100,
  operator: () => undefined,
};

const figure = fc.record({
  series: fc.constantFrom("X", "Y"),
  area: fc.integer({ min: 1, max: 5 }),
  period: fc.integer({ min: 2005, max: 2015 }),
  value: fc.double({ min: 0, max: 100, noNaN: true }),
  dimensions: fc.constantFrom<Dimensions>({}, { SEX: "F" }, { SEX: "M" }),
});
const figures = fc
  .uniqueArray(figure, {
    selector: (one) => JSON.stringify([one.series, one.area, one.period, one.dimensions]),
    maxLength: 60,
  })
  .map((all) => all.map(({ area, value, ...other }) => reported(area, value, other)));

describe("estimates of the chain", () => {
  it("stay in range, never stand where a country reported, and are the same in any order", () => {
    fc.assert(
      fc.property(figures, (observations) => {
        const estimates = estimateAll({ indicators: [nested], observations, surroundings });
        for (const one of estimates) {
          expect(one.low).toBeGreaterThanOrEqual(0);
          expect(one.high).toBeLessThanOrEqual(100);
          expect(one.low).toBeLessThanOrEqual(one.value);
          expect(one.value).toBeLessThanOrEqual(one.high);
          expect(observations.some((observation) => sameKey(observation, one))).toBe(false);
        }
        expect([...estimates].sort(compareKeys)).toEqual(estimates);
        const reversed = [...observations].reverse();
        expect(estimateAll({ indicators: [nested], observations: reversed, surroundings })).toEqual(
          estimates,
        );
      }),
      { numRuns: 60 },
    );
  });

  it("put an estimate of the wider technology at or above the narrower one, when reports do not disagree", () => {
    const observations = [
      ...[1, 2, 3, 5].flatMap((area) => [2010, 2011].map((period) => reported(area, 10 + area, { period }))),
      ...[1, 2, 3, 5].map((area) => reported(area, 5, { series: "Y", period: 2010 })),
      reported(4, 10, { period: 2010 }),
      reported(4, 30, { series: "Y", period: 2011 }),
    ];
    const estimates = estimateAll({ indicators: [nested], observations, surroundings });
    const of4 = estimates.find(({ series, area, period }) => series === "X" && area === 4 && period === 2011);
    expect(of4?.value).toBe(30);
  });

  it("rake women and men to both sexes by their numbers", () => {
    const observations = [
      ...([{ SEX: "F" }, { SEX: "M" }] as const).flatMap((dimensions) => [
        reported(2, 40, { period: 2010, dimensions }),
        reported(2, 60, { period: 2012, dimensions }),
      ]),
      ...[2010, 2011, 2012].map((period) => reported(2, 55, { period })),
    ];
    const alone = indicator([mean], { methods: ["interpolation"] });
    const [women, men] = estimateAll({ indicators: [alone], observations, surroundings });
    expect(0.6 * (women?.value ?? 0) + 0.4 * (men?.value ?? 0)).toBeCloseTo(55, 9);
  });
});

describe("a back-test", () => {
  // Six countries that stay at their level: whatever is carried is right.
  const observations = [1, 2, 3, 4, 5, 6].flatMap((area) =>
    [2010, 2011, 2012, 2013].map((period) => reported(area, 10 * area, { period })),
  );
  const given = { indicators: [indicator([mean], { methods: CHAIN })], observations, surroundings, seed: 1 };

  it("hides the same values for the same seed, and the last ones of some countries", () => {
    const { hidden, remaining } = hide(observations, "last-2", 1);
    expect(hide([...observations].reverse(), "last-2", 1).hidden).toEqual(hidden);
    expect(hidden.length).toBeGreaterThan(0);
    expect(hidden.every(({ period }) => period >= 2012)).toBe(true);
    expect(hidden.length + remaining.length).toBe(observations.length);
  });

  it("hides the first ones of some countries", () => {
    const { hidden } = hide(observations, "first-2", 1);
    expect(hidden.length).toBeGreaterThan(0);
    expect(hidden.every(({ period }) => period <= 2011)).toBe(true);
  });

  it("plays an earlier year again with the delays of the newest one", () => {
    // Country 1 is up to date in 2013, country 2 a year late: in 2012 they would have told of 2012 and 2011.
    const late = observations.filter(({ area, period }) => area === 1 || (area === 2 && period < 2013));
    const known = asYearsBefore(late, newestOf(late), 1);
    expect(known.map(({ area, period }) => [area, period])).toEqual([
      [1, 2010],
      [1, 2011],
      [1, 2012],
      [2, 2010],
      [2, 2011],
    ]);
  });

  it("finds no error where nothing changes", () => {
    const residuals = backtest({ ...given, candidates: [{ name: "carried", chain: ["nearest-year"] }] });
    const [score] = scoresBy(residuals, ({ candidate }) => [candidate]);
    expect(score).toMatchObject({ by: ["carried"], meanAbsoluteError: 0, bias: 0, coverage: 1 });
    expect(residuals.map(({ horizon }) => horizon)).toContain(2);
  });

  it("counts errors, bias and coverage by hand", () => {
    const residual = {
      candidate: "a",
      method: "m",
      scenario: "random",
      series: "X",
      area: 1,
      region: 901,
      period: 2010,
      horizon: 1,
    } as const;
    const scores = scoresBy(
      [
        { ...residual, truth: 10, value: 12, low: 9, high: 15 },
        { ...residual, truth: 20, value: 16, low: 15, high: 17 },
      ],
      () => ["all"],
    );
    expect(scores).toEqual([{ by: ["all"], count: 2, meanAbsoluteError: 3, bias: -1, coverage: 0.5 }]);
  });
});
