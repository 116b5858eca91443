import { defineRule, type Failure, type RuleContext } from "../../define.js";
import { type Triple, triples } from "./complete-breakdowns.js";
import { figure, roundingSlack } from "./figures.js";
import { PASSED } from "./passed.js";

/** Women are 35 to 65 % of the people asked in nearly every survey: at most 0.15 from a half. */
const FROM_HALF = 0.15;
/** Percentage points, for rounding and for who did not answer. */
const POINTS = 0.5;

export default defineRule({
  id: "total-midway",
  version: 1,
  level: 1,
  severity: "warning",
  over: "breakdowns",
  source: "Without their population, women and men weigh 35 to 65 % each in a total (R08, own proposal)",
  applies: (indicator) =>
    indicator.survey && indicator.series.some((series) => series.unit === "PT" && series.dimensions.SEX),
  parameters: { "share from a half": FROM_HALF, "percentage points": POINTS },
  vtl: {
    reason:
      "It is judged only where the reference lacks the population of one of the parts, whichever that is.",
  },
  judge(observations, context) {
    const first = observations[0];
    if (!first || context.series(first.series).unit !== "PT") return "not-evaluable";
    const failures: Failure[] = [];
    let judged = false;
    for (const triple of triples(observations)) {
      if (triple.dimension !== "SEX" || hasPopulation(triple, context)) continue;
      judged = true;
      const { total, parts } = triple;
      const [a, b] = parts.map(figure) as [number, number];
      const value = figure(total);
      const outside = value < Math.min(a, b) || value > Math.max(a, b);
      const middle = (a + b) / 2;
      if (outside || Math.abs(value - middle) <= FROM_HALF * Math.abs(a - b) + POINTS + roundingSlack(value))
        continue;
      failures.push({
        at: total,
        params: {
          value,
          middle: Number(middle.toFixed(1)),
          low: Math.min(a, b),
          high: Math.max(a, b),
          lines: parts.map((part) => part.line).join(", "),
        },
      });
    }
    if (failures.length > 0) return failures;
    return judged ? PASSED : "not-evaluable";
  },
});

/** With the population of both the weighted mean is compared instead. */
function hasPopulation({ parts }: Triple, { indicator, reference }: RuleContext): boolean {
  const { denominator } = indicator;
  return (
    denominator !== null &&
    parts.every((part) => reference(denominator, part.area, part.period, part.dimensions) !== undefined)
  );
}
