import { defineRule, type Failure, type RuleContext } from "../../define.js";
import { weightedChecks } from "../vtl/breakdowns.js";
import { COMPLETE, type Triple, triples } from "./complete-breakdowns.js";
import { figure, roundingSlack } from "./figures.js";
import { PASSED } from "./passed.js";

/** Percentage points: the shares of the survey's own population are not quite those of the reference. */
const TOLERANCE = 1;

export default defineRule({
  id: "weighted-total",
  version: 1,
  level: 4,
  severity: "warning",
  over: "breakdowns",
  source:
    "A total is the mean of its parts, weighted by their reference population, within 1 percentage point (R08)",
  applies: (indicator) =>
    indicator.denominator !== null && indicator.series.some((series) => series.unit === "PT"),
  parameters: { "percentage points": TOLERANCE },
  vtl: { checks: (indicators) => weightedChecks(indicators, COMPLETE, TOLERANCE) },
  judge(observations, context) {
    const first = observations[0];
    if (!first || context.series(first.series).unit !== "PT") return "not-evaluable";
    const failures: Failure[] = [];
    let judged = false;
    for (const triple of triples(observations)) {
      const expected = weightedMean(triple, context);
      if (expected === null) continue;
      judged = true;
      const value = figure(triple.total);
      if (Math.abs(value - expected) <= TOLERANCE + roundingSlack(value)) continue;
      failures.push(failure(triple, expected));
    }
    if (failures.length > 0) return failures;
    return judged ? PASSED : "not-evaluable";
  },
});

/** Null without the reference population of every part. */
function weightedMean({ parts }: Triple, { indicator, reference }: RuleContext): number | null {
  if (indicator.denominator === null) return null;
  let [sum, weights] = [0, 0];
  for (const part of parts) {
    const weight = reference(indicator.denominator, part.area, part.period, part.dimensions);
    if (weight === undefined) return null;
    sum += weight * figure(part);
    weights += weight;
  }
  return weights > 0 ? sum / weights : null;
}

function failure({ dimension, total, parts }: Triple, expected: number): Failure {
  const params = {
    value: figure(total),
    expected: Number(expected.toFixed(1)),
    limit: TOLERANCE,
    dimension,
    lines: parts.map((part) => part.line).join(", "),
  };
  return { at: total, params };
}
