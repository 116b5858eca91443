import { defineAcrossRule } from "../../define.js";
import { withinChecks } from "../vtl/standing.js";
import { judgeWithin } from "./within.js";

const COLLECTED = "ICT_EW4N";
const GENERATED = "ICT_EW2N";

export default defineAcrossRule({
  id: "collected-within-generated",
  version: 1,
  level: 2,
  severity: "warning",
  over: "siblings",
  across: [GENERATED, COLLECTED],
  source:
    "UNU, E-waste Statistics: Guidelines on Classification, Reporting and Indicators, 2018: what is collected is part of what was generated",
  applies: (indicator) => indicator.series.some(({ code }) => code === COLLECTED),
  vtl: { checks: () => withinChecks("collected-within-generated", GENERATED, [COLLECTED]) },
  judge: (observations, context) => judgeWithin(observations, context, GENERATED, [COLLECTED]),
});
