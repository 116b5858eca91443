import { describe, expect, it } from "vitest";
import rule from "../../../src/validate/rules/nested-coverage.js";
import { failures, indicatorOf, observed, outcome } from "../observation.js";

const SERIES = ["IT_MOB_2GNTWK", "IT_MOB_3GNTWK", "IT_MOB_4GNTWK", "IT_MOB_5GNTWK"];

/** Coverage by 2G, 3G, 4G, 5G on lines 2 to 5. */
const networks = (...values: readonly (number | null)[]) =>
  values.map((value, i) => observed({ series: SERIES[i] as string, value, line: 2 + i }));

describe("nested-coverage", () => {
  it("applies to 9.c.1 only", () => {
    expect(rule.applies(indicatorOf("IT_MOB_2GNTWK"))).toBe(true);
    expect(rule.applies(indicatorOf("IT_USE_II99"))).toBe(false);
  });

  it.each([
    [[99, 95, 80, 20]],
    [[99, 99, 99, 99]],
    [[99, null, 80]],
    // Half a unit of the coarser figure may be rounding; in binary 99.6 + 0.05 is below 99.65.
    [[95, 95.5]],
    [[99.6, 99.65]],
    [[99.65, 99.6]],
  ])("passes %j", (values) => {
    expect(outcome(rule, networks(...values))).toBe("pass");
  });

  it.each([
    [[95, 96]],
    [[95, 95.51]],
    [[99.6, 99.7]],
    [[99.6, 99.66]],
    [[99, 95, 80, 81]],
    // 3G is not known: 4G is within 2G all the same.
    [[80, null, 81]],
  ])("fails %j", (values) => {
    expect(outcome(rule, networks(...values))).toBe("fail");
  });

  it("is about both figures, each pointing at the other's line, in whichever order they come", () => {
    const params = { narrower: SERIES[1], value: 97, wider: SERIES[0], most: 95 };
    expect(failures(rule, networks(95, 97, 80).reverse())).toEqual([
      { line: 3, column: "OBS_VALUE", params: { ...params, other: 2 } },
      { line: 2, column: "OBS_VALUE", params: { ...params, other: 3 } },
    ]);
  });

  it("applies UNIT_MULT to the figure and its rounding", () => {
    const wider = observed({ series: SERIES[0] as string, value: 9.5, unitMultiplier: 1 });
    const narrower = (value: number) => observed({ series: SERIES[1] as string, value });
    expect(outcome(rule, [wider, narrower(95.5)])).toBe("pass");
    expect(outcome(rule, [wider, narrower(95.6)])).toBe("fail");
  });

  it("leaves duplicates of one series to another rule", () => {
    expect(outcome(rule, [...networks(95), ...networks(97)])).toBe("pass");
  });

  it.each([[[]], [[95]], [[null, 95]], [[null, null, null]]])("cannot judge %j", (values) => {
    expect(outcome(rule, networks(...values), undefined)).toBe("not-evaluable");
  });
});
