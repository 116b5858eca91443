import type { RuleContext } from "../../define.js";
import { DIMENSIONS, type Observation } from "../../types.js";
import { roundingSlack } from "./figures.js";

export interface Partition {
  readonly total: Observation | undefined;
  readonly parts: readonly Observation[];
  /** True when every part is there once. */
  readonly complete: boolean;
  /** What the rounding of all the parts can add up to, in the figure's unit. */
  readonly slack: number;
}

/** The total of one series and year and the parts that should add up to it, other breakdowns aside. */
export function partitions(observations: readonly Observation[], { indicator }: RuleContext): Partition {
  const { dimension, codes, series } = indicator.partition ?? { dimension: "COMPOSITE_BREAKDOWN", codes: [], series: [] };
  const known = observations.filter((observation) => {
    if (observation.value === null || !series.includes(observation.series)) return false;
    return DIMENSIONS.every((id) => id === dimension || observation.dimensions[id] === undefined);
  });
  const parts = known.filter((observation) => codes.includes(observation.dimensions[dimension] ?? ""));
  const slack = parts.reduce((sum, part) => sum + roundingSlack(part.value as number) * 10 ** part.unitMultiplier, 0);
  return {
    total: known.find((observation) => observation.dimensions[dimension] === undefined),
    parts,
    complete: parts.length === codes.length && new Set(parts.map((part) => part.dimensions[dimension])).size === codes.length,
    slack,
  };
}
