import type { Series } from "../define.js";
import { compareText, dimensionKey } from "../keys.js";
import type { Dimensions } from "../types.js";
import type { Breakdown, Breakdowns, FiguresOf } from "./figures.js";
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
  /** Areas whose total is what their weight is made of. */
  readonly standIns: ReadonlySet<number>;
  readonly membership: Membership;
  /** How many of these areas count as countries: those with a part, and those where anybody lives. */
  countries(members: readonly number[]): number;
}

/**
 * The slices of a series that have a figure of any country, by breakdown and year, one at a time. A ratio
 * has those of its count too. Breakdowns named in `noAggregateBy` and series without an aggregation have
 * none.
 */
export function slicesOf(
  figuresOf: FiguresOf,
  groups: readonly Group[],
  weightsOf: WeightsOf,
): (series: Series) => Iterable<Slice> {
  const membershipIn = membershipByYear(groups);
  return function* (series) {
    const { aggregation } = series;
    if (aggregation.method === "none") return;
    const own = figuresOf(series.code);
    const counted = aggregation.method === "ratio" ? figuresOf(aggregation.count) : NONE;
    const denominator = denominatorOf(series);
    for (const [key, dimensions] of breakdownsOf(series, own, counted)) {
      const figures = own.get(key)?.byPeriod ?? NONE;
      const counts = counted.get(key)?.byPeriod ?? NONE;
      for (const period of periodsOf(figures, counts)) {
        const membership = membershipIn(period);
        const { areas } = membership;
        const inhabited = weightsOf("POPULATION", period, {}, areas).byArea;
        const { byArea: weights, standIns } = denominator
          ? weightsOf(denominator, period, dimensions, areas)
          : UNWEIGHTED;
        const given = { figures: figures.get(period) ?? NONE, counts: counts.get(period) ?? NONE };
        // M49 lists uninhabited islands too; nobody waits for their figures.
        const asked = areas.filter(
          (area) => inhabited.size === 0 || inhabited.has(area) || given.figures.has(area),
        );
        const parts = partsOf({ aggregation, ...given, weights, areas: asked });
        const isCountry = (area: number) => inhabited.has(area) || parts.has(area);
        yield {
          series,
          dimensions,
          period,
          parts,
          standIns,
          membership,
          countries: (members) => members.filter(isCountry).length,
        };
      }
    }
  };
}

const NONE = new Map<never, never>();
const UNWEIGHTED = { byArea: null, standIns: new Set<number>() };

/** The parts of one group's members, in order of area. */
export function partsOfGroup(parts: ReadonlyMap<number, Part>, members: readonly number[]): Part[] {
  const found: Part[] = [];
  for (const area of members) {
    const part = parts.get(area);
    if (part) found.push(part);
  }
  return found;
}

/** What countries are weighted with; null where each counts as one. */
export function denominatorOf({ aggregation }: Series) {
  if ("weight" in aggregation) return aggregation.weight;
  return "denominator" in aggregation ? aggregation.denominator : null;
}

/** Whether the series is aggregated at all, and in this breakdown. */
export function isAggregated({ aggregation, noAggregateBy = [] }: Series, dimensions: Dimensions): boolean {
  return aggregation.method !== "none" && noAggregateBy.every((id) => (dimensions[id] ?? "_T") === "_T");
}

function breakdownsOf(series: Series, ...sources: Breakdowns[]): [string, Dimensions][] {
  const found = new Map<string, Dimensions>();
  for (const breakdown of sources.flatMap((source) => [...source.values()])) {
    const { dimensions } = breakdown;
    if (isAggregated(series, dimensions)) found.set(dimensionKey(dimensions), dimensions);
  }
  return [...found].sort(([a], [b]) => compareText(a, b));
}

function periodsOf(...sources: Breakdown["byPeriod"][]): number[] {
  return [...new Set(sources.flatMap((source) => [...source.keys()]))].sort((a, b) => a - b);
}
