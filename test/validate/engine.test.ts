import { describe, expect, it } from "vitest";
import { defineRule, type Rule, type RuleScope } from "../../src/define.js";
import type { Observation } from "../../src/types.js";
import { judge } from "../../src/validate/engine.js";
import { rules } from "../../src/validate/rules/index.js";
import { contextOf, indicatorOf, observed } from "./observation.js";

const SERIES = "IT_USE_II99";
const indicator = indicatorOf(SERIES);
const context = contextOf(SERIES);

/** A rule on single figures that fails above 50 and has nothing to say where there is no value. */
function above50(fields: Partial<Rule> = {}): Rule {
  return defineRule({
    ...{ id: "above-50", version: 1, level: 1, severity: "error", over: "observation", source: "a test" },
    applies: () => true,
    judge([at]) {
      if (!at || at.value === null) return "not-evaluable";
      return at.value > 50 ? [{ at, params: { value: at.value } }] : [];
    },
    ...fields,
  });
}

/** The lines of the groups that a rule over `scope` is given, in order. */
function groupsOver(scope: RuleScope, observations: readonly Observation[]): number[][] {
  const groups: number[][] = [];
  const spy = above50({
    over: scope,
    judge(group) {
      groups.push(group.map(({ line }) => line));
      return [];
    },
  });
  judge({ indicator, observations }, [spy], context);
  return groups;
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}

const figures = [40, 60, null, 70, 30].map((value, i) => observed({ value, line: 2 + i, period: 2016 + i }));

describe("judge", () => {
  it("counts how often each rule passed, failed and could not be judged", () => {
    const { tallies } = judge({ indicator, observations: figures }, [above50()], context);
    expect([...tallies]).toEqual([["above-50", { pass: 2, fail: 2, notEvaluable: 1 }]]);
  });

  it("counts a group once, however many failures are in it", () => {
    const all = above50({ over: "breakdowns", judge: (group) => group.map((at) => ({ at, params: {} })) });
    const same = [1, 2, 3].map((value) => observed({ value, line: value }));
    const { tallies, findings } = judge({ indicator, observations: same }, [all], context);
    expect(tallies.get("above-50")).toEqual({ pass: 0, fail: 1, notEvaluable: 0 });
    expect(findings.map(({ line }) => line)).toEqual([1, 2, 3]);
  });

  it("makes a finding of each failure, at the value unless another column is named", () => {
    const other = above50({
      id: "elsewhere",
      severity: "info",
      level: 4,
      judge: ([at]) => (at?.line === 2 ? [{ at, column: "NATURE", params: { a: 1 } }] : []),
    });
    const { findings } = judge({ indicator, observations: figures.slice(0, 2) }, [above50(), other], context);
    const key = { series: SERIES, area: 756, dimensions: {} };
    expect(findings).toEqual([
      {
        ...{ rule: "above-50", level: 1, severity: "error", line: 3, column: "OBS_VALUE" },
        ...{ key: { ...key, period: 2017 }, params: { value: 60 } },
      },
      {
        ...{ rule: "elsewhere", level: 4, severity: "info", line: 2, column: "NATURE" },
        ...{ key: { ...key, period: 2016 }, params: { a: 1 } },
      },
    ]);
  });

  it("holds what an error is about", () => {
    const { held } = judge({ indicator, observations: figures }, [above50()], context);
    expect([...held]).toEqual([figures[1], figures[3]]);
  });

  it.each(["warning", "info"] as const)(
    "does not hold what a finding of severity %s is about",
    (severity) => {
      const { held, findings } = judge(
        { indicator, observations: figures },
        [above50({ severity })],
        context,
      );
      expect(findings.map((finding) => finding.severity)).toEqual([severity, severity]);
      expect(held.size).toBe(0);
    },
  );

  it("leaves out rules that do not apply, uncounted", () => {
    const { tallies, findings } = judge(
      { indicator, observations: figures },
      [above50({ applies: ({ id }) => id === "9.c.1" })],
      context,
    );
    expect([tallies.size, findings.length]).toEqual([0, 0]);
  });

  it("changes nothing it is given", () => {
    const observations = deepFreeze([
      ...[...figures].reverse(),
      ...["F", "M"].map((SEX) => observed({ value: 90, dimensions: { SEX }, period: 2016, line: 9 })),
      observed({ value: 40, numerator: 9, denominator: 8, period: 2030 }),
      observed({ value: 40, period: 2030 }),
    ]);
    const before = structuredClone(observations);
    const { held } = judge({ indicator, observations }, rules, context);
    expect(observations).toEqual(before);
    expect(held.size).toBeGreaterThan(0);
  });
});

describe("what rules look at together", () => {
  const [women, men] = [{ SEX: "F" }, { SEX: "M" }];
  const slice = [
    observed({ line: 2, period: 2021 }),
    observed({ line: 3, period: 2020 }),
    observed({ line: 4, period: 2020, dimensions: women }),
    observed({ line: 5, period: 2021, dimensions: men }),
    observed({ line: 6, period: 2020, series: "IT_MOB_OWN" }),
    observed({ line: 7, period: 2020 }),
  ];

  it.each<[RuleScope, number[][]]>([
    ["observation", [[2], [3], [4], [5], [6], [7]]],
    ["breakdowns", [[2, 5], [3, 4, 7], [6]]],
    ["siblings", [[2], [3, 6, 7], [4], [5]]],
    // In the order of years, and within a year of lines.
    ["history", [[3, 7, 2], [4], [5], [6]]],
    ["key", [[2], [3, 7], [4], [5], [6]]],
  ])("over %s", (scope, groups) => {
    const byFirst = (a: number[], b: number[]) => Math.min(...a) - Math.min(...b);
    expect(groupsOver(scope, slice).sort(byFirst)).toEqual(groups.sort(byFirst));
  });
});
