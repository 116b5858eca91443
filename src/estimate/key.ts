import { DIMENSIONS, type Dimensions, type Key } from "../types.js";

/**
 * One string for one breakdown, equal for equal breakdowns whatever the order of their fields.
 * The total gives the empty string, so it sorts before its breakdowns.
 */
export function dimensionKey(dimensions: Dimensions): string {
  let key = "";
  for (const id of DIMENSIONS) {
    const code = dimensions[id];
    if (code !== undefined && code !== "_T") key += `${id}=${code};`;
  }
  return key;
}

/** Order of keys in every output of estimation and aggregation: series, area, period, dimensions. */
export function compareKeys(a: Key, b: Key): number {
  return (
    compareText(a.series, b.series) ||
    a.area - b.area ||
    a.period - b.period ||
    compareText(dimensionKey(a.dimensions), dimensionKey(b.dimensions))
  );
}

// By code unit, not by locale: the order must be the same on every machine.
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Records of each series code, in the order given. */
export function groupBySeries<T extends Pick<Key, "series">>(records: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    const group = groups.get(record.series);
    if (group) group.push(record);
    else groups.set(record.series, [record]);
  }
  return groups;
}
