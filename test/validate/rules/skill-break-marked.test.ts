import { describe, expect, it } from "vitest";
import { dimensionsOf } from "../../../src/keys.js";
import rule from "../../../src/validate/rules/skill-break-marked.js";
import { accepted, contextOf, failures, indicatorOf, observed, outcome } from "../observation.js";

const dimensions = { COMPOSITE_BREAKDOWN: "SKILL_ICTATCH" };
const skill = (period: number, status = "A", value: number | null = 40) =>
  observed({ series: "SE_ADT_ACTS", period, status, value, line: period, dimensions });

describe("skill-break-marked", () => {
  it("applies to skills", () => {
    expect(rule.applies(indicatorOf("SE_ADT_ACTS"))).toBe(true);
    expect(rule.applies(indicatorOf("IT_USE_II99"))).toBe(false);
  });

  it("passes a break at the first year of the new list, and needs none later", () => {
    expect(outcome(rule, [skill(2018), skill(2021, "B"), skill(2022)])).toBe("pass");
  });

  it("fails a series that goes on without one", () => {
    const params = { value: "A", period: "2021", beforePeriod: "2018", year: "2020" };
    expect(failures(rule, [skill(2018), skill(2020, "O", null), skill(2021), skill(2022, "B")])).toEqual([
      { line: 2021, column: "OBS_STATUS", params },
    ]);
  });

  it("knows the years accepted before", () => {
    const known = (period: number) =>
      contextOf("SE_ADT_ACTS", { previous: accepted("SE_ADT_ACTS", dimensionsOf(dimensions), period, 40) });
    expect(outcome(rule, [skill(2021)], known(2018))).toBe("fail");
    // The first year of the new list was judged when it came.
    expect(outcome(rule, [skill(2019), skill(2021)], known(2020))).toBe("not-evaluable");
  });

  it.each([
    ["old years only", [skill(2018), skill(2019)]],
    ["new years only", [skill(2020), skill(2021)]],
    ["nothing", []],
  ])("cannot judge %s", (_, observations) => {
    expect(outcome(rule, observations, contextOf("SE_ADT_ACTS"))).toBe("not-evaluable");
  });
});
