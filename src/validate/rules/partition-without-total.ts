import { defineRule } from "../../define.js";
import { totalGivenCheck } from "../vtl/partition.js";
import { partitions } from "./partitions.js";
import { PASSED } from "./passed.js";

export default defineRule({
  id: "partition-without-total",
  version: 1,
  level: 1,
  severity: "warning",
  over: "breakdowns",
  source: "Speed tiers come with the total they belong to (R05)",
  applies: (indicator) => indicator.partition !== undefined,
  vtl: { checks: (indicators) => indicators.flatMap(totalGivenCheck) },
  judge(observations, context) {
    const { total, parts } = partitions(observations, context);
    const [first] = parts;
    if (!first) return "not-evaluable";
    return total
      ? PASSED
      : [{ at: first, params: { series: first.series, period: String(first.period), parts: parts.length } }];
  },
});
