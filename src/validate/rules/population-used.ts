import { defineRule, type Indicator, type Series } from "../../define.js";
import { DIMENSIONS } from "../../types.js";
import { codesOf, seriesIn } from "../vtl/fragments.js";
import { PASSED } from "./passed.js";

/** Shares of the reference. Up to the first, another revision or day of the year explains it, and nothing is said. */
const [NEAR, FAR] = [0.02, 0.05];

export default defineRule({
  id: "population-used",
  version: 1,
  level: 5,
  severity: "warning",
  over: "observation",
  source:
    "The population that a rate was made with is that of the reference, World Population Prospects or census, within 2 %; beyond 5 % it is another population (R06)",
  // Of a survey the denominator is the population in its scope, which no reference has.
  applies: (indicator) => !indicator.survey && indicator.series.some((series) => isOfAll(series, indicator)),
  parameters: { "share of the reference, near": NEAR, "share of the reference, far": FAR },
  vtl: {
    checks: (indicators) => [
      {
        steps: [
          `POPULATION_USED := inner_join(FIGURES[filter ${seriesIn(codesOf(indicators, isOfAll))} and ${DIMENSIONS.map((id) => `${id} = "_T"`).join(" and ")}][keep DENOMINATOR, AGE_SCOPE] as figures,\n    DS_REF[sub REFERENCE = "POPULATION"] as base)`,
        ],
        over: "POPULATION_USED",
        variables: ["DENOMINATOR", "REF_VALUE", "AGE_SCOPE"],
        conditions: [
          `when nvl(AGE_SCOPE, "") = "" and DENOMINATOR <> 0 and REF_VALUE <> 0\n    then abs(DENOMINATOR - REF_VALUE) <= ${NEAR} * REF_VALUE`,
        ],
      },
    ],
  },
  judge([observation], { indicator, series, reference }) {
    if (!observation?.denominator || observation.ageScope !== "") return "not-evaluable";
    const { area, period, dimensions, denominator } = observation;
    const isTotal = DIMENSIONS.every((id) => dimensions[id] === undefined);
    if (!isTotal || !isOfAll(series(observation.series), indicator)) return "not-evaluable";
    const population = reference("POPULATION", area, period, dimensions);
    if (!population) return "not-evaluable";
    const gap = Math.abs(denominator - population) / population;
    if (gap <= NEAR) return PASSED;
    const params = {
      value: denominator,
      population,
      period: String(period),
      gap: Number((100 * gap).toPrecision(2)),
      grade: gap > FAR ? "far" : "near",
    };
    return [{ at: observation, column: "DENOMINATOR", params }];
  },
});

/** A rate per inhabitant, or a percentage of the inhabitants. */
function isOfAll({ aggregation, unit }: Series, { denominator }: Indicator): boolean {
  return aggregation.method === "ratio"
    ? aggregation.denominator === "POPULATION"
    : unit === "PT" && denominator === "POPULATION";
}
