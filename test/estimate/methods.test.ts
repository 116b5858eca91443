import { describe, expect, it } from "vitest";
import type { Context, Covariate, Estimator, History, Peer } from "../../src/define.js";
import { dampedTrend } from "../../src/estimate/damped-trend.js";
import groupMean from "../../src/estimate/group-mean.js";
import { hotDeck } from "../../src/estimate/hot-deck.js";
import { hotDeckLevel } from "../../src/estimate/hot-deck-level.js";
import { nearestYear } from "../../src/estimate/nearest-year.js";
import regression from "../../src/estimate/regression.js";
import { mean, series } from "../aggregate/sample.js";

type Pair = readonly [number, number];

const history = (points: readonly Pair[], of = mean): History => ({
  series: of,
  area: 4,
  dimensions: {},
  points: points.map(([period, value]) => ({ period, value })),
});

const peer = (area: number, points: readonly Pair[], region = 901, income = 2): Peer => ({
  area,
  region,
  income,
  values: new Map(points),
});

const context = (peers: readonly Peer[], covariates: readonly Covariate[] = []): Context => ({
  peers: new Map(peers.map((one) => [one.area, one])),
  covariates,
  operator: () => undefined,
});

const values = (method: Estimator, of: History, periods: readonly number[], given = context([])) =>
  method.estimate(of, periods, given).map(({ period, value }) => [period, Math.round(value * 1e6) / 1e6]);

/** A percentage with these odds. */
const odds = (ratio: number) => (100 * ratio) / (1 + ratio);

describe("damped-trend", () => {
  it("carries the trend of the odds on, half as strong each year", () => {
    // Odds 1/4, 1/2, 1: they double each year. Damped by a half they grow by 2^(1/2), then by 2^(1/4) more.
    const rising = history([2010, 2011, 2012].map((year, i) => [year, odds(2 ** (i - 2))] as const));
    const method = dampedTrend({ window: 5, damping: 0.5, reach: 2 });
    const expected = [2 ** 0.5, 2 ** 0.75].map((ratio) => Math.round(odds(ratio) * 1e6) / 1e6);
    expect(values(method, rising, [2011, 2013, 2014, 2015])).toEqual([
      [2013, expected[0]],
      [2014, expected[1]],
    ]);
  });

  it("says nothing after a zero", () => {
    const method = dampedTrend({ window: 5, damping: 0.9, reach: 5 });
    const ended = history([
      [2010, 5],
      [2011, 0],
    ]);
    expect(values(method, ended, [2012])).toEqual([]);
  });

  it("says nothing with one reported year within the window", () => {
    const method = dampedTrend({ window: 3, damping: 0.9, reach: 5 });
    expect(
      values(
        method,
        history([
          [2010, 20],
          [2015, 30],
        ]),
        [2016],
      ),
    ).toEqual([]);
  });
});

describe("nearest-year", () => {
  const method = nearestYear({ reach: 3, zeroReach: 1 });

  it("carries the nearest year up to its reach, the earlier of two as near, and none back before the first", () => {
    const reported = history([
      [2010, 20],
      [2014, 30],
    ]);
    expect(values(method, reported, [2008, 2012, 2013, 2017, 2018])).toEqual([
      [2012, 20],
      [2013, 30],
      [2017, 30],
    ]);
  });

  it("carries a last zero for a shorter time, since what has begun meanwhile is soon far from it", () => {
    expect(values(method, history([[2014, 0]]), [2015, 2016])).toEqual([[2015, 0]]);
  });
});

