import { defineRule } from "../../define.js";
import { HISTORY } from "../vtl/datasets.js";
import { PASSED } from "./passed.js";

export default defineRule({
  id: "vanished-value",
  version: 1,
  level: 2,
  severity: "warning",
  over: "history",
  source: "A figure that was reported is revised, or withdrawn with a status, and not left out (R18)",
  applies: () => true,
  vtl: {
    checks: () => [
      {
        steps: [
          "YEARS := DS_1[calc measure YEAR := TIME_PERIOD][keep YEAR]",
          `SPAN := inner_join(min(YEARS group by ${HISTORY.join(", ")})[rename YEAR to FIRST] as earliest,\n    max(YEARS group by ${HISTORY.join(", ")})[rename YEAR to LAST] as latest)`,
          "ASKED := left_join(inner_join(PREVIOUS[keep YEAR] as before, SPAN as span) as asked,\n    YEARS[rename YEAR to GIVEN] as given)",
        ],
        over: "ASKED",
        variables: ["YEAR", "FIRST", "LAST", "GIVEN"],
        conditions: ["when YEAR > FIRST and YEAR < LAST then not isnull(GIVEN)"],
      },
    ],
  },
  judge(observations, context) {
    const [first, last] = [observations[0], observations.at(-1)];
    if (!first || !last) return "not-evaluable";
    const previous = context.previous(first.series, first.area, first.dimensions);
    if (previous.size === 0) return "not-evaluable";
    const given = new Set(observations.map((observation) => observation.period));
    const gone = [...previous.keys()]
      .filter((period) => period > first.period && period < last.period && !given.has(period))
      .sort((a, b) => a - b);
    const [earliest] = gone;
    if (earliest === undefined) return PASSED;
    const at = observations.find((observation) => observation.period > earliest) ?? last;
    const params = { series: first.series, periods: gone.join(", "), years: gone.length };
    return [{ at, column: "TIME_PERIOD", params }];
  },
});
