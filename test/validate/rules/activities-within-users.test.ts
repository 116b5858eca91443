import { describe, expect, it } from "vitest";
import rule from "../../../src/validate/rules/activities-within-users.js";
import { failures, indicatorOf, observed, outcome } from "../observation.js";

const WHOLE = "IT_USE_II99";
const whole = (value: number, fields = {}) => observed({ series: WHOLE, value, ...fields });
const part = (series: string, value: number, fields = {}) => observed({ series, value, line: 3, ...fields });

describe("activities-within-users", () => {
  it.each(["ICT_HH9H", "ICT_HH9G", "ICT_HH9E", "ICT_HH20"])("is asked of %s", (series) => {
    expect(rule.applies(indicatorOf(series))).toBe(true);
    expect(rule.applies(indicatorOf(WHOLE))).toBe(false);
  });

  it.each(["ICT_HH9H", "ICT_HH9G", "ICT_HH9E", "ICT_HH20"])("passes %s up to the whole", (series) => {
    expect(outcome(rule, [whole(40), part(series, 40)])).toBe("pass");
  });

  it.each(["ICT_HH9H", "ICT_HH9G", "ICT_HH9E", "ICT_HH20"])("fails %s beyond it", (series) => {
    expect(failures(rule, [whole(40), part(series, 42)])).toMatchObject([
      { line: 3, params: { value: 42, most: 40, series, whole: WHOLE } },
    ]);
  });

  it("holds each breakdown to its own", () => {
    const one = { dimensions: { SEX: "F" } };
    expect(outcome(rule, [whole(90), whole(40, one), part("ICT_HH9G", 42, one)])).toBe("fail");
    expect(outcome(rule, [whole(40, one), part("ICT_HH9G", 42)])).toBe("not-evaluable");
  });

  it("cannot judge without the whole", () => {
    expect(outcome(rule, [part("ICT_HH9G", 42)])).toBe("not-evaluable");
  });
});
