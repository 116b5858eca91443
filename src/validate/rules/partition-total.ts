import { defineRule } from "../../define.js";
import { figure } from "./figures.js";
import { partitions } from "./partitions.js";
import { PASSED } from "./passed.js";

export default defineRule({
  id: "partition-total",
  version: 1,
  level: 1,
  severity: "error",
  over: "breakdowns",
  source:
    "SDG metadata 17.6.1: the speed tiers together are at most all fixed-broadband subscriptions, ±0.5 % (R05)",
  applies: (indicator) => indicator.partition !== undefined,
  judge(observations, context) {
    const { total, imbalance, sum } = partitions(observations, context);
    if (!total || imbalance === null) return "not-evaluable";
    if (imbalance <= 0) return PASSED;
    return [
      {
        at: total,
        params: { value: figure(total), sum, series: total.series, period: String(total.period) },
      },
    ];
  },
});
