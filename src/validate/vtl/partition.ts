import type { Indicator, VtlCheck } from "../../define.js";
import { BINARY_SLACK } from "../rules/figures.js";
import { TOLERANCE } from "../rules/partitions.js";
import { constant, seriesIn, set, suffix, totalsBut } from "./fragments.js";

type Partition = NonNullable<Indicator["partition"]>;

/** Names and first step of an indicator's partition: the total and its parts, other breakdowns aside. */
function partitionOf(id: string, { dimension, codes, series }: Partition) {
  const name = `PARTITION_${suffix(id)}`;
  const condition = `${seriesIn(series)} and ${dimension} in ${set(["_T", ...codes])} and ${totalsBut(dimension)}`;
  return {
    name,
    figures: `${name} := FIGURES[filter ${condition}][keep FIGURE, SLACK]`,
    parts: `${name}[filter ${dimension} <> "_T"]`,
    atTotal: `[calc identifier ${dimension} := "_T"]`,
  };
}

/**
 * The parts against their total by a hierarchical ruleset, whose imbalance (LACKING: total less parts) is then
 * compared with what rounding and half a percent allow, as a hierarchical rule itself has no tolerance.
 */
export function partitionCheck({ id, partition }: Indicator): readonly VtlCheck[] {
  if (!partition) return [];
  const { dimension, codes } = partition;
  const { name, figures, parts, atTotal } = partitionOf(id, partition);
  const ruleset = `hr_${name.toLowerCase()}`;
  return [
    {
      steps: [
        figures,
        `define hierarchical ruleset ${ruleset} (variable rule ${dimension}) is\n  sum_of_parts: '_T' = ${codes.join(" + ")}\nend hierarchical ruleset`,
        `${name}_IMBALANCE := check_hierarchy(${name}[keep FIGURE], ${ruleset} rule ${dimension} non_null all)\n  [sub ruleid = "sum_of_parts"][keep 'imbalance'][rename 'imbalance' to LACKING]`,
        `${name}_ROUNDING := sum(${parts}[keep SLACK] group except ${dimension})[rename SLACK to ROUNDING]${atTotal}`,
        `${name}_BALANCE := inner_join(${name}_IMBALANCE as difference, ${name}[keep FIGURE] as whole, ${name}_ROUNDING as rounding)`,
      ],
      over: `${name}_BALANCE`,
      variables: ["LACKING", "FIGURE", "ROUNDING"],
      conditions: [
        `-1 * LACKING <= ${TOLERANCE} * FIGURE + ${constant(BINARY_SLACK)} or -1 * LACKING <= ROUNDING`,
      ],
    },
  ];
}

/** Wherever there are parts there is the total. */
export function totalGivenCheck({ id, partition }: Indicator): readonly VtlCheck[] {
  if (!partition) return [];
  const { name, figures, parts, atTotal } = partitionOf(id, partition);
  return [
    {
      steps: [
        figures,
        `${name}_PARTS := max(${parts}[keep SLACK] group except ${partition.dimension})${atTotal}`,
        `${name}_TOTALS := left_join(${name}_PARTS as parts, ${name}[keep FIGURE] as totals)`,
      ],
      over: `${name}_TOTALS`,
      variables: ["FIGURE"],
      conditions: ["not isnull(FIGURE)"],
    },
  ];
}
