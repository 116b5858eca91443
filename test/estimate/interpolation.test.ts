import { describe, expect, it } from "vitest";
import type { Context, History } from "../../src/define.js";
import interpolation, { LONGEST_SPAN } from "../../src/estimate/interpolation.js";
import { mean, series } from "../aggregate/sample.js";

const count = series("N", { method: "sum" }, { maximum: null, integer: true });

/** The method asks no other country. */
const ALONE: Context = { peers: new Map(), covariates: [], operator: () => undefined };
const interpolate = (of: History, periods: readonly number[]) => interpolation.estimate(of, periods, ALONE);

function history(points: readonly (readonly [number, number])[], of = mean): History {
  return {
    series: of,
    area: 4,
    dimensions: {},
    points: points.map(([period, value]) => ({ period, value })),
  };
}

describe("interpolation", () => {
  it("goes through the geometric mean of the odds half-way between two percentages", () => {
    // Odds 20/80 = 1/4 and 50/50 = 1; their geometric mean is 1/2, which is 1/3 of the whole.
    const [estimate] = interpolate(
      history([
        [2010, 20],
        [2012, 50],
      ]),
      [2011],
    );
    expect(estimate?.value).toBeCloseTo(100 / 3, 10);
  });

  it("is 50 half-way between two percentages that mirror each other", () => {
    const [estimate] = interpolate(
      history([
        [2010, 10],
        [2012, 90],
      ]),
      [2011],
    );
    expect(estimate?.value).toBeCloseTo(50, 10);
  });

  it("is linear for a figure that is not a percentage", () => {
    const estimates = interpolate(
      history(
        [
          [2010, 100],
          [2014, 500],
        ],
        count,
      ),
      [2011, 2012, 2013],
    );
    expect(estimates.map(({ value }) => value)).toEqual([200, 300, 400]);
  });

  it("is linear next to a reported 0 or 100, where the logit does not exist", () => {
    const estimates = interpolate(
      history([
        [2010, 0],
        [2012, 8],
        [2015, 9],
        [2017, 100],
      ]),
      [2011, 2016],
    );
    expect(estimates.map(({ value }) => value)).toEqual([4, 54.5]);
  });

  it("stays at a value reported on both sides", () => {
    const [estimate] = interpolate(
      history([
        [2010, 37.3],
        [2012, 37.3],
      ]),
      [2011],
    );
    expect(estimate).toMatchObject({ value: 37.3 });
  });

  it("names the years it lies between", () => {
    const [estimate] = interpolate(
      history([
        [2008, 1],
        [2010, 60],
        [2012, 40],
        [2014, 99],
      ]),
      [2011],
    );
    expect(estimate).toMatchObject({
      series: "X",
      area: 4,
      period: 2011,
      dimensions: {},
      method: "interpolation",
      donors: ["2010", "2012"],
    });
  });

  describe("has an interval", () => {
    const flat = history([
      [2010, 50],
      [2012, 50],
    ]);
    /** Twenty-one countries at 50 before and after, whose odds in between are e^-1, e^-0.9 … e^1. */
    const peers = Array.from({ length: 21 }, (_, i) => ({
      ...{ area: 100 + i, region: undefined, income: undefined },
      values: new Map([
        [2010, 50],
        [2011, 100 / (1 + Math.exp((10 - i) / 10))],
        [2012, 50],
      ]),
    }));
    const context: Context = { ...ALONE, peers: new Map(peers.map((peer) => [peer.area, peer])) };

    it("in which 90 % of the values lie that other countries reported half-way between two others", () => {
      const [estimate] = interpolation.estimate(flat, [2011], context);
      expect(estimate?.low).toBeCloseTo(100 / (1 + Math.exp(0.9)), 9);
      expect(estimate?.high).toBeCloseTo(100 / (1 + Math.exp(-0.9)), 9);
    });

    it("from every distance there is, where few countries reported at the very same one", () => {
      const wide = history([
        [2010, 50],
        [2013, 50],
      ]);
      const [estimate] = interpolation.estimate(wide, [2011], context);
      expect(estimate?.high).toBeCloseTo(100 / (1 + Math.exp(-0.9)), 9);
    });

    it("of odds up to 2.7 times as high or low, where nothing is known of other countries", () => {
      const [estimate] = interpolate(flat, [2011]);
      expect(estimate?.low).toBeCloseTo(100 / (1 + Math.E), 9);
      expect(estimate?.high).toBeCloseTo(100 / (1 + 1 / Math.E), 9);
    });
  });

  it("says nothing before the first, after the last or in a reported year", () => {
    expect(
      interpolate(
        history([
          [2010, 20],
          [2012, 50],
        ]),
        [2009, 2010, 2012, 2013],
      ),
    ).toEqual([]);
  });

  it("says nothing with one reported year or none", () => {
    expect(interpolate(history([[2010, 20]]), [2009, 2010, 2011])).toEqual([]);
    expect(interpolate(history([]), [2010])).toEqual([]);
  });

  it("bridges the longest span and nothing longer", () => {
    const bridged = interpolate(
      history([
        [2000, 10],
        [2000 + LONGEST_SPAN, 20],
      ]),
      [2001],
    );
    const tooLong = interpolate(
      history([
        [2000, 10],
        [2001 + LONGEST_SPAN, 20],
      ]),
      [2001],
    );
    expect([bridged.length, tooLong.length]).toEqual([1, 0]);
  });
});
