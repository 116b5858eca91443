import { defineAcrossRule } from "../../define.js";
import { withinChecks } from "../vtl/standing.js";
import { judgeWithin } from "./within.js";

const INSTRUCTION = "ICT_ED5";
const COMPUTERS = "SE_ACS_CMPTR";

export default defineAcrossRule({
  id: "instruction-within-computers",
  version: 1,
  level: 2,
  severity: "warning",
  over: "siblings",
  across: [COMPUTERS, INSTRUCTION],
  source:
    "UIS Guide to Measuring ICT in Education, 2009, ED5, and SDG metadata 4.a.1: instruction assisted by computers needs computers for pedagogical purposes (R14)",
  applies: (indicator) => indicator.series.some(({ code }) => code === INSTRUCTION),
  vtl: { checks: () => withinChecks("instruction-within-computers", COMPUTERS, [INSTRUCTION]) },
  judge: (observations, context) => judgeWithin(observations, context, COMPUTERS, [INSTRUCTION]),
});
