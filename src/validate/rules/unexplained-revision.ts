import { defineRule, type Series } from "../../define.js";
import { withinAny } from "../vtl/fragments.js";
import { figure } from "./figures.js";
import { PASSED } from "./passed.js";

const POINTS = 0.5;
const SHARE = 0.02;

const UNEXPLAINED = '(isnull(COMMENT_OBS) or trim(COMMENT_OBS) = "")';
const withSlack = (limit: string) => [`${limit} + 0.000000001`, `${limit} + 0.000000001 * abs(BEFORE)`];

export default defineRule({
  id: "unexplained-revision",
  version: 1,
  level: 2,
  severity: "warning",
  over: "observation",
  source:
    "A figure accepted before that differs by more than 0.5 points (percentages) or 2 % is explained (R18)",
  applies: () => true,
  parameters: { "percentage points": POINTS, "share of the figure": SHARE },
  vtl: {
    checks: () => [
      {
        steps: ["REVISED := inner_join(FIGURES as now, PREVIOUS[keep BEFORE] as before)"],
        over: "REVISED",
        variables: ["FIGURE", "BEFORE", "UNIT_MEASURE", "COMMENT_OBS"],
        conditions: [
          `when UNIT_MEASURE = "PT" and ${UNEXPLAINED} then ${withinAny("FIGURE - BEFORE", withSlack(String(POINTS)))}`,
          `when UNIT_MEASURE <> "PT" and ${UNEXPLAINED} then ${withinAny("FIGURE - BEFORE", withSlack(`${SHARE} * abs(BEFORE)`))}`,
        ],
      },
    ],
  },
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
export function revisionLimit({ unit }: Series, before: number): number {
  const limit = unit === "PT" ? POINTS : SHARE * Math.abs(before);
  return limit + 1e-9 * Math.max(1, Math.abs(before));
}
