import type { Aggregate, Thresholds } from "../types.js";

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
