import type { Context, History, Series } from "../define.js";
import { onScale } from "./scale.js";

type Points = History["points"];

/** What a method would have said `horizon` years after the last of these points; null when nothing. */
export type Forecast = (series: Series, points: Points, horizon: number) => number | null;

/** Distance of an interval below (negative) and above the value, on the scale of `onScale`. */
export type Spread = readonly [number, number];

/** Fewer residuals give no quantile. */
const FEWEST = 20;
/** Then the odds may be 2.7 times as high or low after a year, growing with the square root of the years. */
const UNKNOWN = 1;

const found = new WeakMap<Context, Map<string, Spread | null>>();

/**
 * The 5th and 95th percentile of the residuals a method has on the data at hand, truth minus estimate on the scale of
 * `onScale`; null where there are fewer than twenty. Collected once for each context and `key`.
 */
export function spreadOf(context: Context, key: string, residuals: () => readonly number[]): Spread | null {
  const spreads = found.get(context) ?? new Map<string, Spread | null>();
  found.set(context, spreads);
  const kept = spreads.get(key);
  if (kept !== undefined) return kept;
  const spread = quantiles(residuals());
  spreads.set(key, spread);
  return spread;
}

/**
 * The spread of what a method would have been off, had it been asked of every country of the context at every
 * earlier year: a back-test on the data at hand, so that a fast series has a wide interval and a slow one a
 * narrow one. The country itself is one of many.
 */
export function residualSpread(
  context: Context,
  series: Series,
  method: string,
  horizon: number,
  forecast: Forecast,
): Spread {
  const collect = () => residualsOf(context, series, horizon, forecast);
  return spreadOf(context, `${method} ${horizon}`, collect) ?? unknownAfter(horizon);
}

/** The spread where too little is known to tell. */
export function unknownAfter(years: number): Spread {
  return [-UNKNOWN * Math.sqrt(years), UNKNOWN * Math.sqrt(years)];
}

function residualsOf({ peers }: Context, series: Series, horizon: number, forecast: Forecast): number[] {
  const residuals: number[] = [];
  for (const { values } of peers.values()) {
    const points = [...values].map(([period, value]) => ({ period, value }));
    points.forEach(({ period }, index) => {
      const truth = values.get(period + horizon);
      if (truth === undefined) return;
      const value = forecast(series, points.slice(0, index + 1), horizon);
      if (value !== null) residuals.push(onScale(series, truth) - onScale(series, value));
    });
  }
  return residuals;
}

function quantiles(residuals: readonly number[]): Spread | null {
  if (residuals.length < FEWEST) return null;
  const sorted = [...residuals].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] as number;
  return [Math.min(0, at(0.05)), Math.max(0, at(0.95))];
}
