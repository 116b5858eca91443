import type { RuleContext } from "../../define.js";
import { DIMENSIONS, type Observation } from "../../types.js";
import { BINARY_SLACK, figure, figureSlack } from "./figures.js";

/** Half a percent, and for small counts and rates the rounding of each part. */
export const TOLERANCE = 0.005;

export interface Partition {
  readonly total: Observation | undefined;
  readonly parts: readonly Observation[];
  readonly sum: number;
  /** What the parts have too much (positive) or too little; 0 within tolerance; null without all parts and a total. */
  readonly imbalance: number | null;
}

/** The total of one series and year and the parts that should add up to it, other breakdowns aside. */
export function partitions(observations: readonly Observation[], { indicator }: RuleContext): Partition {
  const { dimension, codes, series } = indicator.partition ?? {
    dimension: "COMPOSITE_BREAKDOWN",
    codes: [],
    series: [],
  };
  const known = observations.filter((observation) => {
    if (observation.value === null || !series.includes(observation.series)) return false;
    return DIMENSIONS.every((id) => id === dimension || observation.dimensions[id] === undefined);
  });
  const parts = known.filter((observation) => codes.includes(observation.dimensions[dimension] ?? ""));
  const total = known.find((observation) => observation.dimensions[dimension] === undefined);
  const complete =
    parts.length === codes.length &&
    new Set(parts.map((part) => part.dimensions[dimension])).size === codes.length;
  const sum = Number(parts.reduce((all, part) => all + figure(part), 0).toPrecision(12));
  return { total, parts, sum, imbalance: total && complete ? imbalanceOf(figure(total), sum, parts) : null };
}

function imbalanceOf(total: number, sum: number, parts: readonly Observation[]): number {
  const slack = parts.reduce((all, part) => all + figureSlack(part), 0);
  return Math.abs(sum - total) <= Math.max(TOLERANCE * total + BINARY_SLACK, slack) ? 0 : sum - total;
}
