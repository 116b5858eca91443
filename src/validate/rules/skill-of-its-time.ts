import { defineRule } from "../../define.js";
import { set } from "../vtl/fragments.js";
import { PASSED } from "./passed.js";

const SKILLS = "SE_ADT_ACTS";
const LAST_OF_COMPUTERS = 2019;
/** Skills that stand in one of the two lists only. */
const UNTIL = ["SKILL_ICTCMFL"];
const SINCE = ["SKILL_ICTPRVCY", "SKILL_ICTVRFY"];

export default defineRule({
  id: "skill-of-its-time",
  version: 1,
  level: 1,
  severity: "warning",
  over: "observation",
  source:
    "SDG metadata 4.4.1: nine computer activities until 2019, eleven whatever the device from 2020; copying files only in the first list, privacy and verification only in the second (R10)",
  applies: (indicator) => indicator.series.some(({ code }) => code === SKILLS),
  parameters: { "last year of the first list": LAST_OF_COMPUTERS },
  vtl: {
    checks: () => [
      {
        over: "FIGURES",
        variables: ["SERIES", "COMPOSITE_BREAKDOWN", "YEAR"],
        conditions: [
          `when SERIES = "${SKILLS}" and COMPOSITE_BREAKDOWN in ${set(UNTIL)} then YEAR <= ${LAST_OF_COMPUTERS}`,
          `when SERIES = "${SKILLS}" and COMPOSITE_BREAKDOWN in ${set(SINCE)} then YEAR > ${LAST_OF_COMPUTERS}`,
        ],
      },
    ],
  },
  judge([observation]) {
    const skill = observation?.dimensions.COMPOSITE_BREAKDOWN;
    if (!observation || observation.value === null || skill === undefined) return "not-evaluable";
    const [late, early] = [observation.period > LAST_OF_COMPUTERS, observation.period <= LAST_OF_COMPUTERS];
    if (!(late && UNTIL.includes(skill)) && !(early && SINCE.includes(skill))) return PASSED;
    const params = {
      value: skill,
      period: String(observation.period),
      list: late ? "until" : "since",
      year: String(late ? LAST_OF_COMPUTERS : LAST_OF_COMPUTERS + 1),
    };
    return [{ at: observation, column: "COMPOSITE_BREAKDOWN", params }];
  },
});
