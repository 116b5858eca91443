import { defineRule } from "../../define.js";
import { codesOf, seriesIn, withinAny } from "../vtl/fragments.js";
import { figure } from "./figures.js";
import { PASSED } from "./passed.js";

export default defineRule({
  id: "whole-number",
  version: 2,
  level: 1,
  severity: "error",
  over: "observation",
  source: "A count of subscriptions, schools or persons is a whole number once UNIT_MULT is applied (R01)",
  applies: (indicator) => indicator.series.some((series) => series.integer),
  vtl: {
    checks: (indicators) => [
      {
        over: "FIGURES",
        variables: ["SERIES", "FIGURE"],
        conditions: [
          `when ${seriesIn(codesOf(indicators, (series) => series.integer))} then ${withinAny("FIGURE - round(FIGURE, 0)", ["0.000000000001", "0.000000000001 * abs(FIGURE)"])}`,
        ],
      },
    ],
  },
  judge([observation], context) {
    if (!observation || observation.value === null || !context.series(observation.series).integer)
      return "not-evaluable";
    const value = figure(observation);
    // 1.2 millions is a whole number of units, though 1.2 · 10^6 may not be one in binary.
    if (Math.abs(value - Math.round(value)) <= 1e-12 * Math.max(1, Math.abs(value))) return PASSED;
    return [{ at: observation, params: { value, series: observation.series } }];
  },
});
