import { describe, expect, it } from "vitest";
import { estimateAll } from "../../src/estimate/index.js";
import { indicator, mean, reported, series } from "../aggregate/sample.js";

const at = (period: number) => ({ period });

describe("estimateAll", () => {
  it("fills the years between reported ones, for each area and breakdown by itself, in order of key", () => {
    const observations = [
      reported(8, 0, { period: 2012, dimensions: { SEX: "F" } }),
      reported(8, 4, { period: 2010, dimensions: { SEX: "F" } }),
      reported(8, 0, at(2012)),
      reported(8, 6, at(2010)),
      reported(4, 10, at(2013)),
      reported(4, 0, at(2010)),
    ];
    const estimates = estimateAll({ indicators: [indicator([mean])], observations });
    expect(estimates.map(({ area, period, dimensions }) => [area, period, dimensions])).toEqual([
      [4, 2011, {}],
      [4, 2012, {}],
      [8, 2011, {}],
      [8, 2011, { SEX: "F" }],
    ]);
    expect(estimates.slice(2).map(({ value }) => value)).toEqual([3, 2]);
  });

  it("never estimates a year that was reported, and estimates from reported years only", () => {
    const observations = [reported(4, 0, at(2010)), reported(4, 5, at(2012)), reported(4, 0, at(2014))];
    const estimates = estimateAll({ indicators: [indicator([mean])], observations });
    expect(estimates.map(({ period, value }) => [period, value])).toEqual([
      [2011, 2.5],
      [2013, 2.5],
    ]);
  });

  it("applies the unit multiplier, so that the estimate is in the series' unit", () => {
    const subscriptions = series("N", { method: "sum" }, { maximum: null });
    const observations = [
      reported(4, 1, { series: "N", period: 2010, unitMultiplier: 3 }),
      reported(4, 3000, { series: "N", period: 2012 }),
    ];
    const [estimate] = estimateAll({ indicators: [indicator([subscriptions])], observations });
    expect(estimate).toMatchObject({ value: 2000 });
  });

  it("makes nothing where the policy is none", () => {
    const observations = [reported(4, 0, at(2010)), reported(4, 10, at(2012))];
    const none = indicator([mean], { estimation: "none", methods: [] });
    expect(estimateAll({ indicators: [none], observations })).toEqual([]);
  });

  it("makes estimates for aggregates where they are not published beside the country", () => {
    const observations = [reported(4, 0, at(2010)), reported(4, 10, at(2012))];
    const inside = indicator([mean], { estimation: "aggregates-only" });
    expect(estimateAll({ indicators: [inside], observations })).toHaveLength(1);
  });

  it("passes over a null value as if it had not been reported", () => {
    const observations = [
      reported(4, 0, at(2010)),
      reported(4, null, { ...at(2011), status: "L" }),
      reported(4, 10, at(2012)),
    ];
    const estimates = estimateAll({ indicators: [indicator([mean])], observations });
    expect(estimates.map(({ period, value }) => [period, value])).toEqual([[2011, 5]]);
  });

  it("gives nothing without observations or for a series of no indicator", () => {
    expect(estimateAll({ indicators: [indicator([mean])], observations: [] })).toEqual([]);
    const strangers = [
      reported(4, 0, { ...at(2010), series: "Y" }),
      reported(4, 9, { ...at(2012), series: "Y" }),
    ];
    expect(estimateAll({ indicators: [indicator([mean])], observations: strangers })).toEqual([]);
  });

  it("says which method of which indicator does not exist", () => {
    const unknown = indicator([mean], { methods: ["guess"] });
    expect(() => estimateAll({ indicators: [unknown], observations: [] })).toThrow(
      /ESTIMATE_UNKNOWN_METHOD.*0\.0\.1.*"guess".*interpolation/,
    );
  });
});
