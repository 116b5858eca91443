import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aggregate } from "../../src/aggregate/aggregate.js";
import type { WeightOf } from "../../src/aggregate/input.js";
import { estimated, find, group, indicator, input, mean, reported, series, weigh } from "./sample.js";

describe("weighted mean", () => {
  it("weighs each country by its reference value", () => {
    // (100·10 + 200·40 + 300·20 + 400·50) / 1000 = (1000 + 8000 + 6000 + 20000) / 1000 = 35
    const observations = [reported(1, 10), reported(2, 40), reported(3, 20), reported(4, 50)];
    expect(aggregate(input({ observations }))).toEqual([
      {
        series: "X",
        area: 900,
        period: 2020,
        dimensions: {},
        value: 35,
        weightCovered: 1,
        weightUsed: 1,
        weightStandIn: 0,
        countries: 4,
        countriesReported: 4,
        countriesEstimated: 0,
        reportedValue: 35,
        low: null,
        high: null,
        status: "A",
      },
    ]);
  });

  it("is the country's own value when the group has one country", () => {
    const single = input({ observations: [reported(1, 12.5)], groups: [group(901, [1])] });
    expect(find(aggregate(single), 901)).toMatchObject({ value: 12.5, countries: 1, status: "A" });
  });

  it("uses an estimate beside reported values and carries its band", () => {
    // 600·20 + 400·(10, 30, 50) = 16000, 24000, 32000 over 1000
    const observations = [reported(1, 20), reported(2, 20), reported(3, 20)];
    const estimates = [estimated(4, [10, 30, 50])];
    expect(find(aggregate(input({ observations, estimates })), 900)).toMatchObject({
      value: 24,
      low: 16,
      high: 32,
      weightCovered: 0.6,
      weightUsed: 1,
      countriesReported: 3,
      countriesEstimated: 1,
      status: "A",
    });
  });

  it("keeps the observation where an estimate stands beside it", () => {
    const both = input({
      observations: [reported(1, 20)],
      estimates: [estimated(1, [0, 90, 100])],
      groups: [group(901, [1])],
    });
    expect(find(aggregate(both), 901)).toMatchObject({ value: 20, low: null, countriesEstimated: 0 });
  });

  it("applies the unit multiplier once", () => {
    const observations = [reported(1, 250, { unitMultiplier: -1 })];
    expect(find(aggregate(input({ observations, groups: [group(901, [1])] })), 901).value).toBe(25);
  });

  it("skips null values", () => {
    const observations = [reported(3, 20), reported(4, 20), reported(1, null, { status: "L" })];
    expect(find(aggregate(input({ observations })), 900)).toMatchObject({ value: 20, countriesReported: 2 });
  });

  it("leaves a member where nobody lives out of value and coverage", () => {
    const observations = [reported(1, 10), reported(2, 90), reported(3, 90)];
    const weight = weigh({ 1: 100, 2: 0 });
    expect(
      find(aggregate(input({ observations, weight, groups: [group(901, [1, 2, 3])] })), 901),
    ).toMatchObject({ value: 10, countries: 1, countriesReported: 1, weightCovered: 1 });
  });

  it("publishes nothing for a group most of whose countries have no weight", () => {
    const households = series("X", { method: "weighted-mean", weight: "HOUSEHOLDS" });
    const population = weigh({ 1: 100, 2: 100, 3: 100 });
    const weight: WeightOf = (id, area, period, dimensions) =>
      id === "HOUSEHOLDS" ? (area === 1 ? 30 : undefined) : population(id, area, period, dimensions);
    const given = input({
      indicators: [indicator([households])],
      observations: [reported(1, 10)],
      weight,
      groups: [group(901, [1, 2, 3])],
    });
    expect(find(aggregate(given), 901)).toMatchObject({
      value: null,
      countries: 3,
      countriesReported: 1,
      status: "O",
    });
  });

  it("has no value where no member has a weight", () => {
    const observations = [reported(1, 10)];
    expect(find(aggregate(input({ observations, weight: () => undefined })), 900)).toMatchObject({
      value: null,
      countriesReported: 0,
      weightCovered: 0,
      weightUsed: 0,
      status: "O",
    });
  });
});

