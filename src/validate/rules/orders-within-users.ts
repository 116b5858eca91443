import { defineAcrossRule } from "../../define.js";
import { withinChecks } from "../vtl/standing.js";
import { judgeWithin } from "./within.js";

const USERS = "ICT_B3";
const ORDERS = ["ICT_B7", "ICT_B8"];

export default defineAcrossRule({
  id: "orders-within-users",
  version: 1,
  level: 2,
  severity: "warning",
  over: "siblings",
  across: [USERS, ...ORDERS],
  source:
    "UNCTAD Manual for the Production of Statistics on the Digital Economy, 2020, B3, B7 and B8: a business that orders or takes orders over the Internet uses it",
  applies: (indicator) => indicator.series.some(({ code }) => ORDERS.includes(code)),
  vtl: { checks: () => withinChecks("orders-within-users", USERS, ORDERS) },
  judge: (observations, context) => judgeWithin(observations, context, USERS, ORDERS),
});
