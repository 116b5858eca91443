import { defineRule } from "../../define.js";
import { PASSED } from "./passed.js";

export default defineRule({
  id: "numerator-within-denominator",
  version: 1,
  level: 1,
  severity: "error",
  over: "observation",
  source: "Those counted are among those in scope (R03)",
  applies: (indicator) => indicator.series.some((series) => series.unit === "PT"),
  vtl: {
    checks: () => [
      {
        over: "DS_1",
        variables: ["UNIT_MEASURE", "NUMERATOR", "DENOMINATOR"],
        conditions: ['when UNIT_MEASURE = "PT" then NUMERATOR <= DENOMINATOR'],
      },
    ],
  },
  judge([observation], context) {
    if (!observation || observation.numerator === null || observation.denominator === null)
      return "not-evaluable";
    if (context.series(observation.series).unit !== "PT") return "not-evaluable";
    if (observation.numerator <= observation.denominator) return PASSED;
    const { numerator, denominator } = observation;
    return [{ at: observation, column: "NUMERATOR", params: { value: numerator, denominator } }];
  },
});
