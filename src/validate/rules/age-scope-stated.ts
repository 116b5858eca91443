import { defineRule } from "../../define.js";
import { PASSED } from "./passed.js";

export default defineRule({
  id: "age-scope-stated",
  version: 1,
  level: 1,
  // ITU's questionnaire asks for it; figures taken from public databases come without, and are still figures.
  severity: "info",
  over: "history",
  source:
    "ITU Manual for Measuring ICT Access and Use by Households and Individuals, 2020: the age scope belongs to the figure (R16)",
  applies: (indicator) => indicator.survey,
  judge(observations) {
    const silent = observations.filter(
      (observation) => observation.value !== null && observation.ageScope === "",
    );
    const [first] = silent;
    if (!first) return PASSED;
    return [{ at: first, column: "AGE_SCOPE", params: { series: first.series, figures: silent.length } }];
  },
});
