import type { DenominatorId } from "../../define.js";
import { keyId } from "../../keys.js";
import type { Key, ReferenceValue } from "../../types.js";
import type { DenominatorUsed } from "./types.js";

/** Finds the reference value behind a weight; null where countries are not weighted. */
export type DenominatorOf = (
  denominator: DenominatorId | null,
  key: Key,
  weight: number,
) => DenominatorUsed | null;

/**
 * @param read gives the reference values in force; called once, when the first weight is asked for
 */
export function denominatorsFrom(read: () => readonly ReferenceValue[]): DenominatorOf {
  let known: ReadonlyMap<string, ReferenceValue> | null = null;
  return (series, key, weight) => {
    if (!series) return null;
    known ??= new Map(read().map((one) => [keyId(one), one]));
    const own = known.get(keyId({ ...key, series }));
    const found = own ?? known.get(keyId({ ...key, series, dimensions: {} }));
    if (!found) return null;
    const { value, revision, source } = found;
    return {
      series,
      value,
      revision,
      source,
      basis: own ? "own" : value === weight ? "total" : "share-of-total",
    };
  };
}
