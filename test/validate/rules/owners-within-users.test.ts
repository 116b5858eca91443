import { describe, expect, it } from "vitest";
import { dimensionsOf } from "../../../src/keys.js";
import rule from "../../../src/validate/rules/owners-within-users.js";
import { accepted, contextOf, failures, indicatorOf, observed, outcome } from "../observation.js";

const [OWNERS, USERS] = ["IT_MOB_OWN", "ICT_HH10"];
const women = { dimensions: { SEX: "F" } };
const owners = (value: number | null, fields = {}) =>
  observed({ ...women, series: OWNERS, value, ...fields });
const users = (value: number | null, fields = {}) =>
  observed({ ...women, series: USERS, value, line: 7, ...fields });

/** A context in which one figure of women in 2020 was accepted, and nothing else. */
const known = (series: string, value: number, ageScope = "") =>
  contextOf(series, { previous: accepted(series, dimensionsOf({ SEX: "F" }), 2020, value, ageScope) });

describe("owners-within-users", () => {
  it("is asked of owners of a mobile phone", () => {
    expect(rule.applies(indicatorOf(OWNERS))).toBe(true);
    expect(rule.applies(indicatorOf(USERS))).toBe(false);
  });

  it("passes as many owners as users, and fewer", () => {
    expect(outcome(rule, [owners(75.5), users(75.5)])).toBe("pass");
    expect(outcome(rule, [owners(60), users(75.5)])).toBe("pass");
  });

  it("allows for rounding: 76 may be 75.5", () => {
    expect(outcome(rule, [owners(76), users(75.5)])).toBe("pass");
    expect(outcome(rule, [owners(76.1), users(75.5)])).toBe("fail");
  });

  it("is about the owners, and says where the users are", () => {
    const params = { value: 81.2, most: 75.5, series: OWNERS, whole: USERS, period: "2020", expected: 75.5 };
    expect(failures(rule, [owners(81.2), users(75.5)])).toEqual([
      { line: 2, column: "OBS_VALUE", params: { ...params, where: "file", other: 7 } },
    ]);
    expect(failures(rule, [owners(81.2)], known(USERS, 75.5))).toEqual([
      { line: 2, column: "OBS_VALUE", params: { ...params, where: "earlier", other: 0 } },
    ]);
  });

  it("is about the users where the owners were accepted before", () => {
    const params = { value: 81.2, most: 75.5, series: OWNERS, whole: USERS, period: "2020", expected: 81.2 };
    expect(failures(rule, [users(75.5)], known(OWNERS, 81.2))).toEqual([
      { line: 7, column: "OBS_VALUE", params: { ...params, where: "earlier", other: 0 } },
    ]);
  });

  it("prefers the file to what was accepted before, also where the file withdraws it", () => {
    expect(outcome(rule, [owners(60), users(75.5)], known(USERS, 50))).toBe("pass");
    expect(outcome(rule, [owners(60), users(null)], known(USERS, 50))).toBe("not-evaluable");
  });

  it("compares only people of the same ages, where both say them", () => {
    expect(outcome(rule, [owners(81), users(75, { ageScope: "5+" })])).toBe("not-evaluable");
    expect(outcome(rule, [owners(81)], known(USERS, 75, "5+"))).toBe("not-evaluable");
    expect(outcome(rule, [owners(81), users(75, { ageScope: "" })])).toBe("fail");
  });

  it.each([
    ["another year", owners(81, { period: 2021 })],
    ["another breakdown", observed({ series: OWNERS, value: 81 })],
    ["no value", owners(null, { status: "M" })],
  ])("cannot judge %s", (_, observation) => {
    expect(outcome(rule, [observation], known(USERS, 75.5))).toBe("not-evaluable");
  });
});
