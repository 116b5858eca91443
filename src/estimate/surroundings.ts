import type { DenominatorId } from "../define.js";
import type { Dimensions } from "../types.js";

/** What is known of countries beside what they reported. */
export interface Surroundings {
  /** Countries whose values are wanted, whether or not they ever reported. */
  readonly countries: readonly number[];
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
}

/** Nothing known: no country stands beside another, and none that never reported is given a value. */
export const NOTHING_KNOWN: Surroundings = {
  countries: [],
  regionOf: () => undefined,
  incomeOf: () => undefined,
  weight: () => undefined,
};
