import type {
  AcrossContext,
  AcrossRule,
  Failure,
  Indicator,
  IndicatorRule,
  Rule,
  RuleContext,
  RuleOutcome,
} from "../define.js";
import type { Finding, Observation } from "../types.js";
import { type Groups, groupings, people } from "./groups.js";
import { figure } from "./rules/figures.js";

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

/** Judges one slice by every rule within its indicator that applies. Changes nothing it is given. */
export function judge(slice: Slice, rules: readonly Rule[], context: RuleContext): Judgement {
  const findings: Finding[] = [];
  const held = new Set<Observation>();
  const tallies = new Map<string, Tally>();
  const groups = groupings(slice.observations);
  for (const rule of rules) {
    if (rule.across || !rule.applies(slice.indicator)) continue;
    const tally = noOutcome();
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

/**
 * Judges what one area has of several indicators by the rules across them. Changes nothing it is given.
 *
 * @param observations those that are not held back, in the order of the file
 */
export function judgeAcross(
  observations: readonly Observation[],
  rules: readonly AcrossRule[],
  context: AcrossContext,
): Pick<Judgement, "findings" | "tallies"> {
  const findings: Finding[] = [];
  const tallies = new Map<string, Tally>();
  for (const rule of rules) {
    const series = new Set(rule.across);
    const groups = people(observations.filter((observation) => series.has(observation.series)));
    if (groups.length === 0) continue;
    const tally = noOutcome();
    const onFailures = (failures: readonly Failure[]) => {
      for (const failure of failures) findings.push(toFinding(rule, failure));
    };
    for (const group of groups) count(rule.judge(group, context), tally, onFailures);
    tallies.set(rule.id, tally);
  }
  return { findings, tallies };
}

const noOutcome = (): Tally => ({ pass: 0, fail: 0, notEvaluable: 0 });

/** One array serves every observation: a rule reads what it is given and keeps nothing. */
function judgeEach(
  rule: IndicatorRule,
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
  rule: IndicatorRule,
  groups: Groups,
  context: RuleContext,
  tally: Tally,
  onFailures: (failures: readonly Failure[]) => void,
): void {
  for (const group of groups) count(rule.judge(group, context), tally, onFailures);
}

function count(outcome: RuleOutcome, tally: Tally, onFailures: (failures: readonly Failure[]) => void): void {
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
    value: failure.at.value === null ? null : figure(failure.at),
    params: failure.params,
  };
}
