import { describe, expect, it } from "vitest";
import { dimensionsOf } from "../../../src/keys.js";
import rule from "../../../src/validate/rules/owners-within-users.js";
import { contextOf, failures, indicatorOf, observed, outcome } from "../observation.js";

const series = "IT_MOB_OWN";

/** A context in which women's use of a mobile phone in 2020 was accepted, and nothing else. */
function users(value: number) {
  return contextOf(series, {
    previous: (code, area, dimensions) =>
      new Map(
        code === "ICT_HH10" && area === 756 && dimensions === dimensionsOf({ SEX: "F" })
          ? [[2020, { value, status: "A" }]]
          : [],
      ),
  });
}
const women = { series, dimensions: { SEX: "F" } };

describe("owners-within-users", () => {
  it("applies to owners of a mobile phone only", () => {
    expect(rule.applies(indicatorOf(series))).toBe(true);
    expect(rule.applies(indicatorOf("ICT_HH10"))).toBe(false);
  });

  it("passes as many owners as users, and fewer", () => {
    expect(outcome(rule, [observed({ ...women, value: 75.5 })], users(75.5))).toBe("pass");
    expect(outcome(rule, [observed({ ...women, value: 60 })], users(75.5))).toBe("pass");
  });

  it("allows for rounding: 76 may be 75.5", () => {
    expect(outcome(rule, [observed({ ...women, value: 76 })], users(75.5))).toBe("pass");
  });

  it("fails more owners than users", () => {
    const params = { value: 81.2, most: 75.5, series: "ICT_HH10", period: "2020" };
    expect(failures(rule, [observed({ ...women, value: 81.2 })], users(75.5))).toEqual([
      { line: 2, column: "OBS_VALUE", params },
    ]);
  });

  it.each([
    ["another year", observed({ ...women, value: 81, period: 2021 })],
    ["another breakdown", observed({ series, value: 81 })],
    ["no value", observed({ ...women, value: null, status: "M" })],
  ])("cannot judge %s", (_, observation) => {
    expect(outcome(rule, [observation], users(75.5))).toBe("not-evaluable");
  });
});
