import { describe, expect, it } from "vitest";
import rule from "../../../src/validate/rules/early-period.js";
import { failures, observed, outcome } from "../observation.js";

describe("early-period", () => {
  it.each([1979, 2020])("passes %d", (period) => {
    expect(outcome(rule, [observed({ period })])).toBe("pass");
  });

  it("fails 1918, written for 2018", () => {
    expect(failures(rule, [observed({ period: 1918 })])).toEqual([
      { line: 2, column: "TIME_PERIOD", params: { value: "1918", earliest: "1979" } },
    ]);
  });

  it("cannot judge nothing", () => {
    expect(outcome(rule, [])).toBe("not-evaluable");
  });
});
