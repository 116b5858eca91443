import { defineRule } from "../../define.js";
import { constant, withinAny } from "../vtl/fragments.js";
import { BINARY_SLACK, figure, figureSlack } from "./figures.js";
import { PASSED } from "./passed.js";

const TOLERANCE = 0.05;

export default defineRule({
  id: "ratio-of-parts",
  version: 2,
  level: 1,
  severity: "error",
  over: "observation",
  source: "A percentage is 100 · numerator / denominator, within 0.05 points or the rounding sent (R02)",
  applies: () => true,
  parameters: { "percentage points": TOLERANCE },
  vtl: {
    checks: () => [
      {
        steps: ['PARTS := FIGURES[filter UNIT_MEASURE = "PT" and DENOMINATOR <> 0]'],
        over: "PARTS",
        variables: ["FIGURE", "SLACK", "NUMERATOR", "DENOMINATOR"],
        conditions: [
          withinAny("FIGURE - 100 * NUMERATOR / DENOMINATOR", [constant(TOLERANCE + BINARY_SLACK), "SLACK"]),
        ],
      },
    ],
  },
  judge([observation], context) {
    if (!observation || observation.value === null) return "not-evaluable";
    const { numerator, denominator } = observation;
    if (context.series(observation.series).unit !== "PT" || numerator === null || !denominator)
      return "not-evaluable";
    const value = figure(observation);
    const expected = (100 * numerator) / denominator;
    if (Math.abs(value - expected) <= Math.max(TOLERANCE + BINARY_SLACK, figureSlack(observation)))
      return PASSED;
    return [
      { at: observation, params: { value, expected: Number(expected.toFixed(2)), numerator, denominator } },
    ];
  },
});
