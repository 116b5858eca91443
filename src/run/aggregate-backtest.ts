import { indicators } from "../../indicators/index.js";
import { aggregate } from "../aggregate/aggregate.js";
import { type Candidate, type Outcome, withChain } from "../estimate/backtest.js";
import { asYearsBefore, type Newest, newestOf } from "../estimate/hide.js";
import { estimateAll, estimators } from "../estimate/index.js";
import { dimensionKey, keyId } from "../keys.js";
import type { Aggregate, Estimate, Key, StoredObservation, Vintage } from "../types.js";
import type { Environment } from "./environment.js";
import { aggregateInput } from "./publish.js";
import { surroundingsOf } from "./surroundings.js";

/** A group's value as it would have been published with too few reports, and as it is known today. */
export interface GroupResidual extends Outcome {
  readonly series: string;
  readonly group: number;
  readonly period: number;
  /** Share of the weight that was hidden and estimated, 0 to 1. */
  readonly hidden: number;
}

/** Whatever the coverage: what is published is not asked here. */
const ALL = { minimumWeight: 0, minimumCountries: 0, reliableWeight: 0 };

/**
 * Plays again, for each of the `years` before the newest year of a series, what is known in the newest one: a country
 * whose last figure is k years old there loses its k last figures here, nobody's later figures are known, and the
 * rest is estimated. Each group is cut to the countries that did report the year, so that its truth is known; groups
 * without an estimate are left out, and so are breakdowns.
 */
export function backtestAggregates(
  environment: Environment,
  vintage: Vintage,
  years: number,
  candidate: Candidate = { name: "chain", chain: null },
): GroupResidual[] {
  const observations = environment.store.observations(vintage.id).filter(({ value }) => value !== null);
  const surroundings = surroundingsOf(environment, Number(vintage.asOf.slice(0, 4)));
  const newest = newestOf(observations);
  const asked = indicators.map((one) => withChain(one, candidate));
  const estimated = new Set(
    indicators.flatMap(({ estimation, series }) =>
      estimation === "none" ? [] : series.map(({ code }) => code),
    ),
  );
  return Array.from({ length: years }, (_, i) => i + 1).flatMap((back) => {
    const known = asYearsBefore(observations, newest, back);
    const { methods = estimators } = candidate;
    const estimates = estimateAll({ indicators: asked, observations: known, surroundings, methods });
    const isAsked = (one: Key) =>
      estimated.has(one.series) && dimensionKey(one.dimensions) === "" && isYear(one, newest, back);
    return residualsOf(
      environment,
      observations.filter(isAsked),
      known.filter(isAsked),
      estimates.filter(isAsked),
    );
  });
}

const isYear = ({ series, period }: Key, { years }: Newest, back: number): boolean =>
  period === (years.get(series) ?? 0) - back;

function residualsOf(
  environment: Environment,
  truth: readonly StoredObservation[],
  known: readonly StoredObservation[],
  estimates: readonly Estimate[],
): GroupResidual[] {
  const has = new Set([...known, ...estimates].map(keyId));
  const told = new Set(truth.map(keyId));
  // A country that neither reported nor was estimated is missing from both, as it is from a published value.
  const values = valuesOf(
    environment,
    known,
    estimates.filter((one) => told.has(keyId(one))),
  );
  const truths = valuesOf(
    environment,
    truth.filter((one) => has.has(keyId(one))),
    [],
  );
  return [...values].flatMap(([id, { series, area, period, value, low, high, weightUsed, ...one }]) => {
    const known = truths.get(id)?.value ?? null;
    if (known === null || value === null || low === null || high === null) return [];
    const hidden = (weightUsed - one.weightCovered) / weightUsed;
    return one.countriesEstimated === 0
      ? []
      : [{ series, group: area, period, truth: known, value, low, high, hidden }];
  });
}

function valuesOf(
  environment: Environment,
  observations: readonly StoredObservation[],
  estimates: readonly Estimate[],
): Map<string, Aggregate> {
  const input = aggregateInput(environment, observations, estimates);
  return new Map(aggregate({ ...input, thresholds: ALL }).map((one) => [keyId(one), one]));
}
