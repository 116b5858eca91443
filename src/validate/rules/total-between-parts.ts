import { defineRule, type Failure } from "../../define.js";
import { dimensionsOf } from "../../keys.js";
import type { DimensionId, Dimensions, Observation } from "../../types.js";
import { figure, roundingSlack } from "./figures.js";
import { PASSED } from "./passed.js";

/** Breakdowns whose codes cover everybody between them. Age groups and levels do not. */
const COMPLETE: Readonly<Partial<Record<DimensionId, readonly string[]>>> = {
  SEX: ["F", "M"],
  URBANISATION: ["U", "R"],
};

export default defineRule({
  id: "total-between-parts",
  version: 1,
  level: 1,
  severity: "error",
  over: "breakdowns",
  source: "A mean of all lies between the means of its parts: min(F, M) ≤ total ≤ max(F, M) (R07)",
  applies: (indicator) => indicator.series.some((series) => series.unit === "PT"),
  judge(observations, context) {
    const first = observations[0];
    if (!first || context.series(first.series).unit !== "PT") return "not-evaluable";
    const failures: Failure[] = [];
    let judged = false;
    for (const [dimension, codes] of Object.entries(COMPLETE) as [DimensionId, readonly string[]][]) {
      for (const { total, parts } of triples(observations, dimension, codes)) {
        judged = true;
        const values = parts.map(figure);
        const [low, high, value] = [Math.min(...values), Math.max(...values), figure(total)];
        if (value >= low && value <= high) continue;
        const slack = 2 * roundingSlack(value, ...values);
        if (value >= low - slack && value <= high + slack) continue;
        failures.push({
          at: total,
          params: { value, low, high, dimension, lines: parts.map((part) => part.line).join(", ") },
        });
      }
    }
    if (failures.length > 0) return failures;
    return judged ? PASSED : "not-evaluable";
  },
});

interface Triple {
  readonly total: Observation;
  readonly parts: readonly Observation[];
}

/** Totals over one dimension with both their parts, for each combination of the other dimensions. */
function triples(
  observations: readonly Observation[],
  dimension: DimensionId,
  codes: readonly string[],
): Triple[] {
  if (!observations.some((observation) => observation.dimensions[dimension] !== undefined)) return [];
  const groups = new Map<Dimensions, { total?: Observation; parts: Map<string, Observation> }>();
  for (const observation of observations) {
    if (observation.value === null) continue;
    const code = observation.dimensions[dimension];
    const others = without(observation.dimensions, dimension);
    const group: { total?: Observation; parts: Map<string, Observation> } = groups.get(others) ?? {
      parts: new Map(),
    };
    groups.set(others, group);
    if (code === undefined) group.total = observation;
    else if (codes.includes(code)) group.parts.set(code, observation);
  }
  return [...groups.values()].flatMap(({ total, parts }) =>
    total && parts.size === codes.length ? [{ total, parts: [...parts.values()] }] : [],
  );
}

const stripped = new Map<DimensionId, WeakMap<Dimensions, Dimensions>>();

/** The breakdown without one dimension; remembered, as a few hundred breakdowns serve all rows. */
function without(dimensions: Dimensions, dimension: DimensionId): Dimensions {
  const known = stripped.get(dimension) ?? new WeakMap<Dimensions, Dimensions>();
  stripped.set(dimension, known);
  let others = known.get(dimensions);
  if (!others) {
    others = dimensionsOf({ ...dimensions, [dimension]: "_T" });
    known.set(dimensions, others);
  }
  return others;
}
