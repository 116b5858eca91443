import { defineRule, type Failure, type RuleContext } from "../../define.js";
import type { Observation } from "../../types.js";
import { groupings } from "../groups.js";
import { figure } from "./figures.js";
import { partitions } from "./partitions.js";
import { PASSED } from "./passed.js";

/** Share of the total. A smaller rest is common: subscriptions of a speed that the operator did not state. */
export const SHARE = 0.25;

export default defineRule({
  id: "partition-remainder",
  version: 2,
  level: 1,
  // The rest may be subscriptions of a speed nobody recorded: the total can still be right.
  severity: "warning",
  over: "slice",
  source:
    "SDG metadata 17.6.1: the speed tiers cover all fixed-broadband subscriptions (R05); asked once, about the newest year in which they leave out more than 25 %",
  applies: (indicator) => indicator.partition !== undefined,
  parameters: { "share of the total": SHARE },
  vtl: { reason: "Only the newest of the years that fall short is asked about." },
  judge(observations, context) {
    const outcomes = groupings(observations)("breakdowns").map((group) => shortfall(group, context));
    const judged = outcomes.filter((outcome) => outcome !== "not-evaluable");
    if (judged.length === 0) return "not-evaluable";
    const short = judged.filter((outcome) => outcome !== null);
    if (short.length === 0) return PASSED;
    return [short.reduce((newest, one) => (one.at.period > newest.at.period ? one : newest))];
  },
});

/** What of one series and year is left out; null where it is little. */
function shortfall(group: readonly Observation[], context: RuleContext): Failure | null | "not-evaluable" {
  const { total, parts, imbalance, sum } = partitions(group, context);
  if (!total || imbalance === null) return "not-evaluable";
  if (-imbalance <= SHARE * figure(total)) return null;
  const lines = parts.map((part) => part.line).join(", ");
  const { series, period } = total;
  return { at: total, params: { value: figure(total), sum, series, period: String(period), lines } };
}
