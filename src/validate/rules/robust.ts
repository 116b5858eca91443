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

/**
 * @param ordered ascending
 * @param without one of the values, to be left out once; something must be left
 */
export function quantile(ordered: Float64Array, share: number, without?: number): number {
  const gap = without === undefined ? ordered.length : placeOf(ordered, without);
  const last = without === undefined ? ordered.length - 1 : ordered.length - 2;
  const at = (i: number) => ordered[i < gap ? i : i + 1] as number;
  const place = last * share;
  const below = Math.floor(place);
  const [low, high] = [at(below), at(Math.min(below + 1, last))];
  return low + (place - below) * (high - low);
}

/** Where a value stands in ascending order. */
function placeOf(ordered: Float64Array, value: number): number {
  let [from, to] = [0, ordered.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ordered[middle] as number) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

export function median(values: readonly number[]): number {
  return quantile(sorted(values), 0.5);
}

/** Standard deviation judged by the median absolute deviation from `centre`, or by the mean where that is 0. */
export function robustDeviation(values: readonly number[], centre: number): number {
  return deviationsFrom(Float64Array.from(values), centre).scale();
}

/** Absolute deviations of values from a centre, kept in order. */
export interface Deviations {
  /** The standard deviation they make, of all values or of all but one. */
  scale(without?: number): number;
}

export function deviationsFrom(values: Float64Array, centre: number): Deviations {
  const ordered = values.map((value) => Math.abs(value - centre)).sort();
  let sum = 0;
  for (const deviation of ordered) sum += deviation;
  return {
    scale(without) {
      const left = without === undefined ? undefined : Math.abs(without - centre);
      const middle = quantile(ordered, 0.5, left);
      if (middle > 0) return middle * MEDIAN_TO_SIGMA;
      const mean = left === undefined ? sum / ordered.length : (sum - left) / (ordered.length - 1);
      return mean * MEAN_TO_SIGMA;
    },
  };
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
