import { dimensionsOf } from "../keys.js";
import type { DimensionId, Dimensions } from "../types.js";

const stripped = new Map<DimensionId, WeakMap<Dimensions, Dimensions>>();

/** The breakdown without one dimension; remembered, as a few hundred breakdowns serve all rows. */
export function without(dimensions: Dimensions, dimension: DimensionId): Dimensions {
  if (dimensions[dimension] === undefined) return dimensions;
  const known = stripped.get(dimension) ?? new WeakMap<Dimensions, Dimensions>();
  stripped.set(dimension, known);
  let others = known.get(dimensions);
  if (!others) {
    others = dimensionsOf({ ...dimensions, [dimension]: "_T" });
    known.set(dimensions, others);
  }
  return others;
}
