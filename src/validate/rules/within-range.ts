import { defineRule, type Indicator, type Series } from "../../define.js";
import { codesOf, constant, seriesIn } from "../vtl/fragments.js";
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
  vtl: {
    checks: (indicators) => [
      { over: "FIGURES", variables: ["SERIES", "FIGURE"], conditions: rangeConditions(indicators) },
    ],
  },
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

/** One condition for all series of one range. */
function rangeConditions(indicators: readonly Indicator[]): string[] {
  const ranges = new Map<string, Pick<Series, "minimum" | "maximum">>();
  const nameOf = ({ minimum, maximum }: Pick<Series, "minimum" | "maximum">) => `${minimum} ${maximum}`;
  for (const series of indicators.flatMap((indicator) => indicator.series))
    ranges.set(nameOf(series), series);
  return [...ranges].map(([name, { minimum, maximum }]) => {
    const codes = codesOf(indicators, (series) => nameOf(series) === name);
    const most = maximum === null ? "" : ` and FIGURE <= ${constant(maximum)}`;
    return `when ${seriesIn(codes)} then FIGURE >= ${constant(minimum)}${most}`;
  });
}
