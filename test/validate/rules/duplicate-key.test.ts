import { describe, expect, it } from "vitest";
import rule from "../../../src/validate/rules/duplicate-key.js";
import { failures, indicatorOf, observed, outcome } from "../observation.js";

const about = (value: number | null, line: number, other: number) => ({
  line,
  column: "OBS_VALUE",
  params: { value, line, other, series: "IT_USE_II99", period: "2020" },
});

describe("duplicate-key", () => {
  it("applies to every indicator and can always be judged", () => {
    expect(rule.applies(indicatorOf("IT_NET_BBNDN"))).toBe(true);
    expect(outcome(rule, [])).toBe("pass");
  });

  it("passes a figure that stands alone", () => {
    expect(outcome(rule, [observed()])).toBe("pass");
  });

  it("fails both of two, equal or not: each points at the other", () => {
    const [a, b] = [observed({ value: 50, line: 4 }), observed({ value: 50, line: 9 })];
    expect(failures(rule, [a, b])).toEqual([about(50, 4, 9), about(50, 9, 4)]);
  });

  it("fails all of three, absent values among them", () => {
    const three = [50, null, 51].map((value, i) => observed({ value, line: 2 + i }));
    expect(failures(rule, three)).toEqual([about(50, 2, 3), about(null, 3, 2), about(51, 4, 2)]);
  });
});
