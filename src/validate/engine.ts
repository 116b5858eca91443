import type { Failure, Indicator, Rule, RuleContext, RuleScope } from "../define.js";
import type { Finding, Observation } from "../types.js";

/** All figures of one indicator for one area, as one submission has them. What rules look at together. */
export interface Slice {
  readonly indicator: Indicator;
  readonly observations: readonly Observation[];
}

/** Outcomes of one rule, counted as they come. */
export interface Tally {
  pass: number;
  fail: number;
  notEvaluable: number;
}

export interface Judgement {
  readonly findings: readonly Finding[];
  /** Observations an error is about. They are stored, and stay out of every aggregate. */
  readonly held: ReadonlySet<Observation>;
  readonly tallies: ReadonlyMap<string, Tally>;
}

type Groups = readonly (readonly Observation[])[];

/** Judges one slice by every rule that applies to its indicator. Changes nothing it is given. */
export function judge(slice: Slice, rules: readonly Rule[], context: RuleContext): Judgement {
  const findings: Finding[] = [];
  const held = new Set<Observation>();
  const tallies = new Map<string, Tally>();
  const groups = groupings(slice.observations);
  for (const rule of rules) {
    if (!rule.applies(slice.indicator)) continue;
    const tally: Tally = { pass: 0, fail: 0, notEvaluable: 0 };
    const onFailures = (failures: readonly Failure[]) => {
      for (const failure of failures) {
        findings.push(toFinding(rule, failure));
        if (rule.severity === "error") held.add(failure.at);
      }
    };
    if (rule.over === "observation") judgeEach(rule, slice.observations, context, tally, onFailures);
    else judgeGroups(rule, groups(rule.over), context, tally, onFailures);
    tallies.set(rule.id, tally);
  }
  return { findings, held, tallies };
}

/** One array serves every observation: a rule reads what it is given and keeps nothing. */
function judgeEach(
  rule: Rule,
  observations: readonly Observation[],
  context: RuleContext,
  tally: Tally,
  onFailures: (failures: readonly Failure[]) => void,
): void {
  const one: Observation[] = [];
  for (const observation of observations) {
    one[0] = observation;
    count(rule.judge(one, context), tally, onFailures);
  }
}

function judgeGroups(
  rule: Rule,
  groups: Groups,
  context: RuleContext,
  tally: Tally,
  onFailures: (failures: readonly Failure[]) => void,
): void {
  for (const group of groups) count(rule.judge(group, context), tally, onFailures);
}

function count(
  outcome: readonly Failure[] | "not-evaluable",
  tally: Tally,
  onFailures: (failures: readonly Failure[]) => void,
): void {
  if (outcome === "not-evaluable") tally.notEvaluable++;
  else if (outcome.length === 0) tally.pass++;
  else {
    tally.fail++;
    onFailures(outcome);
  }
}

function toFinding(rule: Rule, failure: Failure): Finding {
  const { series, area, period, dimensions, line } = failure.at;
  return {
    rule: rule.id,
    level: rule.level,
    severity: rule.severity,
    line,
    column: failure.column ?? "OBS_VALUE",
    key: { series, area, period, dimensions },
    params: failure.params,
  };
}

/** The groups of each scope, made once and only when a rule asks. */
function groupings(observations: readonly Observation[]): (scope: RuleScope) => Groups {
  const made = new Map<RuleScope, Groups>();
  return (scope) => {
    const groups = made.get(scope) ?? group(observations, scope);
    made.set(scope, groups);
    return groups;
  };
}

function group(observations: readonly Observation[], scope: RuleScope): Groups {
  switch (scope) {
    case "observation":
      return observations.map((observation) => [observation]);
    case "breakdowns":
      return groupBy(
        observations,
        (o) => o.series,
        (o) => o.period,
      );
    case "siblings":
      return groupBy(
        observations,
        (o) => o.dimensions,
        (o) => o.period,
      );
    case "history":
      return groupBy(
        observations,
        (o) => o.series,
        (o) => o.dimensions,
      ).map(byPeriod);
    case "key":
      return groupBy(
        observations,
        (o) => o.series,
        (o) => o.dimensions,
      ).flatMap((history) =>
        groupBy(
          history,
          (o) => o.period,
          () => 0,
        ),
      );
  }
}

/** Breakdowns are shared objects (see keys.ts), so identity is equality. */
function groupBy<A, B>(
  observations: readonly Observation[],
  first: (o: Observation) => A,
  second: (o: Observation) => B,
): Observation[][] {
  const groups: Observation[][] = [];
  const outer = new Map<A, Map<B, Observation[]>>();
  for (const observation of observations) {
    const a = first(observation);
    const inner = outer.get(a) ?? new Map<B, Observation[]>();
    if (inner.size === 0) outer.set(a, inner);
    const b = second(observation);
    const known = inner.get(b);
    if (known) known.push(observation);
    else {
      const fresh = [observation];
      inner.set(b, fresh);
      groups.push(fresh);
    }
  }
  return groups;
}

function byPeriod(history: Observation[]): Observation[] {
  return history.sort((a, b) => a.period - b.period || a.line - b.line);
}