describe("other methods", () => {
  const counts = series("N", { method: "sum" }, { maximum: null });
  const rate = series("R", { method: "ratio", count: "N", denominator: "POPULATION", factor: 100 });
  const indicators = [indicator([counts, rate])];

  it("sums counts over countries, each counting once in the coverage", () => {
    const observations = [
      reported(1, 5, { series: "N" }),
      reported(2, 2, { series: "N", unitMultiplier: 3 }),
    ];
    const estimates = [estimated(4, [1, 10, 100], { series: "N" })];
    expect(
      find(aggregate(input({ indicators: [indicator([counts])], observations, estimates })), 900),
    ).toMatchObject({
      value: 2015,
      low: 2006,
      high: 2105,
      weightCovered: 0.5,
      weightUsed: 0.75,
      countries: 4,
      status: "A",
    });
  });

  it("divides total count by total denominator over the countries that have both", () => {
    // 100·(10 + 90) / (100 + 400) = 20; area 9 has a count but no population, areas 2 and 3 no count.
    const observations = [10, 0, 0, 90]
      .flatMap((value, index) => (value > 0 ? [reported(index + 1, value, { series: "N" })] : []))
      .concat(reported(9, 1000, { series: "N" }));
    const groups = [group(900, [1, 2, 3, 4, 9])];
    expect(
      aggregate(input({ indicators, observations, groups })).find((one) => one.series === "R"),
    ).toMatchObject({ value: 20, weightCovered: 0.5, countries: 4, countriesReported: 2, status: "U" });
  });

  it("takes the count back from a reported rate where only the rate was reported", () => {
    // Area 1: count 10. Area 4: 25 per 100 of 400 = 100. 100·(10 + 100) / 500 = 22
    const observations = [reported(1, 10, { series: "N" }), reported(4, 25, { series: "R" })];
    const groups = [group(900, [1, 4])];
    expect(aggregate(input({ indicators: [indicator([rate])], observations, groups }))).toMatchObject([
      { value: 22, countriesReported: 2 },
    ]);
  });

  it("prefers the count to the rate, and a reported rate to an estimated count", () => {
    const observations = [
      reported(1, 10, { series: "N" }),
      reported(1, 99, { series: "R" }),
      reported(2, 30, { series: "R" }),
    ];
    const estimates = [estimated(2, [1, 1, 1], { series: "N" })];
    // Area 1: 10. Area 2: 30 per 100 of 200 = 60. 100·70 / 300
    const groups = [group(900, [1, 2])];
    expect(
      aggregate(input({ indicators: [indicator([rate])], observations, estimates, groups }))[0]?.value,
    ).toBeCloseTo(70 / 3, 10);
  });

  it("takes the harmonic mean for a ratio whose denominator is not reported", () => {
    // 100 learners, 10 a computer: 10 computers. 400 learners, 20 a computer: 20. 500 / 30.
    const learners = series("L", { method: "harmonic-mean", weight: "LEARNERS" }, { maximum: null });
    const observations = [reported(1, 10, { series: "L" })];
    const estimates = [estimated(4, [10, 20, 40], { series: "L" })];
    const groups = [group(900, [1, 4])];
    const [one] = aggregate(input({ indicators: [indicator([learners])], observations, estimates, groups }));
    expect(one?.value).toBeCloseTo(50 / 3, 10);
    // Low 500 / (10 + 40), high 500 / (10 + 10)
    expect([one?.low, one?.high]).toEqual([10, 25]);
  });

  it("leaves a zero out of a harmonic mean", () => {
    const learners = series("L", { method: "harmonic-mean", weight: "LEARNERS" }, { maximum: null });
    const observations = [reported(1, 0, { series: "L" }), reported(4, 20, { series: "L" })];
    const groups = [group(900, [1, 4])];
    expect(aggregate(input({ indicators: [indicator([learners])], observations, groups }))).toMatchObject([
      { value: 20, countriesReported: 1, weightCovered: 0.8 },
    ]);
  });

  it("takes the middle country of an odd number and the mean of the two of an even number", () => {
    const price = series("P", { method: "median" }, { maximum: null });
    const indicators = [indicator([price])];
    const observations = [9, 1, 2].map((value, index) => reported(index + 1, value, { series: "P" }));
    expect(aggregate(input({ indicators, observations }))).toMatchObject([{ value: 2, weightCovered: 0.75 }]);
    const estimates = [estimated(4, [3, 4, 10], { series: "P" })];
    // Sorted 1 2 4 9; at the low 1 2 3 9; at the high 1 2 9 10.
    expect(aggregate(input({ indicators, observations, estimates }))).toMatchObject([
      { value: 3, low: 2.5, high: 5.5 },
    ]);
  });

  it("makes nothing for a series without an aggregation or without any figure", () => {
    const none = series("X", { method: "none", reason: "No weights are agreed." });
    expect(aggregate(input({ indicators: [indicator([none])], observations: [reported(1, 5)] }))).toEqual([]);
    expect(aggregate(input({ observations: [] }))).toEqual([]);
  });

  it("gives a group without any figure a row without a value where other countries have one", () => {
    const groups = [group(901, [1]), group(902, [2])];
    expect(find(aggregate(input({ observations: [reported(1, 5)], groups })), 902)).toMatchObject({
      value: null,
      low: null,
      high: null,
      weightUsed: 0,
      countries: 1,
      status: "O",
    });
  });
});

