import { describe, expect, it } from "vitest";
import rule from "../../../src/validate/rules/population-used.js";
import { contextOf, failures, indicatorOf, observed, outcome } from "../observation.js";

const SERIES = "IT_NET_BBND";
const MILLION = contextOf(SERIES, { reference: (id) => (id === "POPULATION" ? 1_000_000 : undefined) });
const rate = (denominator: number | null, fields = {}) =>
  observed({ series: SERIES, ageScope: "", denominator, ...fields });

describe("population-used, with a million inhabitants", () => {
  it("applies to rates and percentages of all inhabitants", () => {
    for (const series of [SERIES, "ICT_A4", "IT_MOB_4GNTWK"])
      expect(rule.applies(indicatorOf(series))).toBe(true);
    // A survey's denominator is its scope; an index and a share of businesses have another.
    for (const series of ["IT_USE_II99", "ICT_EG1", "ICT_B3"])
      expect(rule.applies(indicatorOf(series))).toBe(false);
  });

  it.each([1_000_000, 1_020_000, 980_000])("passes %d, within 2 per cent", (denominator) => {
    expect(outcome(rule, [rate(denominator)], MILLION)).toBe("pass");
  });

  it.each([
    [1_021_000, 2.1, "near"],
    [950_000, 5, "near"],
    [1_051_000, 5.1, "far"],
    [1000, 100, "far"],
  ])("fails %d: %d per cent, %s", (denominator, gap, grade) => {
    const params = { value: denominator, population: 1_000_000, period: "2020", gap, grade };
    expect(failures(rule, [rate(denominator)], MILLION)).toEqual([
      { line: 2, column: "DENOMINATOR", params },
    ]);
  });

  it.each([
    ["no denominator", rate(null)],
    ["an age scope", rate(500_000, { ageScope: "15+" })],
    ["a breakdown", rate(500_000, { dimensions: { COMPOSITE_BREAKDOWN: "IS_GE10M" } })],
    ["a count", rate(500_000, { series: "IT_NET_BBNDN" })],
  ])("cannot judge %s", (_, observation) => {
    expect(outcome(rule, [observation], MILLION)).toBe("not-evaluable");
  });

  it("cannot judge without a reference", () => {
    expect(outcome(rule, [rate(500_000)], contextOf(SERIES))).toBe("not-evaluable");
  });
});
