import { describe, expect, it } from "vitest";
import type { Context, History, Peer } from "../../src/define.js";
import dominantOperator from "../../src/estimate/dominant-operator.js";
import { estimateAll } from "../../src/estimate/index.js";
import { NOTHING_KNOWN, type Surroundings } from "../../src/estimate/surroundings.js";
import { loadAreas } from "../../src/reference/areas.js";
import { importReference } from "../../src/reference/import.js";
import { indicator, reported, series } from "../aggregate/sample.js";

const mean = { method: "weighted-mean", weight: "POPULATION" } as const;
const wide = series("X", mean, { operator: "OPERATOR_3G" });
const narrow = series("Y", mean, { operator: "OPERATOR_4G" });

/** Figures of operators as `[area, year, per cent]`. */
type Filings = readonly (readonly [number, number, number])[];
const asked = (filings: Filings) => (area: number, period: number) =>
  filings.find(([whose, year]) => whose === area && year === period)?.[2];

const history = (points: readonly (readonly [number, number])[]): History => ({
  series: wide,
  area: 4,
  dimensions: {},
  points: points.map(([period, value]) => ({ period, value })),
});
const context = (filings: Filings, peers: readonly Peer[] = []): Context => ({
  peers: new Map(peers.map((peer) => [peer.area, peer])),
  covariates: [],
  operator: asked(filings),
});

describe("the figure of the largest operator", () => {
  it("stands for the national one, which is at least as high", () => {
    const [estimate, ...others] = dominantOperator.estimate(
      history([[2010, 40]]),
      [2011, 2012],
      context([[4, 2012, 60]]),
    );
    expect(estimate).toMatchObject({
      period: 2012,
      value: 60,
      low: 60,
      high: 100,
      method: "dominant-operator",
    });
    expect(estimate?.donors).toEqual(["largest operator, 2012"]);
    expect(others).toEqual([]);
  });

  it("says nothing where the country reported more in an earlier year", () => {
    const of = history([
      [2010, 70],
      [2014, 50],
    ]);
    const filings: Filings = [
      [4, 2012, 60],
      [4, 2015, 60],
    ];
    const estimates = dominantOperator.estimate(of, [2012, 2015], context(filings));
    expect(estimates.map(({ period }) => period)).toEqual([2015]);
  });

  it("is exceeded by no more than national figures exceed it in other countries", () => {
    // Odds of 3 to 1 against the operator's 1 to 1 in twenty countries: the gap is a factor of 3, so 50 may be 75.
    const areas = Array.from({ length: 20 }, (_, i) => 100 + i);
    const peers = areas.map((area) => ({
      area,
      region: undefined,
      income: undefined,
      values: new Map([[2010, 75]]),
    }));
    const filings: Filings = [...areas.map((area) => [area, 2010, 50] as const), [4, 2012, 50]];
    const [estimate] = dominantOperator.estimate(history([]), [2012], context(filings, peers));
    expect(estimate?.high).toBeCloseTo(75, 9);
  });

  describe("in the chain", () => {
    const filings: Readonly<Record<string, Filings>> = {
      OPERATOR_3G: [
        [2, 2011, 55],
        [3, 2011, 55],
      ],
      OPERATOR_4G: [[3, 2011, 45]],
    };
    const surroundings: Surroundings = {
      ...NOTHING_KNOWN,
      areas: [1, 2, 3, 4],
      operator: (id, area, period) => asked(filings[id] ?? [])(area, period),
    };
    const nested = indicator([wide, narrow], {
      nested: ["X", "Y"],
      methods: ["dominant-operator", "interpolation"],
    });
    const observations = [2010, 2012].flatMap((period) => [
      reported(1, 50, { period }),
      reported(2, 50, { period }),
      reported(1, 20, { period, series: "Y" }),
    ]);
    const estimates = estimateAll({ indicators: [nested], observations, surroundings });

    it("goes before interpolation, and is given to a country that never reported, for its years only", () => {
      const found = estimates
        .filter((one) => one.series === "X")
        .map(({ area, period, value, method }) => [area, period, value, method]);
      expect(found).toEqual([
        [1, 2011, 50, "interpolation"],
        [2, 2011, 55, "dominant-operator"],
        [3, 2011, 55, "dominant-operator"],
      ]);
    });

    it("is bounded by the wider technology", () => {
      const of3 = estimates.find(({ area, series: code }) => area === 3 && code === "Y");
      expect(of3).toMatchObject({ value: 45, low: 45, high: 55 });
    });
  });
});

describe("figures of operators as reference values", () => {
  const read = (value: string) =>
    importReference(
      `SERIES,REF_AREA,TIME_PERIOD,OBS_VALUE\nOPERATOR_4G,KEN,2018,${value}\n`,
      { series: "POPULATION", revision: "2018", source: "annual report", file: "operators.csv" },
      loadAreas("data/reference"),
    ).values;

  it("are read in our own columns", () => {
    expect(read("77.5")).toMatchObject([{ series: "OPERATOR_4G", area: 404, period: 2018, value: 77.5 }]);
  });

  it("are refused above 100, with the place", () => {
    expect(() => read("120")).toThrow(/operators\.csv, line 2: OBS_VALUE is 120.*from 0 to 100/);
  });
});
