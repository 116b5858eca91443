import { describe, expect, it } from "vitest";
import type { PeerFigures } from "../../../src/define.js";
import rule from "../../../src/validate/rules/peer-change.js";
import { contextOf, failures, history, indicatorOf, observed, outcome } from "../observation.js";

/** Peers from 2020 to 2021 that each went from `before` to one of the values, over and over. */
function peers(count: number, before: number, after: readonly number[]): PeerFigures[] {
  return Array.from({ length: count }, (_, i) => ({
    area: 1000 + i,
    before,
    after: after[i % after.length] as number,
  }));
}
const among = (all: readonly PeerFigures[], series = "IT_USE_II99") =>
  contextOf(series, { peers: (_code, _dimensions, from, to) => (from === 2020 && to === 2021 ? all : []) });

describe("peer-change of percentages", () => {
  /**
   * From 50 % to 45, 50 or 55: logits −0.2007, 0 and 0.2007. The median change is 0 and the median
   * deviation 0.2007, so that 3.5 of 0.2007 / 0.6745 is 1.041: from 50 % as far as 26.1 % and 73.9 %.
   */
  const steady = peers(21, 50, [45, 50, 55]);

  it.each([50, 60, 73, 27])("passes 50 to %d", (value) => {
    expect(outcome(rule, history([50, value]), among(steady))).toBe("pass");
  });

  it.each([75, 25])("fails 50 to %d", (value) => {
    const params = { value, period: "2021", before: 50, beforePeriod: "2020", expected: 50, peers: 21 };
    expect(failures(rule, history([50, value]), among(steady))).toEqual([
      { line: 3, column: "OBS_VALUE", params },
    ]);
  });

  it("takes the mean deviation where most have not moved", () => {
    // 17 stay and 4 go to 80, ln 4 = 1.386: mean deviation 4 · 1.386 / 21 = 0.264, times 1.2533 · 3.5
    // is 1.158, from 50 % as far as 76.1 %.
    const still = peers(21, 50, [50, 50, 50, 50, 80]);
    expect(outcome(rule, history([50, 76]), among(still))).toBe("pass");
    expect(outcome(rule, history([50, 77]), among(still))).toBe("fail");
  });

  it("asks only about more than 20 points from where the peers' change leads", () => {
    const narrow = peers(21, 50, [49.9, 50, 50.1]);
    expect(outcome(rule, history([50, 70]), among(narrow))).toBe("pass");
    expect(outcome(rule, history([50, 70.1]), among(narrow))).toBe("fail");
  });

  it("asks about the newest year alone, which no later one speaks for or against", () => {
    const always = contextOf("IT_USE_II99", { peers: () => steady });
    expect(failures(rule, history([50, 90, 10]), always).map(({ line }) => line)).toEqual([4]);
    expect(outcome(rule, history([50, 90, 90]), always)).toBe("pass");
  });

  it("asks about standing still where the others rise", () => {
    // 30 % to 59, 60 or 61: 60 % is expected, and 50 % is far from it beside so narrow a spread.
    expect(outcome(rule, history([30, 30]), among(peers(21, 30, [59, 60, 61])))).toBe("fail");
  });

  it("counts by the year: twice the change in twice the time", () => {
    const twoYears = contextOf("IT_USE_II99", { peers: () => peers(21, 50, [49.9, 50, 50.1]) });
    expect(outcome(rule, history([50, null, 90]), twoYears)).toBe("pass");
    expect(outcome(rule, history([50, null, 90.1]), twoYears)).toBe("fail");
  });
});

describe("peer-change of counts", () => {
  const series = "IT_NET_BBNDN";
  /**
   * From 100 to 96, 98, 100, 102, 104, of each a fifth. The median ratio is 1; the effects are
   * (1 − 1/0.96) · 10 = −0.417, −0.204, 0, 0.02 · √102 = 0.202 and 0.04 · √104 = 0.408, so the quartiles
   * are those of 98 and 102: the band is from −40 · 0.204 = −8.16 to 40 · 0.202 = 8.08.
   */
  const steady = peers(25, 100, [96, 98, 100, 102, 104]);

  // (1.63 − 1) · √163 = 8.04; (1.64 − 1) · √164 = 8.20; (1 − 1/0.56) · 10 = −7.86; (1 − 1/0.54) · 10 = −8.52.
  it.each([
    [100, "pass"],
    [163, "pass"],
    [164, "fail"],
    [56, "pass"],
    [54, "fail"],
  ])("of 100 to %d says %s", (value, expected) => {
    expect(outcome(rule, history([100, value], { series }), among(steady, series))).toBe(expected);
  });

  it("says what the median ratio would have led to", () => {
    const twice = peers(25, 100, [192, 196, 200, 204, 208]);
    expect(failures(rule, history([1000, 9000], { series }), among(twice, series))).toEqual([
      {
        line: 3,
        column: "OBS_VALUE",
        params: {
          value: 9000,
          period: "2021",
          before: 1000,
          beforePeriod: "2020",
          expected: 2000,
          peers: 25,
        },
      },
    ]);
  });

  it.each([
    ["a start from nothing", [0, 50], steady],
    ["peers that started from nothing", [100, 500], peers(25, 0, [50])],
    ["peers that stand still", [100, 500], peers(25, 100, [100])],
  ])("cannot judge %s", (_, values, all) => {
    expect(outcome(rule, history(values, { series }), among(all, series))).toBe("not-evaluable");
  });
});

describe("peer-change", () => {
  const all = peers(20, 50, [45, 50, 55]);

  it("applies to percentages and counts, and not to networks, which are built by leaps", () => {
    expect(rule.applies(indicatorOf("IT_MOB_4GNTWK"))).toBe(false);
    expect(rule.applies(indicatorOf("IT_USE_II99"))).toBe(true);
    expect(rule.applies(indicatorOf("IT_NET_BBNDN"))).toBe(true);
  });

  it("needs 20 peers, and a country is no peer of its own", () => {
    const [first, ...others] = all as [PeerFigures, ...PeerFigures[]];
    expect(outcome(rule, history([50, 90]), among(all))).toBe("fail");
    expect(outcome(rule, history([50, 90]), among(others))).toBe("not-evaluable");
    expect(outcome(rule, history([50, 90]), among([{ ...first, area: 756 }, ...others]))).toBe(
      "not-evaluable",
    );
  });

  it("starts from what was accepted before", () => {
    const context = {
      ...among(all),
      previous: () => new Map([[2020, { value: 50, status: "A", ageScope: "" }]]),
    };
    expect(outcome(rule, [observed({ period: 2021, value: 90 })], context)).toBe("fail");
  });

  it.each([
    ["a break", history([50, 90]).map((one) => ({ ...one, status: "B" }))],
    ["one year", history([50])],
    ["nothing", []],
    ["peers that stand still", history([50, 90]), peers(20, 50, [50])],
    ["a rate", history([50, 90], { series: "IT_NET_BBND" })],
  ])("cannot judge %s", (_, observations, others = all) => {
    expect(outcome(rule, observations, among(others))).toBe("not-evaluable");
  });
});
