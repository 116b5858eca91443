import { defineRule, type Failure } from "../../define.js";
import { BINARY_SLACK } from "./figures.js";
import { PASSED } from "./passed.js";
import { median } from "./robust.js";
import { type Point, timeline } from "./timeline.js";

/** Percentage points from where the country's usual change leads; from a gap of two years on, half of it a year. */
const LIMIT = 12;
/** Changes from which the usual one can be told. */
const FEWEST = 3;

export default defineRule({
  id: "sudden-change",
  version: 3,
  level: 2,
  severity: "warning",
  over: "history",
  source:
    "A survey percentage more than 12 points from where the median of the country's other yearly changes leads (R13, which asks at 10 points whatever the country's pace)",
  applies: (indicator) => indicator.survey && indicator.series.some((series) => series.unit === "PT"),
  parameters: { "percentage points": LIMIT, "fewest other changes": FEWEST },
  vtl: { reason: "The usual change leaves out the one that is judged, and so is another for every figure." },
  judge(observations, context) {
    const [first] = observations;
    if (!first || context.series(first.series).unit !== "PT" || isHeldAgainstTotal(first.dimensions))
      return "not-evaluable";
    const points = timeline(observations, context);
    if (points.length < 2) return "not-evaluable";
    const changes = points.slice(1).map((after, i) => change(points[i] as Point, after));
    const failures: Failure[] = [];
    for (let i = 0; i < changes.length; i++) {
      const [before, after] = [points[i], points[i + 1]] as [Point, Point];
      if (!after.at || after.status === "B") continue;
      const others = changes.filter((_, j) => j !== i);
      const usual = others.length < FEWEST ? 0 : median(others);
      const years = after.period - before.period;
      const expected = before.value + usual * years;
      const limit = LIMIT * Math.max(1, years / 2);
      if (Math.abs(after.value - expected) <= limit + BINARY_SLACK) continue;
      failures.push({
        at: after.at,
        params: {
          value: after.value,
          period: String(after.period),
          before: before.value,
          beforePeriod: String(before.period),
          expected: Number(expected.toFixed(1)),
          change: Number((after.value - expected).toFixed(1)),
          limit,
        },
      });
    }
    return failures.length > 0 ? failures : PASSED;
  },
});

const change = (before: Point, after: Point): number =>
  (after.value - before.value) / (after.period - before.period);

/** Women, men, town and country move with the total, which is asked about once; rules hold them against it. */
function isHeldAgainstTotal({
  SEX,
  URBANISATION,
}: {
  readonly SEX?: string;
  readonly URBANISATION?: string;
}): boolean {
  return SEX !== undefined || URBANISATION !== undefined;
}
