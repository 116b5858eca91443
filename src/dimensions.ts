import { type DimensionId, type Dimensions, DIMENSIONS } from "./types.js";

const known = new Map<string, Dimensions>();

/**
 * The breakdown with these codes; `_T` and absent are the same. Equal breakdowns are one frozen
 * object, so that they can be compared by identity and a million rows share a few hundred.
 */
export function dimensionsOf(codes: Readonly<Partial<Record<DimensionId, string>>>): Dimensions {
  const key = dimensionsKey(codes);
  const kept = known.get(key);
  if (kept) return kept;
  const dimensions: Partial<Record<DimensionId, string>> = {};
  for (const id of DIMENSIONS) {
    const code = codes[id];
    if (code !== undefined && code !== "_T") dimensions[id] = code;
  }
  const fresh = Object.freeze(dimensions);
  known.set(key, fresh);
  return fresh;
}

/** A breakdown as text in a fixed order, empty for the total: `F|Y15T24|||` is women of 15 to 24. */
export function dimensionsKey(codes: Readonly<Partial<Record<DimensionId, string>>>): string {
  let key = "";
  let total = true;
  for (const id of DIMENSIONS) {
    const code = codes[id];
    if (code !== undefined && code !== "_T") {
      key += code;
      total = false;
    }
    key += "|";
  }
  return total ? "" : key;
}
