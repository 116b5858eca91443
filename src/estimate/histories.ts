import type { History, Series } from "../define.js";
import { compareText, dimensionKey } from "../keys.js";
import type { Observation } from "../types.js";
import { absoluteValue } from "./absolute-value.js";

/**
 * The reported figures of one series, as one history per area and breakdown: years ascending, values in
 * the series' unit with the multiplier applied, ordered by area and breakdown. Null values are left out.
 * `observations` may hold other series; each key should occur once (if not, the last one counts).
 */
export function historiesOf(series: Series, observations: readonly Observation[]): History[] {
  const found = new Map<string, { first: Observation; values: Map<number, number> }>();
  for (const observation of observations) {
    const value = absoluteValue(observation);
    if (value === null || observation.series !== series.code) continue;
    const key = `${observation.area} ${dimensionKey(observation.dimensions)}`;
    const history = found.get(key) ?? { first: observation, values: new Map<number, number>() };
    history.values.set(observation.period, value);
    found.set(key, history);
  }
  return [...found.values()]
    .map(({ first, values }) => ({
      series,
      area: first.area,
      dimensions: first.dimensions,
      points: [...values].map(([period, value]) => ({ period, value })).sort((a, b) => a.period - b.period),
    }))
    .sort((a, b) => a.area - b.area || compareText(dimensionKey(a.dimensions), dimensionKey(b.dimensions)));
}
