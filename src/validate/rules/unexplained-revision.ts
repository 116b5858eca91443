import { defineRule, type Series } from "../../define.js";
import { figure } from "./figures.js";
import { PASSED } from "./passed.js";

const POINTS = 0.5;
const SHARE = 0.02;

export default defineRule({
  id: "unexplained-revision",
  version: 1,
  level: 2,
  severity: "warning",
  over: "observation",
  source:
    "A figure accepted before that differs by more than 0.5 points (percentages) or 2 % is explained (R18)",
  applies: () => true,
  judge([observation], context) {
    if (!observation || observation.value === null) return "not-evaluable";
    const { series, area, dimensions, period } = observation;
    const before = context.previous(series, area, dimensions).get(period)?.value;
    if (before === undefined) return "not-evaluable";
    const value = figure(observation);
    const limit = revisionLimit(context.series(series), before);
    if (Math.abs(value - before) <= limit || observation.comment.trim() !== "") return PASSED;
    return [{ at: observation, params: { value, before, series, period: String(period) } }];
  },
});

/** Half a point or two per cent, differences in binary arithmetic aside. */
function revisionLimit({ unit }: Series, before: number): number {
  const limit = unit === "PT" ? POINTS : SHARE * Math.abs(before);
  return limit + 1e-9 * Math.max(1, Math.abs(before));
}