describe("hot-deck", () => {
  const own = history([[2010, 50]]);
  const peers = [
    peer(4, [[2010, 50]]),
    peer(8, [
      [2010, 50],
      [2011, odds(2)],
    ]),
    peer(12, [
      [2010, 50],
      [2011, odds(3)],
    ]),
    peer(16, [
      [2010, 50],
      [2011, odds(8)],
    ]),
    peer(
      20,
      [
        [2010, 50],
        [2011, odds(100)],
      ],
      902,
      4,
    ),
  ];

  it("adds the median change of the odds of the nearest three", () => {
    expect(values(hotDeck({ donors: 3, reach: 5 }), own, [2011], context(peers))).toEqual([[2011, 75]]);
  });

  it("goes back before the first reported year by the change until then", () => {
    // Reported 2/3 where the three nearest went from odds of 1 to 2, 3 and 8: three times less than 2.
    const later = history([[2011, odds(2)]]);
    expect(values(hotDeck({ donors: 3, reach: 5 }), later, [2010], context(peers))).toEqual([
      [2010, Math.round(odds(2 / 3) * 1e6) / 1e6],
    ]);
  });

  it("goes no more than five years back", () => {
    const long = [8, 12, 16].map((area) =>
      peer(area, [
        [2005, 20],
        [2006, 20],
        [2011, 50],
      ]),
    );
    const asked = values(
      hotDeck({ donors: 3, reach: 5 }),
      history([[2011, 50]]),
      [2005, 2006],
      context([peer(4, []), ...long]),
    );
    expect(asked).toEqual([[2006, 20]]);
  });

  it("gives a country that reported zero the median level of others that did, and none without three such", () => {
    const from = (then: number, now: number, i: number) =>
      peer(8 + i, [
        [2010, then],
        [2012, now],
      ]);
    const begun = [from(0, 0, 0), from(0, 30, 1), from(0, 80, 2), from(60, 90, 3)];
    const zero = history([[2010, 0]]);
    const method = hotDeck({ donors: 11, reach: 5 });
    expect(values(method, zero, [2012], context([peer(4, [[2010, 0]]), ...begun]))).toEqual([[2012, 30]]);
    expect(values(method, zero, [2012], context([peer(4, [[2010, 0]]), ...begun.slice(1)]))).toEqual([]);
  });

  it("says nothing beyond its reach, in a reported year or with fewer than three donors", () => {
    const method = hotDeck({ donors: 3, reach: 1 });
    expect(values(method, own, [2010, 2012], context(peers))).toEqual([]);
    expect(values(method, own, [2011], context(peers.slice(0, 3)))).toEqual([]);
    expect(values(method, history([]), [2011], context(peers))).toEqual([]);
  });

  it("lends the median level to a country that never reported", () => {
    expect(values(hotDeckLevel(3), history([]), [2011], context([peer(4, []), ...peers.slice(1)]))).toEqual([
      [2011, 75],
    ]);
  });
});

describe("methods that know nothing of the country's own level", () => {
  const others = [8, 12, 16].map((area) =>
    peer(area, [
      [2009, 50],
      [2011, 50],
    ]),
  );
  const given = context([peer(4, []), ...others]);

  it.each([hotDeckLevel(3), groupMean])(
    "$id say nothing before a first report or after a last zero",
    (method) => {
      expect(values(method, history([[2010, 40]]), [2009, 2011], given)).toEqual([[2011, 50]]);
      expect(values(method, history([[2010, 0]]), [2009, 2011], given)).toEqual([]);
    },
  );
});

describe("group-mean", () => {
  it("takes the narrowest group with three countries", () => {
    const near = [odds(1), odds(2), odds(4)].map((value, i) => peer(8 + i, [[2010, value]]));
    const far = [90, 91, 92].map((value, i) => peer(20 + i, [[2010, value]], 902, 4));
    const [estimate] = groupMean.estimate(history([]), [2010], context([peer(4, []), ...near, ...far]));
    expect(estimate?.value).toBeCloseTo(odds(2), 10);
    expect(estimate?.donors).toEqual(["same region and income class", "3 countries"]);
  });
});

describe("regression", () => {
  it("finds a line that the countries follow exactly", () => {
    // The odds of X are those of the covariate times two, in every country.
    const other = series("C", { method: "weighted-mean", weight: "POPULATION" });
    const level = (area: number) => odds(area / 30);
    const peers = Array.from({ length: 60 }, (_, i) =>
      peer(i + 1, i + 1 === 4 ? [] : [[2010, odds((2 * (i + 1)) / 30)]], 901 + (i % 3), 1 + (i % 4)),
    );
    const covariate = { series: other, value: level };
    const [estimate] = regression.estimate(history([]), [2010], context(peers, [covariate]));
    expect(estimate?.value).toBeCloseTo(odds(8 / 30), 3);
    expect(estimate?.donors).toContain("C");
  });

  it("says nothing with few countries", () => {
    expect(values(regression, history([]), [2010], context([peer(4, []), peer(8, [[2010, 5]])]))).toEqual([]);
  });
});
