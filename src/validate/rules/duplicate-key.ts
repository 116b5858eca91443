import { defineRule } from "../../define.js";
import { PASSED } from "./passed.js";

export default defineRule({
  id: "duplicate-key",
  version: 1,
  level: 1,
  severity: "error",
  over: "key",
  source: "One figure for each key and year (R17)",
  applies: () => true,
  vtl: { reason: "A VTL dataset cannot hold two data points with the same identifiers." },
  judge(observations) {
    const [first, second] = observations;
    if (!first || !second) return PASSED;
    // Which of them is right only the country knows, so none is taken.
    return observations.map((at) => ({
      at,
      params: {
        value: at.value,
        line: at.line,
        other: (at === first ? second : first).line,
        series: at.series,
        period: String(at.period),
      },
    }));
  },
});
