import { defineAcrossRule } from "../../define.js";
import { withinChecks } from "../vtl/standing.js";
import { judgeWithin } from "./within.js";

const OWNERS = "IT_MOB_OWN";
const USERS = "ICT_HH10";

export default defineAcrossRule({
  id: "owners-within-users",
  version: 2,
  level: 2,
  severity: "warning",
  over: "siblings",
  across: [USERS, OWNERS],
  source:
    "SDG metadata 5.b.1: who owns a mobile phone uses one, so owners do not exceed the users of HH10 in the same year (R11)",
  applies: (indicator) => indicator.series.some(({ code }) => code === OWNERS),
  vtl: { checks: () => withinChecks("owners-within-users", USERS, [OWNERS]) },
  judge: (observations, context) => judgeWithin(observations, context, USERS, [OWNERS]),
});
