import type { Series } from "../define.js";

/**
 * Shares below 1 and above 99 per cent count as 1 and 99 when changes are compared: on the logit scale
 * the way from 0 to 1 per cent has no end, and a network switched on for its first customers would
 * promise the whole country a year later.
 */
const FLOOR = 1;
/** Nearest to 0 and 100 that a value is moved from; it may come arbitrarily close to either. */
const EDGE = 0.01;

export const isPercentage = ({ minimum, maximum }: Series): boolean => minimum === 0 && maximum === 100;

export const logit = (share: number): number => Math.log(share / (1 - share));
export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/**
 * The value on the scale on which a series moves evenly: logit for percentages, since uptake follows an
 * S-curve, log(1 + x) for other figures that cannot be negative, and the figure itself for the rest.
 */
export function onScale(series: Series, value: number): number {
  if (isPercentage(series)) return logit(clamp(value, FLOOR, 100 - FLOOR) / 100);
  return series.minimum < 0 ? value : Math.log1p(value);
}

/** The value that stands at this place of the scale. */
export function fromScale(series: Series, place: number): number {
  if (isPercentage(series)) return 100 * logistic(place);
  return series.minimum < 0 ? place : Math.expm1(place);
}

/** The value after a change on the scale. No change gives the same value to the last bit. */
export function shifted(series: Series, value: number, change: number): number {
  if (change === 0) return value;
  if (!isPercentage(series)) return fromScale(series, onScale(series, value) + change);
  return 100 * logistic(logit(clamp(value, EDGE, 100 - EDGE) / 100) + change);
}

/**
 * A country that is missing differs from those that stand in for it by more than they differ from each other:
 * with this factor, intervals made from the dispersion of others hold what they should (docs/estimation.md).
 */
export const WIDENED = 1.3;
/** 90 % of a normal distribution lie within this many standard deviations of its mean. */
export const Z = 1.645;

/** Bounds at a distance on the scale; past its ends a percentage may be anything up to 0 or 100. */
export function bounds(
  series: Series,
  value: number,
  down: number,
  up: number,
): { low: number; high: number } {
  const place = onScale(series, value);
  const low = fromScale(series, place + down);
  const high = fromScale(series, place + up);
  if (!isPercentage(series)) return { low: Math.min(low, value), high: Math.max(high, value) };
  return {
    low: low <= FLOOR ? 0 : Math.min(low, value),
    high: high >= 100 - FLOOR ? 100 : Math.max(high, value),
  };
}