describe("groups", () => {
  it("follows the composition of each year", () => {
    const observations = [2020, 2021].flatMap((period) => [
      reported(1, 10, { period }),
      reported(2, 40, { period }),
    ]);
    const leaving = { code: 901, members: (year: number) => (year < 2021 ? [1, 2] : [1]) };
    expect(
      aggregate(input({ observations, groups: [leaving] })).map(({ period, value }) => [period, value]),
    ).toEqual([
      [2020, 30],
      [2021, 10],
    ]);
  });

  it("counts a member once that is listed twice", () => {
    const observations = [reported(1, 10), reported(2, 40)];
    expect(find(aggregate(input({ observations, groups: [group(901, [2, 1, 2])] })), 901).value).toBe(30);
  });

  it("makes the world of countries, also of those in no region", () => {
    const observations = [reported(1, 10), reported(2, 40), reported(3, 70)];
    const groups = [group(1, [1, 2, 3]), group(901, [1, 2])];
    // (1000 + 8000 + 21000) / 600 = 50, not the 30 of its only region
    expect(find(aggregate(input({ observations, groups })), 1).value).toBe(50);
  });

  it("orders by series, group, year and breakdown", () => {
    const other = series("A", { method: "sum" });
    const observations = [
      reported(1, 1, { period: 2021 }),
      reported(1, 1, { dimensions: { SEX: "M" } }),
      reported(1, 1),
      reported(1, 1, { dimensions: { SEX: "F" } }),
      reported(1, 1, { series: "A" }),
    ];
    const groups = [group(902, [1]), group(901, [1])];
    const rows = aggregate(input({ indicators: [indicator([mean, other])], observations, groups }));
    expect(rows.map((row) => `${row.series} ${row.area} ${row.period} ${row.dimensions.SEX ?? ""}`)).toEqual([
      "A 901 2020 ",
      "A 902 2020 ",
      "X 901 2020 ",
      "X 901 2020 F",
      "X 901 2020 M",
      "X 901 2021 ",
      "X 902 2020 ",
      "X 902 2020 F",
      "X 902 2020 M",
      "X 902 2021 ",
    ]);
  });
});

describe("properties", () => {
  const share = fc.double({ min: 0, max: 100, noNaN: true });
  const countries = fc.array(fc.tuple(share, fc.integer({ min: 1, max: 1_500_000_000 })), {
    minLength: 1,
    maxLength: 40,
  });

  function world(values: readonly (readonly [number, number])[], order: readonly number[]) {
    const weights = Object.fromEntries(values.map(([, weight], index) => [index + 1, weight]));
    const observations = order.map((index) => reported(index + 1, values[index]?.[0] ?? null));
    const groups = [
      group(
        1,
        order.map((index) => index + 1),
      ),
    ];
    return find(aggregate(input({ observations, weight: weigh(weights), groups })), 1).value ?? Number.NaN;
  }

  it("puts a weighted mean between the least and the greatest of its values", () => {
    fc.assert(
      fc.property(countries, (values) => {
        const value = world(
          values,
          values.map((_, index) => index),
        );
        const all = values.map(([x]) => x);
        // The sums are rounded: allow the last bits.
        const slack = 1e-12 * Math.max(...all);
        return value >= Math.min(...all) - slack && value <= Math.max(...all) + slack;
      }),
    );
  });

  it("gives the same bits whatever the order of countries and members", () => {
    const shuffled = countries.chain((values) =>
      fc.tuple(
        fc.constant(values),
        fc.shuffledSubarray(
          values.map((_, index) => index),
          { minLength: values.length },
        ),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([values, order]) =>
        Object.is(
          world(values, order),
          world(
            values,
            values.map((_, index) => index),
          ),
        ),
      ),
    );
  });
});
