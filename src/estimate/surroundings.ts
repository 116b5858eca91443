import type { DenominatorId, OperatorCoverageId, Series } from "../define.js";
import { dimensionKey } from "../keys.js";
import type { Dimensions } from "../types.js";

/** What is known of countries beside what they reported. */
export interface Surroundings {
  /** Countries whose values are wanted, whether or not they ever reported. */
  readonly countries: readonly number[];
  /** Every country and area there is: one that never reported is given what its largest operator covers. */
  readonly areas: readonly number[];
  /** Code of the ITU region; undefined for an area in none. */
  regionOf(area: number): number | undefined;
  /** World Bank income class, 1 (low) to 4 (high). */
  incomeOf(area: number): number | undefined;
  weight(
    denominator: DenominatorId,
    area: number,
    period: number,
    dimensions: Dimensions,
  ): number | undefined;
  /** What the largest operator covers by its own account, in per cent. */
  operator(id: OperatorCoverageId, area: number, period: number): number | undefined;
}

/** The largest operator's figure for a series and breakdown: there are some of all people only. */
export function operatorOf(
  series: Series,
  dimensions: Dimensions,
  { operator }: Surroundings,
): (area: number, period: number) => number | undefined {
  const id = dimensionKey(dimensions) === "" ? series.operator : undefined;
  return (area, period) => (id ? operator(id, area, period) : undefined);
}

/** Nothing known: no country stands beside another, and none that never reported is given a value. */
export const NOTHING_KNOWN: Surroundings = {
  countries: [],
  areas: [],
  regionOf: () => undefined,
  incomeOf: () => undefined,
  weight: () => undefined,
  operator: () => undefined,
};
