import { defineAcrossRule } from "../../define.js";
import { withinChecks } from "../vtl/standing.js";
import { judgeWithin } from "./within.js";

const SKILLS = "SE_ADT_ACTS";
/** No series has the users of any device, so that those who use a computer and not the Internet are asked about. */
const USERS = "IT_USE_II99";

export default defineAcrossRule({
  id: "skills-within-users",
  version: 1,
  level: 2,
  severity: "warning",
  over: "siblings",
  across: [USERS, SKILLS],
  source:
    "SDG metadata 4.4.1: an activity of the last three months is done with a device or on the Internet, so that each skill is at most Internet use; skills are multiple responses and never add up (R09)",
  applies: (indicator) => indicator.series.some(({ code }) => code === SKILLS),
  vtl: { checks: () => withinChecks("skills-within-users", USERS, [SKILLS], true) },
  judge: (observations, context) => judgeWithin(observations, context, USERS, [SKILLS]),
});
