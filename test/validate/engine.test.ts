import { describe, expect, it } from "vitest";
import {
  type AcrossRule,
  defineAcrossRule,
  defineRule,
  type IndicatorRule,
  type Rule,
  type RuleScope,
} from "../../src/define.js";
import type { Observation } from "../../src/types.js";
import { judge, judgeAcross } from "../../src/validate/engine.js";
import { rules } from "../../src/validate/rules/index.js";
import { contextOf, indicatorOf, observed } from "./observation.js";

const SERIES = "IT_USE_II99";
const indicator = indicatorOf(SERIES);
const context = contextOf(SERIES);

/** A rule on single figures that fails above 50 and has nothing to say where there is no value. */
function above50(fields: Partial<IndicatorRule> = {}): Rule {
  return defineRule({
    ...{ id: "above-50", version: 1, level: 1, severity: "error", over: "observation", source: "a test" },
    applies: () => true,
    vtl: { reason: "a test" },
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
        ...{ key: { ...key, period: 2017 }, value: 60, params: { value: 60 } },
      },
      {
        ...{ rule: "elsewhere", level: 4, severity: "info", line: 2, column: "NATURE" },
        ...{ key: { ...key, period: 2016 }, value: 40, params: { a: 1 } },
      },
    ]);
  });

  it("says the figure as it stood, its multiplier applied, or that there was none", () => {
    const all = above50({ judge: ([at]) => (at ? [{ at, params: {} }] : []) });
    const observations = [observed({ value: 1.5, unitMultiplier: 3 }), observed({ value: null })];
    const { findings } = judge({ indicator, observations }, [all], context);
    expect(findings.map(({ value }) => value)).toEqual([1500, null]);
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
    ["slice", [[2, 3, 4, 5, 6, 7]]],
  ])("over %s", (scope, groups) => {
    const byFirst = (a: number[], b: number[]) => Math.min(...a) - Math.min(...b);
    expect(groupsOver(scope, slice).sort(byFirst)).toEqual(groups.sort(byFirst));
  });
});

describe("judgeAcross", () => {
  const skill = (code: string, fields: Partial<Observation> = {}) =>
    observed({ series: "SE_ADT_ACTS", dimensions: { COMPOSITE_BREAKDOWN: code }, ...fields });

  /** A rule that notes the lines of what it is given. */
  function across(groups: number[][]): AcrossRule {
    const { id, level, version, source, applies, vtl } = above50();
    const base = { id, level, version, source, applies, vtl };
    return defineAcrossRule({
      ...base,
      ...{ severity: "warning", over: "siblings", across: [SERIES, "SE_ADT_ACTS"] },
      judge(group) {
        groups.push(group.map(({ line }) => line));
        return group.flatMap((at) => (at.value === 60 ? [{ at, params: {} }] : []));
      },
    });
  }

  it("looks at one year and breakdown of the series that the rule names, whatever the skill", () => {
    const groups: number[][] = [];
    const observations = [
      observed({ line: 2 }),
      skill("SKILL_ICTATCH", { line: 3 }),
      skill("SKILL_ICTCPT", { line: 4 }),
      skill("SKILL_ICTCPT", { line: 5, period: 2021 }),
      observed({ line: 6, dimensions: { SEX: "F" } }),
      observed({ line: 7, series: "IT_MOB_OWN" }),
    ];
    judgeAcross(observations, [across(groups)], context);
    expect(groups).toEqual([[2, 3, 4], [5], [6]]);
  });

  it("counts each group once and makes findings of its failures", () => {
    const observations = [observed({ value: 60 }), skill("SKILL_ICTATCH", { value: 60, line: 3 })];
    const { findings, tallies } = judgeAcross(observations, [across([])], context);
    expect(findings.map(({ line, severity }) => [line, severity])).toEqual([
      [2, "warning"],
      [3, "warning"],
    ]);
    expect([...tallies]).toEqual([["above-50", { pass: 0, fail: 1, notEvaluable: 0 }]]);
  });

  it("counts nothing where none of the series is there, and is left out of an indicator's slice", () => {
    expect(judgeAcross([observed({ series: "IT_MOB_OWN" })], [across([])], context).tallies.size).toBe(0);
    expect(judge({ indicator, observations: figures }, [across([])], context).tallies.size).toBe(0);
  });
});
