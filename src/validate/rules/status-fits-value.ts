import { defineRule } from "../../define.js";
import { MISSING_STATUSES } from "../../types.js";
import { set } from "../vtl/fragments.js";
import { PASSED } from "./passed.js";

/** K is left out: a figure that includes another category can also be given. */
const ABSENT = new Set([...MISSING_STATUSES].filter((status) => status !== "K"));

export default defineRule({
  id: "status-fits-value",
  version: 1,
  level: 1,
  severity: "warning",
  over: "observation",
  source: "SDMX CL_OBS_STATUS 2.1: L, M, O and Q say that there is no value",
  applies: () => true,
  vtl: {
    checks: () => [
      {
        over: "FIGURES",
        variables: ["OBS_STATUS"],
        conditions: [`not (OBS_STATUS in ${set([...ABSENT])})`],
      },
    ],
  },
  judge([observation]) {
    if (!observation || observation.value === null) return "not-evaluable";
    if (!ABSENT.has(observation.status)) return PASSED;
    return [
      {
        at: observation,
        column: "OBS_STATUS",
        params: { value: observation.value, status: observation.status },
      },
    ];
  },
});
