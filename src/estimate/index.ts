import type { Covariate, Estimator, History, Indicator, Series } from "../define.js";
import { compareKeys, groupBySeries } from "../keys.js";
import type { Estimate, Observation } from "../types.js";
import { consistent } from "./consistency.js";
import { contextOf, covariatesOf } from "./context.js";
import dampedTrend from "./damped-trend.js";
import dominantOperator from "./dominant-operator.js";
import groupMean from "./group-mean.js";
import { historiesOf } from "./histories.js";
import hotDeck from "./hot-deck.js";
import hotDeckLevel from "./hot-deck-level.js";
import interpolation from "./interpolation.js";
import nearestYear from "./nearest-year.js";
import regression from "./regression.js";
import { NOTHING_KNOWN, type Surroundings } from "./surroundings.js";
import { breakdownsOf, missingYears, neverReported } from "./years.js";

/** Every estimation method. A new one is a file in this folder and a line here. */
export const estimators: readonly Estimator[] = [
  dominantOperator,
  interpolation,
  hotDeck,
  dampedTrend,
  nearestYear,
  regression,
  hotDeckLevel,
  groupMean,
];

export interface EstimateInput {
  readonly indicators: readonly Indicator[];
  /** Accepted figures as they were reported, each key once. */
  readonly observations: readonly Observation[];
  /** Without them, no country that never reported is given a value. */
  readonly surroundings?: Surroundings;
  /** The registered ones when absent; a back-test tries others. */
  readonly methods?: readonly Estimator[];
}

/**
 * Estimates for the years a country did not report (`missingYears`), for each series and breakdown of the
 * indicators whose policy allows it, ordered by series, area, period, dimensions.
 * Each method of `indicator.methods` is asked, in turn, for the years still missing, and sees reported
 * figures only: no estimate is made from an estimate, and none stands where a country reported.
 * Values are in the series' unit (multiplier applied), within its range, and agree with each other (`consistent`).
 *
 * Whether a country may be filled at all, and whether the estimate may stand beside its name, is the
 * indicator's policy, after SDG metadata, field 4.f. Throws when an indicator names a method that does
 * not exist.
 */
export function estimateAll(input: EstimateInput): Estimate[] {
  const { indicators, observations, surroundings = NOTHING_KNOWN, methods = estimators } = input;
  const bySeries = groupBySeries(observations);
  const histories = new Map<string, readonly History[]>();
  for (const series of indicators.flatMap((indicator) => indicator.series)) {
    histories.set(series.code, historiesOf(series, bySeries.get(series.code) ?? []));
  }
  const covariates = covariatesOf([...histories.values()]);
  const estimates: Estimate[] = [];
  for (const indicator of indicators) {
    if (indicator.estimation === "none") continue;
    const chain = chainOf(indicator, methods);
    const own = indicator.series.flatMap(({ code }) =>
      estimateSeries(chain, histories.get(code) ?? [], surroundings, covariates),
    );
    estimates.push(...consistent(indicator, histories, own, surroundings));
  }
  return estimates.sort(compareKeys);
}

function estimateSeries(
  chain: readonly Estimator[],
  reported: readonly History[],
  surroundings: Surroundings,
  covariates: readonly Covariate[],
): Estimate[] {
  return breakdownsOf(reported).flatMap((breakdown) => {
    const context = contextOf(breakdown, surroundings, covariates);
    return [...breakdown.histories, ...neverReported(breakdown, surroundings)].flatMap((history) => {
      const missing = new Set(missingYears(history, breakdown, surroundings));
      const estimates: Estimate[] = [];
      for (const estimator of chain) {
        if (missing.size === 0) break;
        for (const estimate of estimator.estimate(history, [...missing], context)) {
          if (missing.delete(estimate.period)) estimates.push(withinRange(estimate, history.series));
        }
      }
      return estimates;
    });
  });
}

function chainOf(indicator: Indicator, methods: readonly Estimator[]): Estimator[] {
  return indicator.methods.map((id) => {
    const estimator = methods.find((candidate) => candidate.id === id);
    if (estimator) return estimator;
    const known = methods.map((candidate) => candidate.id).join(", ");
    throw new Error(
      `ESTIMATE_UNKNOWN_METHOD: indicator ${indicator.id} names the method "${id}"; known are: ${known}. ` +
        "Correct `methods` in the indicator's file, or add the method to src/estimate/index.ts.",
    );
  });
}

// A method may overshoot (a straight line beyond 100 per cent); the series' range may not be left.
function withinRange(estimate: Estimate, { minimum, maximum }: Series): Estimate {
  const clamp = (value: number) => Math.min(Math.max(value, minimum), maximum ?? Number.POSITIVE_INFINITY);
  return { ...estimate, value: clamp(estimate.value), low: clamp(estimate.low), high: clamp(estimate.high) };
}
