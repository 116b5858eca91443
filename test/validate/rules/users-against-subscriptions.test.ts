import { describe, expect, it } from "vitest";
import type { PeerFigures } from "../../../src/define.js";
import rule from "../../../src/validate/rules/users-against-subscriptions.js";
import { contextOf, failures, indicatorOf, observed, outcome } from "../observation.js";

const [USERS, FIXED] = ["IT_USE_II99", "IT_NET_BBND"];
const users = (value: number | null) => observed({ series: USERS, value });
const fixed = (value: number, fields = {}) => observed({ series: FIXED, value, line: 3, ...fields });

/**
 * 21 countries with 10 subscriptions per 100 and 20, 40 or 80 per cent users: ratios 2, 4 and 8. The median
 * is ln 4, the median deviation ln 2 = 0.693, so that the band reaches 3.5 · 0.693 / 0.6745 = 3.597, a factor
 * of 36.5: with 10 subscriptions never, with 0.5 from 0.055 to 73 per cent users.
 */
function peers(area = 1000): PeerFigures[][] {
  const of = (figure: (i: number) => number) =>
    Array.from({ length: 21 }, (_, i) => ({ area: area + i, before: figure(i), after: figure(i) }));
  return [of((i) => [20, 40, 80][i % 3] as number), of(() => 10)];
}
const [peerUsers = [], peerFixed = []] = peers();
const among = (previous: Partial<Record<string, [number, number][]>> = {}, all = peerUsers) =>
  contextOf(USERS, {
    peers: (series, _dimensions, from, to) =>
      from !== 2020 || to !== 2020 ? [] : series === USERS ? all : series === FIXED ? peerFixed : [],
    previous: (series) =>
      new Map((previous[series] ?? []).map(([year, value]) => [year, { value, status: "A", ageScope: "" }])),
  });

describe("users-against-subscriptions", () => {
  it("is asked of Internet users, as a note", () => {
    expect(rule.applies(indicatorOf(USERS))).toBe(true);
    expect(rule.severity).toBe("info");
  });

  it.each([1, 72])("passes %d per cent users beside half a subscription per 100", (value) => {
    expect(outcome(rule, [users(value), fixed(0.5)], among())).toBe("pass");
  });

  it("notes more users than the other countries' ratios would explain", () => {
    // 0.5 · 4 = 2.
    const params = { value: 74, subscriptions: 0.5, series: FIXED, period: "2020", usual: 2, peers: 21 };
    expect(failures(rule, [users(74), fixed(0.5)], among())).toEqual([
      { line: 2, column: "OBS_VALUE", params },
    ]);
  });

  it("notes as many fewer", () => {
    // 40 subscriptions: 160 expected, at least 4.4.
    expect(outcome(rule, [users(4.3), fixed(40)], among())).toBe("fail");
    expect(outcome(rule, [users(4.5), fixed(40)], among())).toBe("pass");
  });

  it("leaves alone what is usual for the country", () => {
    const years = [2016, 2017, 2018, 2019];
    const own = (steps: readonly number[]) => ({
      [USERS]: years.map((year, i): [number, number] => [year, steps[i] as number]),
      [FIXED]: years.map((year): [number, number] => [year, 0.5]),
    });
    expect(outcome(rule, [users(74), fixed(0.5)], among(own([60, 65, 70, 75])))).toBe("pass");
    expect(outcome(rule, [users(74), fixed(0.5)], among(own([1, 1.1, 1.2, 1.3])))).toBe("fail");
  });

  it.each([
    ["too few subscriptions to say anything", [users(74), fixed(0.09)], among()],
    [
      "the subscriptions of one speed",
      [users(74), fixed(0.5, { dimensions: { COMPOSITE_BREAKDOWN: "IS_GE10M" } })],
      among(),
    ],
    ["no users", [fixed(0.5)], among()],
    ["users withdrawn", [users(null), fixed(0.5)], among()],
    ["19 other countries", [users(74), fixed(0.5)], among({}, peerUsers.slice(2))],
  ])("cannot judge %s", (_, observations, context) => {
    expect(outcome(rule, observations, context)).toBe("not-evaluable");
  });

  it("does not count the country among the others", () => {
    const [own = []] = peers(756);
    const [, ownFixed = []] = peers(756);
    const context = contextOf(USERS, {
      peers: (series) => (series === USERS ? own.slice(0, 20) : series === FIXED ? ownFixed : []),
    });
    expect(outcome(rule, [users(74), fixed(0.5)], context)).toBe("not-evaluable");
  });
});
