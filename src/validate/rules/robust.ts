/**
 * Statistics that a few wild values do not move.
 * Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993, for the median absolute deviation and
 * what stands in for it; Hyndman and Fan 1996, type 7, for quantiles (the default of R).
 */

/** 1 / Φ⁻¹(0.75): the median absolute deviation of a normal distribution times this is its standard deviation. */
const MEDIAN_TO_SIGMA = 1 / 0.6745;
/** √(π / 2), the same for the mean absolute deviation. */
const MEAN_TO_SIGMA = 1.2533;

const LOWEST = 0.5;

export function sorted(values: readonly number[]): Float64Array {
  return Float64Array.from(values).sort();
}

/** @param ordered ascending, not empty */
export function quantile(ordered: Float64Array, share: number): number {
  const place = (ordered.length - 1) * share;
  const below = Math.floor(place);
  const low = ordered[below] as number;
  const high = ordered[Math.min(below + 1, ordered.length - 1)] as number;
  return low + (place - below) * (high - low);
}

export function median(values: readonly number[]): number {
  return quantile(sorted(values), 0.5);
}

/** Standard deviation judged by the median absolute deviation from `centre`, or by the mean where that is 0. */
export function robustDeviation(values: readonly number[], centre: number): number {
  const deviations = values.map((value) => Math.abs(value - centre));
  const middle = median(deviations);
  if (middle > 0) return middle * MEDIAN_TO_SIGMA;
  return (deviations.reduce((sum, one) => sum + one, 0) / deviations.length) * MEAN_TO_SIGMA;
}

/** Log odds of a percentage, kept within 0.5 and 99.5 so that 0 and 100 have one. */
export function logit(percentage: number): number {
  const p = Math.min(100 - LOWEST, Math.max(LOWEST, percentage)) / 100;
  return Math.log(p / (1 - p));
}

/** The percentage with these log odds. */
export function fromLogit(odds: number): number {
  return 100 / (1 + Math.exp(-odds));
}
