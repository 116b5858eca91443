import { dimensionKey } from "../keys.js";
import type { Dimensions, ReferenceValue } from "../types.js";

/** Denominators held in memory, to be asked a million times in one run. */
export interface Denominators {
  /**
   * The value of a reference series, such as POPULATION, for exactly this breakdown; undefined where there is none.
   * `{}` is the total. A breakdown does not fall back to the total here: what stands in for a weight that is not
   * known is for `weightsFrom` to say.
   */
  value(id: string, area: number, period: number, dimensions: Dimensions): number | undefined;
}

/** Years are four digits, so area and year share one number without collision. */
const place = (area: number, period: number): number => area * 10_000 + period;

function isEmpty(dimensions: Dimensions): boolean {
  for (const _ in dimensions) return false;
  return true;
}

/**
 * Indexes reference values for constant-time look-up.
 * @param values in order of preference: of two values for the same key the later one counts, so give revisions
 *   oldest first
 */
export function createDenominators(values: Iterable<ReferenceValue>): Denominators {
  const totals = new Map<string, Map<number, number>>();
  const breakdowns = new Map<string, Map<string, Map<number, number>>>();
  for (const { series, area, period, dimensions, value } of values) {
    const breakdown = dimensionKey(dimensions);
    let index = totals;
    if (breakdown !== "") {
      index = breakdowns.get(series) ?? new Map();
      breakdowns.set(series, index);
    }
    const id = breakdown === "" ? series : breakdown;
    const byPlace = index.get(id) ?? new Map<number, number>();
    index.set(id, byPlace.set(place(area, period), value));
  }
  return {
    value(id, area, period, dimensions) {
      const breakdown = isEmpty(dimensions) ? "" : dimensionKey(dimensions);
      const index = breakdown === "" ? totals.get(id) : breakdowns.get(id)?.get(breakdown);
      return index?.get(place(area, period));
    },
  };
}
