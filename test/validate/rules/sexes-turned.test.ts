import { describe, expect, it } from "vitest";
import type { Observation } from "../../../src/types.js";
import rule from "../../../src/validate/rules/sexes-turned.js";
import { contextOf, failures, indicatorOf, observed, outcome } from "../observation.js";

let line = 2;
/** Women's and men's figures of one year and skill. */
function pair(women: number, men: number, fields: Partial<Observation> = {}): Observation[] {
  return [[women, "F"] as const, [men, "M"] as const].map(([value, SEX]) =>
    observed({ ...fields, value, line: line++, dimensions: { ...fields.dimensions, SEX } }),
  );
}
const year = (period: number, women: number, men: number) => pair(women, men, { period });
const skill = (code: string, women: number, men: number) =>
  pair(women, men, { series: "SE_ADT_ACTS", dimensions: { COMPOSITE_BREAKDOWN: code } });

describe("sexes-turned", () => {
  it("applies to percentages from surveys that are broken down by sex", () => {
    expect(rule.applies(indicatorOf("SE_ADT_ACTS"))).toBe(true);
    expect(rule.applies(indicatorOf("IT_MOB_4GNTWK"))).toBe(false);
  });

  it.each([
    ["a gap like that of the other year", [...year(2019, 40, 50), ...year(2020, 42, 51)]],
    ["a small gap the other way", [...year(2019, 40, 50), ...year(2020, 50, 47.1)]],
    ["a gap the other way than a small one", [...year(2019, 40, 42.9), ...year(2020, 50, 40)]],
  ])("passes %s", (_, observations) => {
    expect(outcome(rule, observations)).toBe("pass");
  });

  it("fails a gap the other way than the median of the other years, at the women's line", () => {
    line = 2;
    const slice = [
      ...year(2018, 40, 48),
      ...year(2019, 41, 51),
      ...year(2020, 52, 42),
      ...year(2021, 43, 49),
    ];
    // The others are −8, −10 and −6.
    expect(failures(rule, slice)).toEqual([
      { line: 6, column: "OBS_VALUE", params: { women: 52, men: 42, usual: -8, other: 7 } },
    ]);
  });

  it("fails a gap the other way than that of three other skills in the same year", () => {
    const men = [
      skill("SKILL_ICTATCH", 40, 50),
      skill("SKILL_ICTCPT", 40, 50),
      skill("SKILL_ICTPST", 40, 50),
    ];
    const turned = skill("SKILL_ICTCDV", 50, 40);
    expect(failures(rule, [...men.flat(), ...turned]).map(({ params }) => params.usual)).toEqual([-10]);
    // Two others are too few to tell.
    expect(outcome(rule, [...men.slice(1).flat(), ...turned])).toBe("not-evaluable");
  });

  it("compares with years accepted before", () => {
    const before = (value: number) => new Map([[2019, { value, status: "A", ageScope: "" }]]);
    const context = contextOf("IT_USE_II99", {
      previous: (_series, _area, { SEX }) => before(SEX === "F" ? 40 : 50),
    });
    expect(outcome(rule, year(2020, 41, 50), context)).toBe("pass");
    expect(outcome(rule, year(2020, 50, 41), context)).toBe("fail");
  });

  it.each([
    ["one year alone", year(2020, 40, 50)],
    ["one sex", year(2020, 40, 50).slice(1)],
    ["nothing", []],
  ])("cannot judge %s", (_, observations) => {
    expect(outcome(rule, observations)).toBe("not-evaluable");
  });
});
