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
    // 1.5 apart: 5 % of the larger is 1.575, then 1.5 itself.
    [31.5, 300_000],
    [28.5, 300_000],
    // 0.1 per 100, sent without decimals.
    [0, 1000],
    [0, 0],
  ])("passes %d per 100 with a count of %d", (rate, count) => {
    expect(outcome(rule, both(rate, count), MILLION)).toBe("pass");
  });

  it.each([
    // 1.6 apart: 5 % of the larger is 1.58, then 1.5.
    [31.6, 300_000],
    [28.4, 300_000],
    [0.2, 1000],
    // In thousands, without saying so.
    [30, 300],
  ])("fails %d per 100 with a count of %d", (rate, count) => {
    expect(outcome(rule, both(rate, count), MILLION)).toBe("fail");
  });

  it("is about the rate, and says what it was held against", () => {
    const params = { value: 31.6, expected: 30, count: 300_000, denominator: 1_000_000, other: 3 };
    expect(failures(rule, both(31.6, 300_000), MILLION)).toEqual([{ line: 2, column: "OBS_VALUE", params }]);
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
