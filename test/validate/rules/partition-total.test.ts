import { describe, expect, it } from "vitest";
import rule from "../../../src/validate/rules/partition-total.js";
import { failures, indicatorOf, outcome } from "../observation.js";
import { COUNT, INCOMPLETE, tiers } from "./partitions.js";

const THOUSANDS = { unitMultiplier: 3 };

describe("partition-total", () => {
  it("applies to 17.6.1 only", () => {
    expect(rule.applies(indicatorOf(COUNT))).toBe(true);
    expect(rule.applies(indicatorOf("IT_USE_II99"))).toBe(false);
  });

  it.each([
    [1000, [200, 300, 500]],
    // Half a percent of 1000 is 5.
    [1000, [200, 300, 505]],
    // Three figures without decimals may be 1.5 off together.
    [10, [3, 4, 4]],
    [0, [0, 0, 0]],
    // Too little is another rule's business.
    [1000, [200, 300, 100]],
  ])("passes a total of %d with %j", (total, parts) => {
    expect(outcome(rule, tiers(total, parts))).toBe("pass");
  });

  it.each([
    [1000, [200, 300, 506]],
    [10, [3, 4, 5]],
    [0, [1, 1, 1]],
  ])("fails a total of %d with %j", (total, parts) => {
    expect(outcome(rule, tiers(total, parts))).toBe("fail");
  });

  it("is about the total, and says the sum", () => {
    expect(failures(rule, tiers(1000, [200, 300, 600]))).toEqual([
      {
        line: 2,
        column: "OBS_VALUE",
        params: { value: 1000, sum: 1100, series: COUNT, period: "2020", lines: "3, 4, 5" },
      },
    ]);
  });

  it("judges rates in the same way", () => {
    // 30.3 against 30.15: half a percent is 0.15075. Against 30.1 it is 0.1505, and the gap is 0.2.
    const rates = { series: "IT_NET_BBND" };
    expect(outcome(rule, tiers(30.15, [10.1, 10.1, 10.1], rates))).toBe("pass");
    expect(outcome(rule, tiers(30.1, [10.1, 10.1, 10.1], rates))).toBe("fail");
  });

  it("applies UNIT_MULT: tenths of thousands may be 50 off each", () => {
    expect(outcome(rule, tiers(1000, [0.2, 0.3, 0.6], THOUSANDS))).toBe("pass");
    expect(outcome(rule, tiers(1000, [0.2, 0.3, 0.7], THOUSANDS))).toBe("fail");
  });

  it.each(INCOMPLETE)("cannot judge %s", (_, observations) => {
    expect(outcome(rule, observations)).toBe("not-evaluable");
  });
});
