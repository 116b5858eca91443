import { DIMENSIONS, type Key } from "../../types.js";
import type { Country } from "./country.js";

/** A key as the parameters of an address: series, period, and the codes of the breakdown. */
export function keyQuery({ series, period, dimensions }: Omit<Key, "area">): string {
  const codes = DIMENSIONS.flatMap((id) => {
    const code = dimensions[id] ?? "_T";
    return code === "_T" ? [] : [[id, code] as [string, string]];
  });
  return new URLSearchParams([["series", series], ["period", String(period)], ...codes]).toString();
}

/** Where one figure of a country is corrected. */
export const editPath = ({ path }: Country, key: Omit<Key, "area">): string =>
  `${path}/figures/edit?${keyQuery(key)}`;
