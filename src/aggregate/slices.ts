import type { Series } from "../define.js";
import { compareText, dimensionKey } from "../estimate/key.js";
import type { Dimensions } from "../types.js";
import type { Breakdown, FigureIndex } from "./figures.js";
import type { Group } from "./input.js";
import { type Membership, membershipByYear } from "./membership.js";
import { type Part, partsOf } from "./parts.js";
import type { WeightsOf } from "./weights.js";

/** One series, breakdown and year, with each country's part in it and the groups of that year. */
export interface Slice {
  readonly series: Series;
  readonly dimensions: Dimensions;
  readonly period: number;
  readonly parts: ReadonlyMap<number, Part>;
  readonly membership: Membership;
}

/**
 * The slices of a series that have a figure of any country, by breakdown and year. A ratio has those of
 * its count too. Breakdowns named in `noAggregateBy` and series without an aggregation have none.
 */
export function slicesOf(
  index: FigureIndex,
  groups: readonly Group[],
  weightsOf: WeightsOf,
): (series: Series) => Slice[] {
  const membershipIn = membershipByYear(groups);
  return (series) => {
    const { aggregation } = series;
    if (aggregation.method === "none") return [];
    const own = index.get(series.code);
    const counted = aggregation.method === "ratio" ? index.get(aggregation.count) : undefined;
    return breakdownsOf(series, own, counted).flatMap(([key, dimensions]) => {
      const figures = own?.get(key)?.byPeriod;
      const counts = counted?.get(key)?.byPeriod;
      return periodsOf(figures, counts).map((period) => {
        const membership = membershipIn(period);
        const denominator = denominatorOf(series);
        const parts = partsOf({
          aggregation,
          figures: figures?.get(period) ?? new Map(),
          counts: counts?.get(period) ?? new Map(),
          weights: denominator && weightsOf(denominator, period, dimensions, membership.areas),
          areas: membership.areas,
        });
        return { series, dimensions, period, parts, membership };
      });
    });
  };
}

/** The parts of one group's members, in order of area. */
export function partsOfGroup(parts: ReadonlyMap<number, Part>, members: readonly number[]): Part[] {
  const found: Part[] = [];
  for (const area of members) {
    const part = parts.get(area);
    if (part) found.push(part);
  }
  return found;
}

function denominatorOf({ aggregation }: Series) {
  if ("weight" in aggregation) return aggregation.weight;
  return "denominator" in aggregation ? aggregation.denominator : null;
}

type Breakdowns = ReadonlyMap<string, Breakdown> | undefined;

function breakdownsOf({ noAggregateBy = [] }: Series, ...sources: Breakdowns[]): [string, Dimensions][] {
  const found = new Map<string, Dimensions>();
  for (const breakdown of sources.flatMap((source) => [...(source?.values() ?? [])])) {
    const { dimensions } = breakdown;
    if (noAggregateBy.some((id) => (dimensions[id] ?? "_T") !== "_T")) continue;
    found.set(dimensionKey(dimensions), dimensions);
  }
  return [...found].sort(([a], [b]) => compareText(a, b));
}

function periodsOf(...sources: (Breakdown["byPeriod"] | undefined)[]): number[] {
  return [...new Set(sources.flatMap((source) => [...(source?.keys() ?? [])]))].sort((a, b) => a - b);
}
