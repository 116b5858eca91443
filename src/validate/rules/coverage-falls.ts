import { defineRule, type Failure } from "../../define.js";
import { BINARY_SLACK, figure } from "./figures.js";
import { PASSED } from "./passed.js";
import { successive } from "./successive.js";

/** Percentage points. Networks are seldom taken down; a larger fall is more often another definition. */
const LIMIT = 1;

export default defineRule({
  id: "coverage-falls",
  version: 2,
  level: 2,
  severity: "warning",
  over: "history",
  source: "Population covered by a mobile network falls by more than 1 point (R12)",
  applies: (indicator) => indicator.nested !== undefined,
  judge(observations) {
    const known = observations.filter((observation) => observation.value !== null);
    if (known.length < 2) return "not-evaluable";
    const failures: Failure[] = [];
    for (const { before, at } of successive(known)) {
      if (figure(before) - figure(at) <= LIMIT + BINARY_SLACK) continue;
      failures.push({
        at,
        params: {
          value: figure(at),
          period: String(at.period),
          before: figure(before),
          beforePeriod: String(before.period),
          limit: LIMIT,
        },
      });
    }
    return failures.length > 0 ? failures : PASSED;
  },
});
