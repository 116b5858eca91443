import type { Aggregate } from "../types.js";

/** From which coverage on an aggregate is published; all are shares from 0 to 1. */
export interface Thresholds {
  /** Least share of the group's weight that must have a value, reported or estimated. */
  readonly minimumWeight: number;
  /** Least share of the group's countries that must have a value. */
  readonly minimumCountries: number;
  /** From this share of the weight on, an aggregate is no longer marked as of low reliability. */
  readonly reliableWeight: number;
}

/**
 * Half of the population and half of the countries: what the IAEG-SDGs ask of a Tier I indicator (tier
 * classification 2021), and the baseline below which Statistical Journal of the IAOS 2022, sji220090,
 * advises against a world figure. Two thirds: the World Bank publishes no weighted average or sum with
 * more than one third of the weight missing (WDI, aggregation methods).
 */
export const THRESHOLDS: Thresholds = { minimumWeight: 0.5, minimumCountries: 0.5, reliableWeight: 2 / 3 };

type Coverage = Pick<
  Aggregate,
  "weightCovered" | "weightUsed" | "countries" | "countriesReported" | "countriesEstimated"
>;

/**
 * SDMX CL_OBS_STATUS 2.1 of an aggregate: `O` not published for thin coverage, `U` low reliability,
 * `E` when estimates hold the greater part of the weight used, `A` otherwise.
 */
export function statusOf(coverage: Coverage, thresholds: Thresholds): "A" | "E" | "O" | "U" {
  const { weightCovered, weightUsed, countries, countriesReported, countriesEstimated } = coverage;
  const withValue = countriesReported + countriesEstimated;
  if (withValue === 0 || weightUsed < thresholds.minimumWeight) return "O";
  if (withValue / countries < thresholds.minimumCountries) return "O";
  if (weightUsed < thresholds.reliableWeight) return "U";
  return weightUsed - weightCovered > weightCovered ? "E" : "A";
}
