import type { Context, History, Series } from "../define.js";
import { onScale } from "./scale.js";

type Points = History["points"];

/** What a method would have said `horizon` years after the last of these points; null when nothing. */
export type Forecast = (series: Series, points: Points, horizon: number) => number | null;

/** Fewer residuals give no quantile. */
const FEWEST = 20;
/** Then the odds may be 2.7 times as high or low after a year, growing with the square root of the years. */
const UNKNOWN = 1;

const found = new WeakMap<Context, Map<string, readonly [number, number]>>();

/**
 * The 5th and 95th percentile of what a method would have been off, on the scale of `onScale`, had it been
 * asked of every country of the context at every earlier year: a back-test on the data at hand, so that
 * a fast series has a wide interval and a slow one a narrow one. The country itself is one of many.
 */
export function residualSpread(
  context: Context,
  series: Series,
  method: string,
  horizon: number,
  forecast: Forecast,
): readonly [number, number] {
  const spreads = found.get(context) ?? new Map<string, readonly [number, number]>();
  found.set(context, spreads);
  const key = `${method} ${horizon}`;
  const kept = spreads.get(key) ?? quantiles(residualsOf(context, series, horizon, forecast), horizon);
  spreads.set(key, kept);
  return kept;
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

function quantiles(residuals: number[], horizon: number): readonly [number, number] {
  if (residuals.length < FEWEST) return [-UNKNOWN * Math.sqrt(horizon), UNKNOWN * Math.sqrt(horizon)];
  residuals.sort((a, b) => a - b);
  const at = (share: number) => residuals[Math.round(share * (residuals.length - 1))] as number;
  return [Math.min(0, at(0.05)), Math.max(0, at(0.95))];
}
