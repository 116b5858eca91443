import { describe, expect, it } from "vitest";
import rule from "../../../src/validate/rules/instruction-within-computers.js";
import { failures, indicatorOf, observed, outcome } from "../observation.js";

const WHOLE = "SE_ACS_CMPTR";
const whole = (value: number, fields = {}) => observed({ series: WHOLE, value, ...fields });
const part = (series: string, value: number, fields = {}) => observed({ series, value, line: 3, ...fields });

describe("instruction-within-computers", () => {
  it.each(["ICT_ED5"])("is asked of %s", (series) => {
    expect(rule.applies(indicatorOf(series))).toBe(true);
    expect(rule.applies(indicatorOf(WHOLE))).toBe(false);
  });

  it.each(["ICT_ED5"])("passes %s up to the whole", (series) => {
    expect(outcome(rule, [whole(40), part(series, 40)])).toBe("pass");
  });

  it.each(["ICT_ED5"])("fails %s beyond it", (series) => {
    expect(failures(rule, [whole(40), part(series, 42)])).toMatchObject([
      { line: 3, params: { value: 42, most: 40, series, whole: WHOLE } },
    ]);
  });

  it("holds each breakdown to its own", () => {
    const one = { dimensions: { EDUCATION_LEV: "ISCED11_1" } };
    expect(outcome(rule, [whole(90), whole(40, one), part("ICT_ED5", 42, one)])).toBe("fail");
    expect(outcome(rule, [whole(40, one), part("ICT_ED5", 42)])).toBe("not-evaluable");
  });

  it("cannot judge without the whole", () => {
    expect(outcome(rule, [part("ICT_ED5", 42)])).toBe("not-evaluable");
  });
});
