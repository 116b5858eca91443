import { defineRule } from "../../define.js";
import { partitionCheck } from "../vtl/partition.js";
import { figure } from "./figures.js";
import { partitions, TOLERANCE } from "./partitions.js";
import { PASSED } from "./passed.js";

export default defineRule({
  id: "partition-total",
  version: 2,
  level: 1,
  severity: "error",
  over: "breakdowns",
  source:
    "SDG metadata 17.6.1: the speed tiers together are at most all fixed-broadband subscriptions, ±0.5 % (R05)",
  applies: (indicator) => indicator.partition !== undefined,
  parameters: { "share of the total": TOLERANCE },
  vtl: { checks: (indicators) => indicators.flatMap(partitionCheck) },
  judge(observations, context) {
    const { total, parts, imbalance, sum } = partitions(observations, context);
    if (!total || imbalance === null) return "not-evaluable";
    if (imbalance <= 0) return PASSED;
    const lines = parts.map((part) => part.line).join(", ");
    const { series, period } = total;
    return [{ at: total, params: { value: figure(total), sum, series, period: String(period), lines } }];
  },
});
