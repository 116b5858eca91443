import { defineRule } from "../../define.js";
import { PASSED } from "./passed.js";
import { statedPeriod } from "./stated-period.js";

/** Indicators whose definition says "in the last three months". */
const THREE_MONTHS = new Set(["4.4.1", "17.8.1", "HH9E", "HH9G", "HH9H", "HH10"]);
/** OBS_STATUS of a figure of another definition. */
const DIFFERS = "D";

export default defineRule({
  id: "reference-period",
  version: 1,
  level: 1,
  severity: "warning",
  over: "observation",
  source:
    "SDG metadata 4.4.1 and 17.8.1, ITU Manual 2020: use in the last three months; figures of another period carry OBS_STATUS D and a note (R15)",
  applies: (indicator) => THREE_MONTHS.has(indicator.id),
  vtl: { reason: "The period stands in free text, in any of six languages." },
  judge([observation]) {
    if (!observation || observation.value === null) return "not-evaluable";
    const { source, comment, status } = observation;
    if (source === "" && comment === "") return "not-evaluable";
    const period = statedPeriod(`${source}\n${comment}`);
    if (period === null) return "not-evaluable";
    if (period === "three-months" || status === DIFFERS) return PASSED;
    return [{ at: observation, column: "OBS_STATUS", params: { value: status, words: period.other } }];
  },
});
