import { defineRule } from "../../define.js";
import { CURRENT_YEAR } from "../vtl/datasets.js";
import { PASSED } from "./passed.js";

export default defineRule({
  id: "future-period",
  version: 1,
  level: 1,
  severity: "error",
  over: "observation",
  source: "A year that has not begun cannot have been observed",
  applies: () => true,
  vtl: {
    checks: () => [
      {
        steps: [`DATED := DS_1[calc measure YEARS_AHEAD := TIME_PERIOD - ${CURRENT_YEAR}]`],
        over: "DATED",
        variables: ["YEARS_AHEAD"],
        conditions: ["YEARS_AHEAD <= 0"],
      },
    ],
  },
  judge([observation], context) {
    if (!observation) return "not-evaluable";
    if (observation.period <= context.currentYear) return PASSED;
    return [
      {
        at: observation,
        column: "TIME_PERIOD",
        params: { value: String(observation.period), latest: String(context.currentYear) },
      },
    ];
  },
});
