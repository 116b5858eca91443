import { describe, expect, it } from "vitest";
import rule from "../../../src/validate/rules/partition-remainder.js";
import { failures, indicatorOf, outcome } from "../observation.js";
import { COUNT, INCOMPLETE, tiers } from "./partitions.js";

describe("partition-remainder", () => {
  it("applies to 17.6.1 only", () => {
    expect(rule.applies(indicatorOf(COUNT))).toBe(true);
    expect(rule.applies(indicatorOf("IT_USE_II99"))).toBe(false);
  });

  it.each([
    [1000, [200, 300, 500]],
    // Half a percent of 1000 is 5.
    [1000, [200, 300, 495]],
    // Three figures without decimals may be 1.5 off together.
    [10, [3, 3, 3]],
    // Too much is another rule's business.
    [1000, [200, 300, 900]],
  ])("passes a total of %d with %j", (total, parts) => {
    expect(outcome(rule, tiers(total, parts))).toBe("pass");
  });

  it.each([
    [1000, [200, 300, 494]],
    [10, [2, 3, 3]],
  ])("fails a total of %d with %j", (total, parts) => {
    expect(outcome(rule, tiers(total, parts))).toBe("fail");
  });

  it("is about the total, and says the sum", () => {
    expect(failures(rule, tiers(1000, [200, 300, 400]))).toEqual([
      { line: 2, column: "OBS_VALUE", params: { value: 1000, sum: 900, series: COUNT, period: "2020" } },
    ]);
  });

  it("applies UNIT_MULT: tenths of thousands may be 50 off each", () => {
    expect(outcome(rule, tiers(1000, [0.2, 0.3, 0.4], { unitMultiplier: 3 }))).toBe("pass");
    expect(outcome(rule, tiers(1000, [0.2, 0.3, 0.3], { unitMultiplier: 3 }))).toBe("fail");
  });

  it.each(INCOMPLETE)("cannot judge %s", (_, observations) => {
    expect(outcome(rule, observations)).toBe("not-evaluable");
  });
});
