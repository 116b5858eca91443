import { defineRule, type Failure } from "../../define.js";
import { codesOf, constant, earlier, seriesIn } from "../vtl/fragments.js";
import { STANDING } from "../vtl/standing.js";
import { BINARY_SLACK } from "./figures.js";
import { PASSED } from "./passed.js";
import { type Point, timeline } from "./timeline.js";

/** Percentage points: surveys of the same network differ by less. Networks are seldom taken down; a larger fall is more often another definition. */
const LIMIT = 5;

export default defineRule({
  id: "coverage-falls",
  version: 3,
  level: 2,
  severity: "warning",
  over: "history",
  source: "Population covered by a mobile network falls by more than 5 points (R12, which asks at 1)",
  applies: (indicator) => indicator.nested !== undefined,
  parameters: { "percentage points": LIMIT },
  vtl: {
    checks: (indicators) => [
      {
        steps: [
          STANDING,
          `COVERAGE := STANDING[filter ${seriesIn(codesOf(indicators))}][calc measure BEFORE := ${earlier("STANDS")}]`,
        ],
        over: "COVERAGE",
        variables: ["STANDS", "BEFORE", "STATUS", "NEW"],
        conditions: [
          `when NEW = 1 and STATUS <> "B" then BEFORE - STANDS <= ${constant(LIMIT + BINARY_SLACK)}`,
        ],
      },
    ],
  },
  judge(observations, context) {
    const points = timeline(observations, context);
    if (points.length < 2) return "not-evaluable";
    const failures: Failure[] = [];
    for (let i = 1; i < points.length; i++) {
      const [before, after] = [points[i - 1], points[i]] as [Point, Point];
      if (!after.at || after.status === "B") continue;
      const change = after.value - before.value;
      if (-change <= LIMIT + BINARY_SLACK) continue;
      failures.push({
        at: after.at,
        params: {
          value: after.value,
          period: String(after.period),
          before: before.value,
          beforePeriod: String(before.period),
          limit: LIMIT,
        },
      });
    }
    return failures.length > 0 ? failures : PASSED;
  },
});
