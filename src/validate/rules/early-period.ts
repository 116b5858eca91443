import { defineRule } from "../../define.js";
import { PASSED } from "./passed.js";

/** Before the first public mobile networks (1979) none of the indicators had anything to measure. */
const FIRST = 1979;

export default defineRule({
  id: "early-period",
  version: 1,
  level: 1,
  severity: "error",
  over: "observation",
  source: "No figure can be older than what it measures",
  applies: () => true,
  parameters: { "first year": FIRST },
  vtl: {
    checks: () => [{ over: "FIGURES", variables: ["YEAR"], conditions: [`YEAR >= ${FIRST}`] }],
  },
  judge([observation]) {
    if (!observation) return "not-evaluable";
    if (observation.period >= FIRST) return PASSED;
    const params = { value: String(observation.period), earliest: String(FIRST) };
    return [{ at: observation, column: "TIME_PERIOD", params }];
  },
});
