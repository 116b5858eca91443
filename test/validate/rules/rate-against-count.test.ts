import { describe, expect, it } from "vitest";
import { dimensionsOf } from "../../../src/keys.js";
import rule from "../../../src/validate/rules/rate-against-count.js";
import { contextOf, failures, indicatorOf, observed, outcome } from "../observation.js";

const MILLION = contextOf("IT_NET_BBND", { reference: () => 1_000_000 });

const both = (rate: number | null, count: number | null) => [
  observed({ series: "IT_NET_BBND", value: rate, line: 2 }),
  observed({ series: "IT_NET_BBNDN", value: count, line: 3 }),
];

describe("rate-against-count, with a million inhabitants", () => {
  it("applies where a rate is made from a count", () => {
    expect(rule.applies(indicatorOf("IT_NET_BBND"))).toBe(true);
    expect(rule.applies(indicatorOf("IT_USE_II99"))).toBe(false);
  });

  it.each([
    [30, 300_000],
    // 3.3 apart: 10 % of the larger is 3.33; then 3, and 10 % of 30 is 3.
    [33.3, 300_000],
    [27, 300_000],
    // 0.1 per 100, sent without decimals.
    [0, 1000],
    [0, 0],
  ])("passes %d per 100 with a count of %d", (rate, count) => {
    expect(outcome(rule, both(rate, count), MILLION)).toBe("pass");
  });

  it.each([
    // 3.4 apart: 10 % of the larger is 3.34; then 3.1, and 10 % of 30 is 3.
    [33.4, 300_000],
    [26.9, 300_000],
    [0.2, 1000],
    // In thousands, without saying so.
    [30, 300],
  ])("fails %d per 100 with a count of %d", (rate, count) => {
    expect(outcome(rule, both(rate, count), MILLION)).toBe("fail");
  });

  it("is about the rate, and says what it was held against", () => {
    const params = { value: 36, expected: 30, count: 300_000, denominator: 1_000_000, other: 3, usual: "no" };
    expect(failures(rule, both(36, 300_000), MILLION)).toEqual([{ line: 2, column: "OBS_VALUE", params }]);
  });

  describe("of a country whose rates are usually 20 % above", () => {
    const year = (period: number, rate: number) =>
      both(rate, 300_000).map((one) => ({ ...one, period, line: one.line + 10 * (period - 2020) }));
    const usual = [2020, 2021, 2022, 2023].flatMap((period) => year(period, 36));

    it("asks about the ratio once, at the newest year", () => {
      expect(failures(rule, [...usual, ...year(2024, 36)], MILLION).map(({ line }) => line)).toEqual([42]);
    });

    it("asks about a year that is more than 10 % from it", () => {
      // 36 is expected, of which 42 is 6 off, where 4.2 may be; and 30, right by the reference, is 6 off.
      const found = failures(rule, [...usual, ...year(2024, 42)], MILLION);
      expect(found.map(({ line, params }) => [line, params.expected])).toEqual([[42, 36]]);
      expect(failures(rule, [...usual, ...year(2024, 30)], MILLION).map(({ line }) => line)).toEqual([42]);
    });

    it("takes the usual ratio from what was accepted before, and does not ask again", () => {
      const accepted = (value: number) =>
        new Map([2015, 2016, 2017, 2018, 2019].map((at) => [at, { value, status: "A", ageScope: "" }]));
      const context = {
        ...MILLION,
        previous: (series: string) => accepted(series === "IT_NET_BBND" ? 36 : 300_000),
      };
      expect(outcome(rule, both(36, 300_000), context)).toBe("pass");
      expect(outcome(rule, both(30, 300_000), context)).toBe("fail");
    });
  });

  it("holds speed tiers against the same population, which is not broken down by speed", () => {
    const fast = both(36, 300_000).map((one) => ({
      ...one,
      dimensions: dimensionsOf({ COMPOSITE_BREAKDOWN: "IS_GE10M" }),
    }));
    const context = contextOf("IT_NET_BBND", {
      reference: (_id, _area, _period, dimensions) =>
        dimensions === dimensionsOf({}) ? 1_000_000 : undefined,
    });
    expect(outcome(rule, fast, context)).toBe("fail");
  });

  it("applies UNIT_MULT to the count, the rate and its rounding", () => {
    const [rate, count] = [
      observed({ series: "IT_NET_BBND", value: 3, unitMultiplier: 1 }),
      (value: number) => observed({ series: "IT_NET_BBNDN", value, unitMultiplier: 3 }),
    ];
    // 3 · 10 may be anything from 25 to 35.
    expect(outcome(rule, [rate, count(340)], MILLION)).toBe("pass");
    expect(outcome(rule, [rate, count(400)], MILLION)).toBe("fail");
  });

  it("asks for the denominator of the series, for the area, year and breakdown of the rate", () => {
    const asked: unknown[] = [];
    const context = contextOf("IT_NET_BBND", {
      reference(...key) {
        asked.push(key);
        return undefined;
      },
    });
    expect(outcome(rule, both(30, 300_000), context)).toBe("not-evaluable");
    expect(asked).toEqual([["POPULATION", 756, 2020, dimensionsOf({})]]);
  });

  it.each([
    ["no count", both(30, 0).slice(0, 1)],
    ["no rate", both(30, 300_000).slice(1)],
    ["an absent count", both(30, null)],
    ["an absent rate", both(null, 300_000)],
  ])("cannot judge %s", (_, observations) => {
    expect(outcome(rule, observations, MILLION)).toBe("not-evaluable");
  });

  it.each([undefined, 0])("cannot judge with a population of %s", (population) => {
    const context = contextOf("IT_NET_BBND", { reference: () => population });
    expect(outcome(rule, both(30, 300_000), context)).toBe("not-evaluable");
  });
});
