import { defineRule, type Failure } from "../../define.js";
import { BINARY_SLACK, figure } from "./figures.js";
import { PASSED } from "./passed.js";
import { successive } from "./successive.js";

/** Percentage points a year. */
const LIMIT = 10;

export default defineRule({
  id: "sudden-change",
  version: 2,
  level: 2,
  severity: "warning",
  over: "history",
  source: "A percentage that moves by more than 10 points a year is asked about (R13)",
  applies: (indicator) => indicator.series.some((series) => series.unit === "PT"),
  judge(observations, context) {
    const known = observations.filter((observation) => observation.value !== null);
    const [first] = known;
    if (!first || known.length < 2 || context.series(first.series).unit !== "PT") return "not-evaluable";
    const failures: Failure[] = [];
    for (const { before, at } of successive(known)) {
      const change = (figure(at) - figure(before)) / (at.period - before.period);
      if (Math.abs(change) <= LIMIT + BINARY_SLACK) continue;
      failures.push({
        at,
        params: {
          value: figure(at),
          period: String(at.period),
          before: figure(before),
          beforePeriod: String(before.period),
          change: Number(change.toFixed(1)),
          limit: LIMIT,
        },
      });
    }
    return failures.length > 0 ? failures : PASSED;
  },
});
