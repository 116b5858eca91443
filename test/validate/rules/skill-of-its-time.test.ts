import { describe, expect, it } from "vitest";
import rule from "../../../src/validate/rules/skill-of-its-time.js";
import { failures, indicatorOf, observed, outcome } from "../observation.js";

const skill = (code: string, period: number, value: number | null = 40) =>
  observed({ series: "SE_ADT_ACTS", period, value, dimensions: { COMPOSITE_BREAKDOWN: code } });

describe("skill-of-its-time", () => {
  it("applies to skills", () => {
    expect(rule.applies(indicatorOf("SE_ADT_ACTS"))).toBe(true);
    expect(rule.applies(indicatorOf("IT_USE_II99"))).toBe(false);
  });

  it.each([
    ["SKILL_ICTCMFL", 2019],
    ["SKILL_ICTPRVCY", 2020],
    ["SKILL_ICTVRFY", 2020],
    ["SKILL_ICTATCH", 2019],
    ["SKILL_ICTATCH", 2020],
  ])("passes %s in %d", (code, period) => {
    expect(outcome(rule, [skill(code, period)])).toBe("pass");
  });

  it.each([
    ["SKILL_ICTCMFL", 2020, { list: "until", year: "2019" }],
    ["SKILL_ICTPRVCY", 2019, { list: "since", year: "2020" }],
    ["SKILL_ICTVRFY", 2019, { list: "since", year: "2020" }],
  ])("fails %s in %d", (code, period, list) => {
    expect(failures(rule, [skill(code, period)])).toEqual([
      { line: 2, column: "COMPOSITE_BREAKDOWN", params: { value: code, period: String(period), ...list } },
    ]);
  });

  it("cannot judge without a value or a skill", () => {
    expect(outcome(rule, [skill("SKILL_ICTCMFL", 2020, null)])).toBe("not-evaluable");
    expect(outcome(rule, [observed({ series: "SE_ADT_ACTS" })])).toBe("not-evaluable");
  });
});
