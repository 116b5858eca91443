import { defineRule } from "../../define.js";
import { agesStated, codesOf } from "../vtl/fragments.js";
import { PASSED } from "./passed.js";

export default defineRule({
  id: "age-scope-stated",
  version: 2,
  level: 1,
  // The norm would refuse such figures. The SDG database has no age scope, and what is taken from it is still
  // data, so that a series without any is a note. One that has it here and there is `age-scope-incomplete`.
  severity: "info",
  over: "history",
  source:
    "ITU Manual for Measuring ICT Access and Use by Households and Individuals, 2020: the age scope belongs to the figure (R16)",
  applies: (indicator) => indicator.survey,
  vtl: {
    checks: (indicators) => [
      {
        steps: [agesStated(codesOf(indicators))],
        over: "AGES",
        variables: ["EVER_STATED"],
        conditions: ["EVER_STATED = 1"],
      },
    ],
  },
  judge(observations) {
    // An age group says its ages itself.
    const known = observations.filter(
      ({ value, dimensions }) => value !== null && dimensions.AGE === undefined,
    );
    const [first] = known;
    if (!first) return "not-evaluable";
    if (known.some(({ ageScope }) => ageScope !== "")) return PASSED;
    return [{ at: first, column: "AGE_SCOPE", params: { series: first.series, figures: known.length } }];
  },
});
