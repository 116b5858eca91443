import { describe, expect, it } from "vitest";
import rule from "../../../src/validate/rules/partition-without-total.js";
import { failures, indicatorOf, outcome } from "../observation.js";
import { COUNT, tiers } from "./partitions.js";

describe("partition-without-total", () => {
  it("applies to 17.6.1 only", () => {
    expect(rule.applies(indicatorOf(COUNT))).toBe(true);
    expect(rule.applies(indicatorOf("IT_USE_II99"))).toBe(false);
  });

  it("passes tiers that come with their total, be they all or some", () => {
    expect(outcome(rule, tiers(1000, [200, 300, 500]))).toBe("pass");
    expect(outcome(rule, tiers(1000, [200]))).toBe("pass");
  });

  it.each([
    ["no", undefined],
    ["an absent", null],
  ])("fails tiers with %s total, once, at the first of them", (_, total) => {
    expect(failures(rule, tiers(total, [200, null, 500]))).toEqual([
      { line: 3, column: "OBS_VALUE", params: { series: COUNT, period: "2020", parts: 2 } },
    ]);
  });

  it.each([
    ["a total alone", tiers(1000, [])],
    ["absent tiers", tiers(1000, [null, null, null])],
  ])("has nothing to judge in %s", (_, observations) => {
    expect(outcome(rule, observations)).toBe("not-evaluable");
  });
});
