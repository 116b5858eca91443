import type { Observation } from "../../types.js";

/** The figure itself, with its multiplier applied. Only for observations whose value is not null. */
export function figure(observation: Observation): number {
  return observation.unitMultiplier === 0
    ? (observation.value as number)
    : (observation.value as number) * 10 ** observation.unitMultiplier;
}

/** Half a unit in the last decimal that was written: what rounding alone can have moved the figure by. */
export function roundingSlack(...values: readonly number[]): number {
  let coarsest = 0;
  for (const value of values) {
    const decimals = (String(value).split(".")[1] ?? "").length;
    coarsest = Math.max(coarsest, 0.5 * 10 ** -decimals);
  }
  return coarsest;
}
