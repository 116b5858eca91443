import type { DimensionId, Dimensions, Observation } from "../../types.js";
import { without } from "../without.js";

/** Breakdowns whose codes cover everybody between them. Age groups and levels do not. */
export const COMPLETE: Readonly<Partial<Record<DimensionId, readonly string[]>>> = {
  SEX: ["F", "M"],
  URBANISATION: ["U", "R"],
};

export interface Triple {
  readonly dimension: DimensionId;
  readonly total: Observation;
  readonly parts: readonly Observation[];
}

/** Totals over a complete breakdown with both their parts, for each combination of the other dimensions. */
export function triples(observations: readonly Observation[]): Triple[] {
  const found: Triple[] = [];
  for (const [dimension, codes] of Object.entries(COMPLETE) as [DimensionId, readonly string[]][]) {
    found.push(...triplesOver(observations, dimension, codes));
  }
  return found;
}

function triplesOver(
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
    total && parts.size === codes.length ? [{ dimension, total, parts: [...parts.values()] }] : [],
  );
}
