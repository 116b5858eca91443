import { defineRule } from "../../define.js";
import { figure } from "./figures.js";
import { partitions } from "./partitions.js";
import { PASSED } from "./passed.js";

/** Half a percent, and for small counts and rates the rounding of each part. */
const TOLERANCE = 0.005;

export default defineRule({
  id: "partition-total",
  version: 1,
  level: 1,
  severity: "error",
  over: "breakdowns",
  source: "SDG metadata 17.6.1: the speed tiers add up to all fixed-broadband subscriptions, ±0.5 % (R05)",
  applies: (indicator) => indicator.partition !== undefined,
  judge(observations, context) {
    const { total, parts, complete, slack } = partitions(observations, context);
    if (!total || !complete) return "not-evaluable";
    const sum = parts.reduce((all, part) => all + figure(part), 0);
    const value = figure(total);
    if (Math.abs(sum - value) <= Math.max(TOLERANCE * value, slack) + 1e-9) return PASSED;
    return [{ at: total, params: { value, sum: Number(sum.toPrecision(12)), series: total.series, period: String(total.period) } }];
  },
});
