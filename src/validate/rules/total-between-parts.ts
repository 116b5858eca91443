import { defineRule, type Failure } from "../../define.js";
import { totalChecks } from "../vtl/breakdowns.js";
import { COMPLETE, triples } from "./complete-breakdowns.js";
import { figure, figureSlack } from "./figures.js";
import { PASSED } from "./passed.js";

export default defineRule({
  id: "total-between-parts",
  version: 2,
  level: 1,
  severity: "error",
  over: "breakdowns",
  source: "A mean of all lies between the means of its parts: min(F, M) ≤ total ≤ max(F, M) (R07)",
  applies: (indicator) => indicator.series.some((series) => series.unit === "PT"),
  vtl: { checks: () => totalChecks(COMPLETE) },
  judge(observations, context) {
    const first = observations[0];
    if (!first || context.series(first.series).unit !== "PT") return "not-evaluable";
    const failures: Failure[] = [];
    let judged = false;
    for (const { dimension, total, parts } of triples(observations)) {
      judged = true;
      const values = parts.map(figure);
      const [low, high, value] = [Math.min(...values), Math.max(...values), figure(total)];
      if (value >= low && value <= high) continue;
      const slack = 2 * figureSlack(total, ...parts);
      if (value >= low - slack && value <= high + slack) continue;
      failures.push({
        at: total,
        params: { value, low, high, dimension, lines: parts.map((part) => part.line).join(", ") },
      });
    }
    if (failures.length > 0) return failures;
    return judged ? PASSED : "not-evaluable";
  },
});
