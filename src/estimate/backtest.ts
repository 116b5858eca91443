import type { Estimator, Indicator } from "../define.js";
import { compareText, dimensionKey } from "../keys.js";
import type { Observation } from "../types.js";
import { absoluteValue } from "./absolute-value.js";
import { hide, historyKey, SCENARIOS, type Scenario } from "./hide.js";
import { estimateAll, estimators } from "./index.js";
import type { Surroundings } from "./surroundings.js";

/** A way to estimate that is put to the test. */
export interface Candidate {
  readonly name: string;
  /** Ids of methods in order; null for the chain each indicator declares. */
  readonly chain: readonly string[] | null;
  readonly methods?: readonly Estimator[];
}

export interface BacktestInput {
  readonly indicators: readonly Indicator[];
  readonly observations: readonly Observation[];
  readonly surroundings: Surroundings;
  readonly seed: number;
  /** Each method alone and the declared chain, when absent. */
  readonly candidates?: readonly Candidate[];
}

/** A truth and what was put in its place. */
export interface Outcome {
  readonly truth: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** One hidden value and its estimate. */
export interface Residual extends Outcome {
  readonly candidate: string;
  readonly method: string;
  readonly scenario: Scenario;
  readonly series: string;
  readonly area: number;
  readonly region: number | undefined;
  readonly period: number;
  /** Years from the nearest reported year that remained; null when none did. */
  readonly horizon: number | null;
}

export interface Score {
  readonly by: readonly (string | number)[];
  readonly count: number;
  readonly meanAbsoluteError: number;
  /** Mean of estimate minus truth. */
  readonly bias: number;
  /** Share of truths within the interval, 0 to 1. */
  readonly coverage: number;
}

export const CANDIDATES: readonly Candidate[] = [
  ...estimators.map(({ id }) => ({ name: id, chain: [id] })),
  { name: "chain", chain: null },
];

/**
 * Hides reported values of the indicators that are estimated, estimates them from the rest, and tells both.
 * Where a candidate has no estimate for a hidden value, there is no residual. Reads nothing but what it is
 * given; the same seed gives the same residuals.
 */
export function backtest(input: BacktestInput): Residual[] {
  const { indicators, observations, surroundings, seed, candidates = CANDIDATES } = input;
  const estimated = new Set(
    indicators
      .filter(({ estimation }) => estimation !== "none")
      .flatMap(({ series }) => series.map(({ code }) => code)),
  );
  const target = observations.filter(({ series }) => estimated.has(series));
  const others = observations.filter(({ series }) => !estimated.has(series));
  // All that reported, so that a country hidden whole is estimated as one that never did.
  const known = { ...surroundings, countries: [...new Set(target.map(({ area }) => area))] };
  return SCENARIOS.flatMap((scenario) => {
    const { hidden, remaining } = hide(target, scenario, seed);
    const judge = judgeOf(hidden, remaining, scenario, surroundings);
    return candidates.flatMap((candidate) => {
      const estimates = estimateAll({
        indicators: indicators.map((one) => withChain(one, candidate)),
        observations: [...remaining, ...others],
        surroundings: known,
        methods: candidate.methods ?? estimators,
      });
      return estimates.flatMap((estimate) => judge(candidate.name, estimate));
    });
  });
}

/** The indicator with the candidate's chain in place of its own, where it is estimated at all. */
export function withChain(indicator: Indicator, { chain }: Candidate): Indicator {
  return chain === null || indicator.estimation === "none" ? indicator : { ...indicator, methods: chain };
}

type Judged = ReturnType<typeof estimateAll>[number];

function judgeOf(
  hidden: readonly Observation[],
  remaining: readonly Observation[],
  scenario: Scenario,
  { regionOf }: Surroundings,
): (candidate: string, estimate: Judged) => Residual[] {
  const keyOf = (one: Judged | Observation) =>
    `${one.series} ${one.area} ${one.period} ${dimensionKey(one.dimensions)}`;
  const truths = new Map(hidden.map((one) => [keyOf(one), absoluteValue(one)]));
  const years = new Map<string, number[]>();
  for (const one of remaining) {
    if (one.value !== null) years.set(historyKey(one), [...(years.get(historyKey(one)) ?? []), one.period]);
  }
  return (candidate, estimate) => {
    const truth = truths.get(keyOf(estimate)) ?? null;
    if (truth === null) return [];
    const { method, series, area, period, value, low, high } = estimate;
    const distances = (years.get(historyKey(estimate)) ?? []).map((year) => Math.abs(year - period));
    const horizon = distances.length === 0 ? null : Math.min(...distances);
    return [
      {
        candidate,
        method,
        scenario,
        series,
        area,
        region: regionOf(area),
        period,
        horizon,
        truth,
        value,
        low,
        high,
      },
    ];
  };
}

/** Mean absolute error, bias and coverage of the residuals that have the same `by`, in order of it. */
export function scoresBy<R extends Outcome>(
  residuals: readonly R[],
  by: (residual: R) => readonly (string | number)[],
): Score[] {
  const groups = new Map<string, { by: readonly (string | number)[]; residuals: R[] }>();
  for (const residual of residuals) {
    const values = by(residual);
    const group = groups.get(values.join("\t"));
    if (group) group.residuals.push(residual);
    else groups.set(values.join("\t"), { by: values, residuals: [residual] });
  }
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, group]) => scoreOf(group.by, group.residuals));
}

// Half a unit of the last bits: a bound that is the truth itself holds it.
const SLACK = 1e-9;

function scoreOf(by: Score["by"], residuals: readonly Outcome[]): Score {
  const mean = (of: (residual: Outcome) => number) =>
    residuals.reduce((sum, residual) => sum + of(residual), 0) / residuals.length;
  return {
    by,
    count: residuals.length,
    meanAbsoluteError: mean(({ value, truth }) => Math.abs(value - truth)),
    bias: mean(({ value, truth }) => value - truth),
    coverage: mean(({ low, truth, high }) => (low - SLACK <= truth && truth <= high + SLACK ? 1 : 0)),
  };
}
