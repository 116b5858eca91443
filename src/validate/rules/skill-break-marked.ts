import { defineRule } from "../../define.js";
import { standingHistory } from "../vtl/standing.js";
import { PASSED } from "./passed.js";
import { timeline } from "./timeline.js";

const SKILLS = "SE_ADT_ACTS";
const FIRST_OF_ANY_DEVICE = 2020;

export default defineRule({
  id: "skill-break-marked",
  version: 1,
  level: 2,
  severity: "warning",
  over: "history",
  source:
    "SDG metadata 4.4.1: until 2019 the activities are those on a computer, from 2020 those on any device, so that a series that goes on has a break, OBS_STATUS B (R10)",
  applies: (indicator) => indicator.series.some(({ code }) => code === SKILLS),
  parameters: { "first year of the second list": FIRST_OF_ANY_DEVICE },
  vtl: {
    checks: () => [
      {
        steps: standingHistory("SKILLS", SKILLS),
        over: "SKILLS",
        variables: ["YEAR", "YEAR_BEFORE", "NEW", "STATUS"],
        conditions: [
          `when NEW = 1 and YEAR >= ${FIRST_OF_ANY_DEVICE} and YEAR_BEFORE < ${FIRST_OF_ANY_DEVICE} then STATUS = "B"`,
        ],
      },
    ],
  },
  judge(observations, context) {
    const points = timeline(observations, context);
    const i = points.findIndex(({ period }) => period >= FIRST_OF_ANY_DEVICE);
    const [before, first] = [points[i - 1], points[i]];
    if (!before || !first?.at) return "not-evaluable";
    if (first.status === "B") return PASSED;
    const params = {
      value: first.status,
      period: String(first.period),
      beforePeriod: String(before.period),
      year: String(FIRST_OF_ANY_DEVICE),
    };
    return [{ at: first.at, column: "OBS_STATUS", params }];
  },
});
