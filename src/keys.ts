import { DIMENSIONS, type DimensionId, type Dimensions, type Key } from "./types.js";

const known = new Map<string, Dimensions>();

/**
 * The breakdown with these codes; `_T` and absent are the same. Equal breakdowns are one frozen
 * object, so that they can be compared by identity and a million rows share a few hundred.
 */
export function dimensionsOf(codes: Readonly<Partial<Record<DimensionId, string>>>): Dimensions {
  const key = dimensionKey(codes);
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

/**
 * One string for one breakdown, equal for equal breakdowns whatever the order of their fields:
 * `SEX=F;AGE=Y15T24;` is women of 15 to 24. The total gives the empty string, so it sorts first.
 */
export function dimensionKey(codes: Readonly<Partial<Record<DimensionId, string>>>): string {
  let key = "";
  for (const id of DIMENSIONS) {
    const code = codes[id];
    if (code !== undefined && code !== "_T") key += `${id}=${code};`;
  }
  return key;
}

const breakdownIds = new WeakMap<Dimensions, string>();

/** One string for one key, equal for equal keys. */
export function keyId({ series, area, period, dimensions }: Key): string {
  let breakdown = breakdownIds.get(dimensions);
  if (breakdown === undefined) {
    breakdown = dimensionKey(dimensions);
    breakdownIds.set(dimensions, breakdown);
  }
  return `${series} ${area} ${period} ${breakdown}`;
}

/** Order of keys in every output: series, area, period, dimensions. */
export function compareKeys(a: Key, b: Key): number {
  return (
    compareText(a.series, b.series) ||
    a.area - b.area ||
    a.period - b.period ||
    compareText(dimensionKey(a.dimensions), dimensionKey(b.dimensions))
  );
}

/** True when both are about the same figure. */
export function sameKey(a: Key, b: Key): boolean {
  return compareKeys(a, b) === 0;
}

/** By code unit, not by locale: the order must be the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Records that have the same `keyOf`, in the order given; groups in the order in which each begins. */
export function groupBy<T, K>(records: Iterable<T>, keyOf: (record: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const record of records) {
    const key = keyOf(record);
    const group = groups.get(key);
    if (group) group.push(record);
    else groups.set(key, [record]);
  }
  return groups;
}

/** Records of each series code, in the order given. */
export function groupBySeries<T extends Pick<Key, "series">>(records: readonly T[]): Map<string, T[]> {
  return groupBy(records, ({ series }) => series);
}
