import { describe, expect, it } from "vitest";
import type { Observation } from "../../../src/types.js";
import rule from "../../../src/validate/rules/own-trend.js";
import { contextOf, failures, history, indicatorOf, observed, outcome } from "../observation.js";

/**
 * Odds of 1/9, 1/4, 3/7, 2/3, 1: the logits −2.197, −1.386, −0.847, −0.405, 0. Their mean is −0.967, and
 * their slope (−2 · −2.197 − 1 · −1.386 + 1 · −0.405 + 2 · 0) / 10 = 0.5375, so the next is expected at
 * −0.967 + 3 · 0.5375 = 0.645, which is 65.6 %. The residuals −0.155, 0.118, 0.120, 0.024, −0.108 have the
 * median size 0.118: 0.118 / 0.6745 · √(5/3) · √(1 + 1/5 + 9/10) = 0.328, and 3.5 of that is 1.147.
 * From −0.502 to 1.793 that is 37.7 % to 85.7 %.
 */
const RISE = [10, 20, 30, 40, 50];

describe("own-trend", () => {
  it("applies where a series is a percentage", () => {
    expect(rule.applies(indicatorOf("IT_USE_II99"))).toBe(true);
    expect(rule.applies(indicatorOf("IT_NET_BBND"))).toBe(false);
  });

  it.each([66, 38, 85])("passes %d after 10, 20, 30, 40, 50", (value) => {
    expect(outcome(rule, history([...RISE, value]))).toBe("pass");
  });

  it.each([37, 87, 0, 100])("fails %d after 10, 20, 30, 40, 50", (value) => {
    const params = { value, period: "2025", expected: 65.6, from: "2020", to: "2024", years: 5 };
    expect(failures(rule, history([...RISE, value]))).toEqual([{ line: 7, column: "OBS_VALUE", params }]);
  });

  it("asks about the newest year alone", () => {
    expect(outcome(rule, history([50, 50, 50, 50, 90, 50]))).toBe("pass");
  });

  it("asks only about more than 10 points, however straight the past was", () => {
    expect(outcome(rule, history([50, 50, 50, 50, 60]))).toBe("pass");
    expect(outcome(rule, history([50, 50, 50, 50, 60.1]))).toBe("fail");
  });

  it("keeps 0 and 100 within 0.5 and 99.5, so that they are no distance from near them", () => {
    expect(outcome(rule, history([100, 100, 100, 100, 99.5]))).toBe("pass");
  });

  it("looks back five years: four points within them are enough, three are not", () => {
    const at = (...years: readonly number[]) => years.map((period) => observed({ period }));
    expect(outcome(rule, at(2015, 2016, 2018, 2019, 2020))).toBe("pass");
    expect(outcome(rule, at(2014, 2016, 2018, 2019, 2020))).toBe("not-evaluable");
  });

  it("judges no break, and begins the window with one", () => {
    const broken = (values: readonly number[], at: number) =>
      history(values).map((one, i) => (i === at ? { ...one, status: "B" } : one));
    expect(outcome(rule, broken([50, 50, 50, 50, 90], 4))).toBe("not-evaluable");
    // 2021 is the first of the new series: 2021 to 2023 are three years, 2021 to 2024 four.
    expect(outcome(rule, broken([10, 50, 50, 50, 50], 1))).toBe("not-evaluable");
    expect(failures(rule, broken([10, 50, 50, 50, 50, 90], 1)).map(({ params }) => params.from)).toEqual([
      "2021",
    ]);
  });

  it("fills in years that were accepted before and are not in the file", () => {
    const figures = new Map(
      [2020, 2021, 2022, 2023].map((year) => [year, { value: 50, status: "A", ageScope: "" }]),
    );
    const context = contextOf("IT_USE_II99", { previous: () => figures });
    const now = (value: number): Observation[] => [observed({ period: 2024, value })];
    expect(outcome(rule, now(55), context)).toBe("pass");
    expect(outcome(rule, now(80), context)).toBe("fail");
    // What the file itself says of a year goes before what was accepted: here that there is no value.
    const withdrawn = observed({ period: 2023, value: null, status: "M" });
    expect(outcome(rule, [withdrawn, ...now(80)], context)).toBe("not-evaluable");
  });

  it.each([
    ["four years", history([50, 50, 50, 90])],
    ["nothing", []],
    ["no percentage", history([1, 1, 1, 1, 1, 90], { series: "IT_NET_BBND" })],
  ])("cannot judge %s", (_, observations) => {
    expect(outcome(rule, observations)).toBe("not-evaluable");
  });
});
