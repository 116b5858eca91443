import { defineAcrossRule } from "../../define.js";
import { withinChecks } from "../vtl/standing.js";
import { judgeWithin } from "./within.js";

const USERS = "IT_USE_II99";
const ACTIVITIES = ["ICT_HH9H", "ICT_HH9G", "ICT_HH9E", "ICT_HH20"];

export default defineAcrossRule({
  id: "activities-within-users",
  version: 1,
  level: 2,
  severity: "warning",
  over: "siblings",
  across: [USERS, ...ACTIVITIES],
  source:
    "ITU Manual for Measuring ICT Access and Use by Households and Individuals, 2020, HH7, HH9 and HH20: an activity on the Internet is use of the Internet",
  applies: (indicator) => indicator.series.some(({ code }) => ACTIVITIES.includes(code)),
  vtl: { checks: () => withinChecks("activities-within-users", USERS, ACTIVITIES) },
  judge: (observations, context) => judgeWithin(observations, context, USERS, ACTIVITIES),
});
