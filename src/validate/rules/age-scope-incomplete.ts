import { defineRule } from "../../define.js";
import { agesStated, codesOf } from "../vtl/fragments.js";
import { PASSED } from "./passed.js";

export default defineRule({
  id: "age-scope-incomplete",
  version: 1,
  level: 1,
  // Who states the ages of some years knows them: the others were left out, or have other ages nobody can see.
  severity: "warning",
  over: "history",
  source:
    "ITU Manual for Measuring ICT Access and Use by Households and Individuals, 2020: the age scope belongs to each figure (R16)",
  applies: (indicator) => indicator.survey,
  vtl: {
    checks: (indicators) => [
      {
        steps: [agesStated(codesOf(indicators))],
        over: "AGES",
        variables: ["STATED", "EVER_STATED"],
        conditions: ["when EVER_STATED = 1 then STATED = 1"],
      },
    ],
  },
  judge(observations) {
    const known = observations.filter(
      ({ value, dimensions }) => value !== null && dimensions.AGE === undefined,
    );
    const silent = known.filter(({ ageScope }) => ageScope === "");
    if (silent.length === known.length) return "not-evaluable";
    const [first] = silent;
    if (!first) return PASSED;
    const stated = known.find(({ ageScope }) => ageScope !== "")?.ageScope ?? "";
    const params = { series: first.series, figures: silent.length, stated };
    return [{ at: first, column: "AGE_SCOPE", params }];
  },
});
