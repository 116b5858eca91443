import type { Observation } from "../../types.js";

/** The figure itself, with its multiplier applied. Only for observations whose value is not null. */
export function figure(observation: Observation): number {
  return observation.unitMultiplier === 0
    ? (observation.value as number)
    : (observation.value as number) * 10 ** observation.unitMultiplier;
}

/** What binary fractions can move a comparison of decimal figures by: 71.9 − 61.9 is a little more than 10. */
export const BINARY_SLACK = 1e-9;

/** Half a unit in the last decimal that was written: what rounding alone can have moved the figure by. */
export function roundingSlack(...values: readonly number[]): number {
  let coarsest = 0;
  for (const value of values) coarsest = Math.max(coarsest, 0.5 * 10 ** -decimals(value));
  return coarsest + BINARY_SLACK;
}

/** The same for figures, each as it was written before its multiplier: 1.2 thousand may be 50 off. */
export function figureSlack(...observations: readonly Observation[]): number {
  let coarsest = 0;
  for (const { value, unitMultiplier } of observations)
    coarsest = Math.max(coarsest, roundingSlack(value as number) * 10 ** unitMultiplier);
  return coarsest;
}

/** Decimals as written; 1.5e-7 has eight. */
function decimals(value: number): number {
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  return Math.max(0, (mantissa.split(".")[1] ?? "").length - Number(exponent));
}
