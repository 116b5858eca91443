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
    // A quarter of 1000 is 250.
    [1000, [200, 300, 250]],
    // Three figures without decimals may be 1.5 off together.
    [4, [1, 1, 1]],
    // Too much is another rule's business.
    [1000, [200, 300, 900]],
  ])("passes a total of %d with %j", (total, parts) => {
    expect(outcome(rule, tiers(total, parts))).toBe("pass");
  });

  it.each([
    [1000, [200, 300, 249]],
    [10, [2, 2, 3]],
  ])("fails a total of %d with %j", (total, parts) => {
    expect(outcome(rule, tiers(total, parts))).toBe("fail");
  });

  it("is about the total, and says the sum and the lines of the parts", () => {
    const params = { value: 1000, sum: 700, series: COUNT, period: "2020", lines: "3, 4, 5" };
    expect(failures(rule, tiers(1000, [200, 300, 200]))).toEqual([{ line: 2, column: "OBS_VALUE", params }]);
  });

  it("asks once, about the newest of the years that fall short", () => {
    const years = [2018, 2020, 2019, 2021].flatMap((period) =>
      tiers(1000, period === 2021 ? [200, 300, 500] : [1, 1, 1]).map((one) => ({ ...one, period })),
    );
    expect(failures(rule, years).map(({ params }) => params.period)).toEqual(["2020"]);
  });

  it("applies UNIT_MULT: tenths of thousands may be 50 off each", () => {
    expect(outcome(rule, tiers(400, [0.1, 0.1, 0.1], { unitMultiplier: 3 }))).toBe("pass");
    expect(outcome(rule, tiers(600, [0.1, 0.1, 0.1], { unitMultiplier: 3 }))).toBe("fail");
  });

  it.each(INCOMPLETE)("cannot judge %s", (_, observations) => {
    expect(outcome(rule, observations)).toBe("not-evaluable");
  });
});
