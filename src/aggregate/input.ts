import type { DenominatorId, Indicator } from "../define.js";
import type { Dimensions, Estimate, Observation, Thresholds } from "../types.js";

/** A group of countries. `code` and the members are M49 codes; membership may differ from year to year. */
export interface Group {
  readonly code: number;
  members(year: number): readonly number[];
}

/** Reference value of a denominator, or undefined where there is none. `{}` asks for the total. */
export type WeightOf = (
  denominator: DenominatorId,
  area: number,
  period: number,
  dimensions: Dimensions,
) => number | undefined;

export interface AggregateInput {
  readonly indicators: readonly Indicator[];
  /** Accepted figures as reported (multiplier not yet applied), each key once. Null values are skipped. */
  readonly observations: readonly Observation[];
  /** In the series' unit. One that stands beside an observation of the same key is not used. */
  readonly estimates: readonly Estimate[];
  readonly weight: WeightOf;
  readonly groups: readonly Group[];
  /** `THRESHOLDS` when absent. */
  readonly thresholds?: Thresholds;
  /** Of the errors of estimates, 0 to 1; `CORRELATION` when absent. */
  readonly correlation?: number;
}
