import { describe, expect, it } from "vitest";
import { dimensionsOf } from "../../../src/keys.js";
import rule from "../../../src/validate/rules/broadband-needs-coverage.js";
import { accepted, contextOf, failures, indicatorOf, observed, outcome } from "../observation.js";

const [SUBSCRIPTIONS, COVERAGE] = ["ICT_A4", "IT_MOB_3GNTWK"];
const subscriptions = (value: number) => observed({ series: SUBSCRIPTIONS, value });
const coverage = (value: number | null, fields = {}) =>
  observed({ series: COVERAGE, value, line: 3, ...fields });

describe("broadband-needs-coverage", () => {
  it("is asked of mobile-broadband subscriptions", () => {
    expect(rule.applies(indicatorOf(SUBSCRIPTIONS))).toBe(true);
    expect(rule.applies(indicatorOf(COVERAGE))).toBe(false);
  });

  it.each([
    [105, 0.5],
    [1, 0],
    [0, 0],
  ])("passes %d per 100 with %d per cent covered", (rate, covered) => {
    expect(outcome(rule, [subscriptions(rate), coverage(covered)])).toBe("pass");
  });

  it("fails subscriptions where nobody is covered", () => {
    const params = { value: 12.5, series: SUBSCRIPTIONS, coverage: COVERAGE, period: "2020" };
    expect(failures(rule, [subscriptions(12.5), coverage(0)])).toEqual([
      { line: 2, column: "OBS_VALUE", params },
    ]);
  });

  it("is about the coverage where the subscriptions were accepted before", () => {
    const context = contextOf(COVERAGE, { previous: accepted(SUBSCRIPTIONS, dimensionsOf({}), 2020, 12.5) });
    expect(failures(rule, [coverage(0)], context)).toMatchObject([{ line: 3 }]);
  });

  it.each([
    ["no coverage", [subscriptions(12.5)]],
    ["the coverage of towns", [subscriptions(12.5), coverage(0, { dimensions: { URBANISATION: "U" } })]],
    ["an absent coverage", [subscriptions(12.5), coverage(null)]],
  ])("cannot judge with %s", (_, observations) => {
    expect(outcome(rule, observations)).toBe("not-evaluable");
  });
});
