import type { DenominatorId } from "../define.js";
import { dimensionKey } from "../keys.js";
import type { Dimensions } from "../types.js";
import type { WeightOf } from "./input.js";

/** Area → weight, for the areas that have one. */
export type Weights = ReadonlyMap<number, number>;

/** What countries are weighted with in one breakdown and year. */
export interface Weighting {
  readonly byArea: Weights;
  /** Areas of which the breakdown's own weight is not known, so that their total stands in. */
  readonly standIns: ReadonlySet<number>;
}

export type WeightsOf = (
  denominator: DenominatorId,
  period: number,
  dimensions: Dimensions,
  areas: readonly number[],
) => Weighting;

/**
 * Weights of all areas for one denominator, year and breakdown, looked up once and kept. `areas` must be
 * the same on every call for one year.
 *
 * A breakdown is weighted by its own population (women by women: SDG metadata 17.8.1, 4.g). Where the
 * denominator does not know the breakdown (EDUCATION_LEV in a population table), the area's total
 * stands in. Where it knows it for some areas only, an area without it gets its total times the share
 * the breakdown has in all areas that have both: a plain total would let that area count double.
 *
 * A weight that is zero, negative or not finite is no weight: nobody is there to be counted.
 */
export function weightsFrom(weight: WeightOf): WeightsOf {
  const known = new Map<string, Weighting>();
  return (denominator, period, dimensions, areas) => {
    const key = `${denominator} ${period} ${dimensionKey(dimensions)}`;
    const found = known.get(key) ?? lookUp(weight, denominator, period, dimensions, areas);
    known.set(key, found);
    return found;
  };
}

function lookUp(
  weight: WeightOf,
  denominator: DenominatorId,
  period: number,
  dimensions: Dimensions,
  areas: readonly number[],
): Weighting {
  const totals = collect(areas, (area) => weight(denominator, area, period, {}));
  if (dimensionKey(dimensions) === "") return { byArea: totals, standIns: NONE };
  const byArea = new Map<number, number>();
  const standIns = new Set<number>();
  for (const area of areas) {
    const value = weight(denominator, area, period, dimensions);
    if (value === undefined && totals.has(area)) standIns.add(area);
    else if (isWeight(value)) byArea.set(area, value);
  }
  const share = shareOfTotal(byArea, totals);
  for (const area of standIns) byArea.set(area, (totals.get(area) as number) * share);
  return { byArea, standIns };
}

const NONE: ReadonlySet<number> = new Set();

function shareOfTotal(own: Weights, totals: Weights): number {
  let part = 0;
  let whole = 0;
  for (const [area, value] of own) {
    const total = totals.get(area);
    if (total === undefined) continue;
    part += value;
    whole += total;
  }
  return whole > 0 ? part / whole : 1;
}

function collect(areas: readonly number[], value: (area: number) => number | undefined): Map<number, number> {
  const weights = new Map<number, number>();
  for (const area of areas) {
    const found = value(area);
    if (isWeight(found)) weights.set(area, found);
  }
  return weights;
}

function isWeight(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value) && value > 0;
}
