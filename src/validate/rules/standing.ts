import type { AcrossContext } from "../../define.js";
import type { Dimensions, Observation } from "../../types.js";
import { figure, figureSlack, roundingSlack } from "./figures.js";

/** A figure as it stands once the file is taken: in the file, or accepted before where the file is silent. */
export interface Standing {
  readonly series: string;
  readonly value: number;
  readonly ageScope: string;
  /** Null where it is not in the file. */
  readonly at: Observation | null;
}

/**
 * Looks up the figures of one area and year. One that the file gives as absent is withdrawn: what was accepted
 * before no longer stands.
 */
export function standings(
  observations: readonly Observation[],
  context: Pick<AcrossContext, "previous">,
  { area, period }: Pick<Observation, "area" | "period">,
): (series: string, dimensions: Dimensions) => Standing | undefined {
  return (series, dimensions) => {
    const at = observations.find((one) => one.series === series && one.dimensions === dimensions);
    if (at?.value === null) return undefined;
    if (at) return { series, value: figure(at), ageScope: at.ageScope, at };
    const before = context.previous(series, area, dimensions).get(period);
    return before && { series, value: before.value, ageScope: before.ageScope, at: null };
  };
}

/** What rounding alone can have moved the value by. */
export function slackOf({ value, at }: Standing): number {
  return at ? figureSlack(at) : roundingSlack(value);
}

/** False where both say the ages they are about and say different ones. */
export function samePeople(a: Standing, b: Standing): boolean {
  return a.ageScope === "" || b.ageScope === "" || a.ageScope === b.ageScope;
}
