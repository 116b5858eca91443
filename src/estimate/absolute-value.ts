import type { Observation } from "../types.js";

/**
 * The figure in the series' own unit, `value · 10^unitMultiplier`; null stays null.
 * Source: SDMX, concept UNIT_MULT ("exponent in base 10 by which the observation was divided").
 */
export function absoluteValue(observation: Pick<Observation, "value" | "unitMultiplier">): number | null {
  const { value, unitMultiplier } = observation;
  if (value === null || unitMultiplier === 0) return value;
  // Dividing by 10^n keeps 25 · 10^-1 at exactly 2.5, which multiplying by 0.1 does not promise.
  return unitMultiplier > 0 ? value * 10 ** unitMultiplier : value / 10 ** -unitMultiplier;
}
