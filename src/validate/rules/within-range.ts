import { defineRule } from "../../define.js";
import { figure } from "./figures.js";
import { PASSED } from "./passed.js";

export default defineRule({
  id: "within-range",
  version: 1,
  level: 1,
  severity: "error",
  over: "observation",
  source: "Definition of the series: a percentage lies in 0–100, a count is not negative (R01)",
  applies: () => true,
  judge([observation], context) {
    if (!observation || observation.value === null) return "not-evaluable";
    const { minimum, maximum } = context.series(observation.series);
    const value = figure(observation);
    if (value >= minimum && (maximum === null || value <= maximum)) return PASSED;
    return [
      { at: observation, params: { value, minimum, maximum: maximum ?? "∞", series: observation.series } },
    ];
  },
});
