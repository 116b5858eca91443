import { describe, expect, it } from "vitest";
import rule from "../../../src/validate/rules/future-period.js";
import { failures, indicatorOf, observed, outcome } from "../observation.js";

describe("future-period, in 2024", () => {
  it("applies to every indicator", () => {
    expect(rule.applies(indicatorOf("IT_USE_II99"))).toBe(true);
  });

  it.each([1990, 2023, 2024])("passes %d", (period) => {
    expect(outcome(rule, [observed({ period })])).toBe("pass");
  });

  it("fails 2025, at the year's column", () => {
    expect(failures(rule, [observed({ period: 2025 })])).toEqual([
      { line: 2, column: "TIME_PERIOD", params: { value: "2025", latest: "2024" } },
    ]);
  });

  it("fails a year to come whether or not it has a value", () => {
    expect(outcome(rule, [observed({ period: 2030, value: null, status: "M" })])).toBe("fail");
  });

  it("cannot judge nothing", () => {
    expect(outcome(rule, [])).toBe("not-evaluable");
  });
});
