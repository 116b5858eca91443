import type { AcrossContext, Failure, RuleOutcome } from "../../define.js";
import { dimensionsOf } from "../../keys.js";
import type { Dimensions, Observation } from "../../types.js";
import { without } from "../without.js";
import { PASSED } from "./passed.js";
import { type Standing, samePeople, slackOf, standings } from "./standing.js";

/**
 * Holds each figure of the narrower series to that of the wider one for the same year and breakdown. Where the
 * file has one of the two, the other may have been accepted before. Figures of different age scopes are of
 * different people and are not compared.
 *
 * @param observations one year of one area, COMPOSITE_BREAKDOWN aside
 * @returns one failure for each narrower figure that is too large: about it, or about the wider figure where
 * only that is in the file
 */
export function judgeWithin(
  observations: readonly Observation[],
  context: AcrossContext,
  wider: string,
  narrower: readonly string[],
): RuleOutcome {
  const [first] = observations;
  if (!first) return "not-evaluable";
  const standing = standings(observations, context, first);
  const failures: Failure[] = [];
  let judged = false;
  for (const series of narrower) {
    for (const dimensions of breakdownsOf(series, wider, observations, context)) {
      const part = standing(series, dimensions);
      const whole = part && standing(wider, wholeOf(dimensions, wider, context));
      if (!whole || !samePeople(part, whole)) continue;
      judged = true;
      // The cheaper test first: it settles nearly all.
      if (part.value <= whole.value) continue;
      if (part.value <= whole.value + Math.max(slackOf(part), slackOf(whole))) continue;
      failures.push(failure(part, whole, first.period));
    }
  }
  if (failures.length > 0) return failures;
  return judged ? PASSED : "not-evaluable";
}

function failure(part: Standing, whole: Standing, period: number): Failure {
  const [about, other] = part.at ? [part, whole] : [whole, part];
  return {
    at: about.at as Observation,
    params: {
      value: part.value,
      most: whole.value,
      series: part.series,
      whole: whole.series,
      period: String(period),
      expected: other.value,
      where: other.at ? "file" : "earlier",
      other: other.at?.line ?? 0,
    },
  };
}

/** The breakdowns of the narrower series that the file has a figure for, or for which it has the wider figure. */
function breakdownsOf(
  series: string,
  wider: string,
  observations: readonly Observation[],
  context: AcrossContext,
): Iterable<Dimensions> {
  const found = new Set<Dimensions>();
  for (const { series: own, dimensions } of observations) {
    if (own === series) found.add(dimensions);
    if (own === wider) for (const part of partsOf(dimensions, series, wider, context)) found.add(part);
  }
  return found;
}

/** The breakdown of the wider figure that a narrower one belongs to: of all that are asked, whatever the skill. */
function wholeOf(dimensions: Dimensions, wider: string, { series }: AcrossContext): Dimensions {
  return series(wider).dimensions.COMPOSITE_BREAKDOWN
    ? dimensions
    : without(dimensions, "COMPOSITE_BREAKDOWN");
}

const parts = new WeakMap<readonly string[], WeakMap<Dimensions, readonly Dimensions[]>>();

/** The other way round; remembered, as a few hundred breakdowns serve all rows. */
function partsOf(
  dimensions: Dimensions,
  narrower: string,
  wider: string,
  { series }: AcrossContext,
): readonly Dimensions[] {
  const codes = series(narrower).dimensions.COMPOSITE_BREAKDOWN;
  if (!codes || series(wider).dimensions.COMPOSITE_BREAKDOWN) return [dimensions];
  const known = parts.get(codes) ?? new WeakMap<Dimensions, readonly Dimensions[]>();
  parts.set(codes, known);
  const found =
    known.get(dimensions) ?? codes.map((code) => dimensionsOf({ ...dimensions, COMPOSITE_BREAKDOWN: code }));
  known.set(dimensions, found);
  return found;
}
