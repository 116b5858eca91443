import { describe, expect, it } from "vitest";
import rule from "../../../src/validate/rules/vanished-value.js";
import { contextOf, failures, history, indicatorOf, observed, outcome } from "../observation.js";

function accepted(...years: readonly number[]) {
  const figures = new Map(years.map((year) => [year, { value: 50, status: "A", ageScope: "" }]));
  return contextOf("IT_USE_II99", { previous: () => figures });
}

const years = (...periods: readonly number[]) =>
  periods.map((period, i) => observed({ period, line: 2 + i }));

describe("vanished-value", () => {
  it("applies to every indicator", () => {
    expect(rule.applies(indicatorOf("IT_NET_BBNDN"))).toBe(true);
  });

  it.each([
    ["the same years", years(2019, 2020, 2021), [2019, 2020, 2021]],
    ["a gap that always was", years(2019, 2021), [2019, 2021]],
    ["years before and after those of the file", years(2019, 2020), [2015, 2018, 2021]],
    ["a single year", years(2022), [2020, 2021]],
  ])("passes %s", (_, observations, known) => {
    expect(outcome(rule, observations, accepted(...known))).toBe("pass");
  });

  it("does not miss a value that is withdrawn with a status", () => {
    const [first, second, third] = history([50, null, 52]).map((one, i) =>
      i === 1 ? { ...one, status: "M" } : one,
    );
    expect(
      outcome(
        rule,
        [first, second, third].flatMap((one) => one ?? []),
        accepted(2021),
      ),
    ).toBe("pass");
  });

  it("names the years left out, in order, on the line after the first gap", () => {
    const params = { series: "IT_USE_II99", periods: "2017, 2019", years: 2 };
    expect(failures(rule, years(2016, 2018, 2020), accepted(2019, 2017, 2018, 2021))).toEqual([
      { line: 3, column: "TIME_PERIOD", params },
    ]);
  });

  it("cannot judge what was never reported, or nothing", () => {
    expect(outcome(rule, years(2019, 2021))).toBe("not-evaluable");
    expect(outcome(rule, [], accepted(2020))).toBe("not-evaluable");
  });
});
