import { describe, expect, it } from "vitest";
import rule from "../../../src/validate/rules/status-fits-value.js";
import { failures, indicatorOf, observed, outcome } from "../observation.js";

describe("status-fits-value", () => {
  it("applies to every indicator", () => {
    expect(rule.applies(indicatorOf("IT_NET_BBNDN"))).toBe(true);
  });

  it.each(["A", "B", "E", "P", "K"])("passes a value with status %s", (status) => {
    expect(outcome(rule, [observed({ status })])).toBe("pass");
  });

  it.each(["L", "M", "O", "Q"])("fails a value with status %s", (status) => {
    expect(failures(rule, [observed({ value: 0, status })])).toEqual([
      { line: 2, column: "OBS_STATUS", params: { value: 0, status } },
    ]);
  });

  it.each(["K", "L", "M", "O", "Q"])("has nothing to judge where the value is absent with %s", (status) => {
    expect(outcome(rule, [observed({ value: null, status })])).toBe("not-evaluable");
  });
});
