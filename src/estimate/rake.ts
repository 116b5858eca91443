import type { History, Series } from "../define.js";
import { dimensionKey } from "../keys.js";
import type { DimensionId, Estimate, Key } from "../types.js";
import { isPercentage, shifted } from "./scale.js";
import type { Surroundings } from "./surroundings.js";

/** Halvings of the search for the common shift; 60 leave nothing a double could hold. */
const HALVINGS = 60;
/** Widest shift tried, on the logit scale: from 0.01 to 99.99 per cent and beyond. */
const WIDEST = 20;

const keyOf = (area: number, period: number, dimensions: Key["dimensions"]): string =>
  `${area} ${period} ${dimensionKey(dimensions)}`;

/** Codes that make up everybody. */
const PARTS: readonly (readonly [DimensionId, readonly string[]])[] = [
  ["SEX", ["F", "M"]],
  ["URBANISATION", ["U", "R"]],
];

/**
 * Moves estimates of women and men, and of towns and the country, so that, weighted by their numbers, they give the
 * value of all: the same shift on the logit scale for each of the two that is an estimate. A reported figure is not
 * moved. Where the numbers of either or any of the three values are not known, nothing is.
 *
 * Source: raking to a margin as of Deming and Stephan (1940), with the total as margin.
 */
export function rakeParts(
  series: Series,
  histories: readonly History[],
  estimates: readonly Estimate[],
  surroundings: Surroundings,
): Estimate[] {
  return PARTS.reduce<readonly Estimate[]>(
    (moved, [dimension, codes]) => rake(dimension, codes, series, histories, moved, surroundings),
    estimates,
  ).slice();
}

function rake(
  dimension: DimensionId,
  codes: readonly string[],
  series: Series,
  histories: readonly History[],
  estimates: readonly Estimate[],
  { weight }: Surroundings,
): Estimate[] {
  if (series.aggregation.method !== "weighted-mean" || !isPercentage(series)) return [...estimates];
  const denominator = series.aggregation.weight;
  const done = new Map(estimates.map((one) => [keyOf(one.area, one.period, one.dimensions), one]));
  const reported = new Map<string, number>();
  for (const { area, dimensions, points } of histories) {
    for (const { period, value } of points) reported.set(keyOf(area, period, dimensions), value);
  }
  for (const { area, period, dimensions } of estimates) {
    if (!codes.includes(dimensions[dimension] ?? "")) continue;
    const { [dimension]: _, ...all } = dimensions;
    const parts = codes.map((code) => {
      const part = { ...all, [dimension]: code };
      const key = keyOf(area, period, part);
      const estimate = done.get(key);
      const value = reported.get(key) ?? estimate?.value;
      return { key, estimate, value, weight: weight(denominator, area, period, part) };
    });
    const totalKey = keyOf(area, period, all);
    const total = reported.get(totalKey) ?? done.get(totalKey)?.value;
    if (total === undefined || !parts.every(isKnown)) continue;
    const shift = shiftTo(series, total, parts.filter(isKnown));
    for (const { key, estimate } of parts) {
      if (estimate) done.set(key, moved(series, estimate, shift));
    }
  }
  return [...done.values()];
}

interface Part {
  readonly key: string;
  readonly estimate: Estimate | undefined;
  readonly value: number;
  readonly weight: number;
}

function isKnown(part: {
  readonly value: number | undefined;
  readonly weight: number | undefined;
}): part is Part {
  return part.value !== undefined && part.weight !== undefined && part.weight > 0;
}

/** The shift of the estimated parts with which the weighted mean is the total, or the nearest there is. */
function shiftTo(series: Series, total: number, parts: readonly Part[]): number {
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  const meanAfter = (shift: number): number =>
    parts.reduce(
      (sum, { estimate, value, weight }) => sum + weight * (estimate ? shifted(series, value, shift) : value),
      0,
    ) / whole;
  if (Math.abs(meanAfter(0) - total) < 1e-9) return 0;
  let [low, high] = [-WIDEST, WIDEST];
  for (let count = 0; count < HALVINGS; count++) {
    const middle = (low + high) / 2;
    if (meanAfter(middle) < total) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function moved(series: Series, estimate: Estimate, shift: number): Estimate {
  if (shift === 0) return estimate;
  const { low, value, high } = estimate;
  const donors = [...estimate.donors, "raked to the total"];
  return {
    ...estimate,
    low: Math.min(shifted(series, low, shift), shifted(series, value, shift)),
    value: shifted(series, value, shift),
    high: Math.max(shifted(series, high, shift), shifted(series, value, shift)),
    donors,
  };
}
