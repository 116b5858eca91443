import { describe, expect, it } from "vitest";
import type { Observation } from "../../../src/types.js";
import rule from "../../../src/validate/rules/coverage-falls.js";
import { contextOf, failures, history, indicatorOf, observed, outcome } from "../observation.js";

const FIELDS = { series: "IT_MOB_3GNTWK" };

describe("coverage-falls", () => {
  it("applies to 9.c.1 only", () => {
    expect(rule.applies(indicatorOf("IT_MOB_3GNTWK"))).toBe(true);
    expect(rule.applies(indicatorOf("IT_USE_II99"))).toBe(false);
  });

  it.each([
    [[80, 90, 95]],
    [[95, 95]],
    [[95, 90]],
    // In binary 8.2 − 3.2 is above 5.
    [[8.2, 3.2]],
    [[95, null, 91]],
  ])("passes %j", (values) => {
    expect(outcome(rule, history(values, FIELDS))).toBe("pass");
  });

  it("fails a fall of more than five points, years without a value passed over", () => {
    const params = { value: 89.9, before: 95, beforePeriod: "2020", limit: 5 };
    expect(failures(rule, history([95, 89.9], FIELDS))).toEqual([
      { line: 3, column: "OBS_VALUE", params: { ...params, period: "2021" } },
    ]);
    expect(failures(rule, history([95, null, 89.9], FIELDS))).toEqual([
      { line: 4, column: "OBS_VALUE", params: { ...params, period: "2022" } },
    ]);
  });

  it("takes a break in the series (B) for an explanation, of that year alone", () => {
    const [first, second, third] = history([95, 80, 70], FIELDS) as [Observation, Observation, Observation];
    const broken = { ...second, status: "B" };
    expect(outcome(rule, [first, broken])).toBe("pass");
    expect(failures(rule, [first, broken, third]).map(({ line }) => line)).toEqual([4]);
  });

  it("compares with what was accepted before and is not in the file", () => {
    const accepted = new Map([[2020, { value: 95, status: "A", ageScope: "" }]]);
    const context = contextOf(FIELDS.series, { previous: () => accepted });
    expect(outcome(rule, [observed({ ...FIELDS, value: 80, period: 2021 })], context)).toBe("fail");
  });

  it("leaves duplicates of one year to another rule", () => {
    expect(
      outcome(
        rule,
        [95, 80].map((value) => observed({ ...FIELDS, value })),
      ),
    ).toBe("not-evaluable");
  });

  it("applies UNIT_MULT", () => {
    const tens = observed({ ...FIELDS, value: 9.5, unitMultiplier: 1 });
    expect(outcome(rule, [tens, observed({ ...FIELDS, value: 90, period: 2021 })])).toBe("pass");
    expect(outcome(rule, [tens, observed({ ...FIELDS, value: 89, period: 2021 })])).toBe("fail");
  });

  it.each([[[]], [[95]], [[95, null]], [[null, null]]])("cannot judge %j", (values) => {
    expect(outcome(rule, history(values, FIELDS))).toBe("not-evaluable");
  });
});
