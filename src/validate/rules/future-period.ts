import { defineRule } from "../../define.js";
import { PASSED } from "./passed.js";

export default defineRule({
  id: "future-period",
  version: 1,
  level: 1,
  severity: "error",
  over: "observation",
  source: "A year that has not begun cannot have been observed",
  applies: () => true,
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
