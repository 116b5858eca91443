import { absoluteValue } from "../estimate/absolute-value.js";
import { dimensionKey, groupBySeries } from "../keys.js";
import type { Dimensions, Estimate, Key, Observation } from "../types.js";

/** One country's value in the series' unit. For a reported one `low` and `high` are the value itself. */
export interface Figure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly estimated: boolean;
}

/** Area → its figure, within one series, breakdown and year. */
export type Figures = ReadonlyMap<number, Figure>;

/** One breakdown of one series: year → figures. */
export interface Breakdown {
  readonly dimensions: Dimensions;
  readonly byPeriod: ReadonlyMap<number, Figures>;
}

/** Breakdowns of one series, by `dimensionKey`. */
export type Breakdowns = ReadonlyMap<string, Breakdown>;

/** The breakdowns of the series with this code; none for a series without figures. */
export type FiguresOf = (series: string) => Breakdowns;

interface OpenBreakdown {
  readonly dimensions: Dimensions;
  readonly byPeriod: Map<number, Map<number, Figure>>;
}

/**
 * Sorts observations and estimates into maps, so that aggregation looks figures up by number and never
 * builds a key in its loops. One series at a time, when it is asked for: maps of all series at once would
 * cost more in garbage collection than in arithmetic. An observation always goes before an estimate of
 * the same key: country data are never replaced (A/RES/71/313, paragraph 6).
 */
export function figuresBySeries(
  observations: readonly Observation[],
  estimates: readonly Estimate[],
): FiguresOf {
  const reported = groupBySeries(observations);
  const estimated = groupBySeries(estimates);
  return (series) => indexFigures(reported.get(series) ?? [], estimated.get(series) ?? []);
}

function indexFigures(observations: readonly Observation[], estimates: readonly Estimate[]): Breakdowns {
  const index = new Map<string, OpenBreakdown>();
  for (const observation of observations) {
    const value = absoluteValue(observation);
    if (value === null) continue;
    slot(index, observation).set(observation.area, { value, low: value, high: value, estimated: false });
  }
  for (const estimate of estimates) {
    const figures = slot(index, estimate);
    if (figures.has(estimate.area)) continue;
    const { value, low, high } = estimate;
    figures.set(estimate.area, { value, low, high, estimated: true });
  }
  return index;
}

function slot(index: Map<string, OpenBreakdown>, { dimensions, period }: Key): Map<number, Figure> {
  const breakdown = entry(index, dimensionKey(dimensions), () => ({
    dimensions,
    byPeriod: new Map<number, Map<number, Figure>>(),
  }));
  return entry(breakdown.byPeriod, period, () => new Map<number, Figure>());
}

function entry<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = create();
    map.set(key, value);
  }
  return value;
}
