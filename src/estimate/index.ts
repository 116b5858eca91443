import type { Estimator, History, Indicator, Series } from "../define.js";
import { compareKeys, groupBySeries } from "../keys.js";
import type { Estimate, Observation } from "../types.js";
import { historiesOf } from "./histories.js";
import interpolation from "./interpolation.js";

/** Every estimation method. A new one is a file in this folder and a line here. */
export const estimators: readonly Estimator[] = [interpolation];

export interface EstimateInput {
  readonly indicators: readonly Indicator[];
  /** Accepted figures as they were reported, each key once. */
  readonly observations: readonly Observation[];
}

/**
 * Estimates for the years missing between a country's first and last reported year, for each series and
 * breakdown of the indicators whose policy allows it, ordered by series, area, period, dimensions.
 * Each method of `indicator.methods` is asked, in turn, for the years still missing, and sees reported
 * figures only: no estimate is made from an estimate, and none stands where a country reported.
 * Values are in the series' unit (multiplier applied) and within its range.
 *
 * Whether a country may be filled at all is the indicator's policy, after SDG metadata, field 4.f.
 * Throws when an indicator names a method that does not exist.
 */
export function estimateAll({ indicators, observations }: EstimateInput): Estimate[] {
  const bySeries = groupBySeries(observations);
  const estimates: Estimate[] = [];
  for (const indicator of indicators) {
    if (indicator.estimation === "none") continue;
    const chain = chainOf(indicator);
    for (const series of indicator.series) {
      for (const history of historiesOf(series, bySeries.get(series.code) ?? [])) {
        estimates.push(...runChain(chain, history));
      }
    }
  }
  return estimates.sort(compareKeys);
}

function chainOf(indicator: Indicator): Estimator[] {
  return indicator.methods.map((id) => {
    const estimator = estimators.find((candidate) => candidate.id === id);
    if (estimator) return estimator;
    const known = estimators.map((candidate) => candidate.id).join(", ");
    throw new Error(
      `ESTIMATE_UNKNOWN_METHOD: indicator ${indicator.id} names the method "${id}"; known are: ${known}. ` +
        "Correct `methods` in the indicator's file, or add the method to src/estimate/index.ts.",
    );
  });
}

function runChain(chain: readonly Estimator[], history: History): Estimate[] {
  const missing = new Set(missingYears(history));
  const estimates: Estimate[] = [];
  for (const estimator of chain) {
    if (missing.size === 0) break;
    for (const estimate of estimator.estimate(history, [...missing])) {
      if (!missing.delete(estimate.period)) continue;
      estimates.push(withinRange(estimate, history.series));
    }
  }
  return estimates;
}

function missingYears({ points }: History): number[] {
  const reported = new Set(points.map((point) => point.period));
  const years: number[] = [];
  const last = points.at(-1)?.period ?? Number.NEGATIVE_INFINITY;
  for (let year = points[0]?.period ?? 0; year < last; year++) if (!reported.has(year)) years.push(year);
  return years;
}

// A method may overshoot (a straight line beyond 100 per cent); the series' range may not be left.
function withinRange(estimate: Estimate, { minimum, maximum }: Series): Estimate {
  const clamp = (value: number) => Math.min(Math.max(value, minimum), maximum ?? Number.POSITIVE_INFINITY);
  return { ...estimate, value: clamp(estimate.value), low: clamp(estimate.low), high: clamp(estimate.high) };
}
