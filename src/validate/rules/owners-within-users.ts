import { defineRule } from "../../define.js";
import { figure, roundingSlack } from "./figures.js";
import { PASSED } from "./passed.js";

const OWNERS = "IT_MOB_OWN";
const USERS = "ICT_HH10";

export default defineRule({
  id: "owners-within-users",
  version: 1,
  level: 2,
  severity: "warning",
  over: "observation",
  source:
    "SDG metadata 5.b.1: who owns a mobile phone uses one, so owners do not exceed the users of HH10 in the same year (R11)",
  applies: (indicator) => indicator.series.some((series) => series.code === OWNERS),
  judge([observation], context) {
    if (!observation || observation.value === null || observation.series !== OWNERS) return "not-evaluable";
    const { area, dimensions, period } = observation;
    const users = context.previous(USERS, area, dimensions).get(period)?.value;
    if (users === undefined) return "not-evaluable";
    const value = figure(observation);
    if (value <= users + roundingSlack(value, users)) return PASSED;
    return [{ at: observation, params: { value, most: users, series: USERS, period: String(period) } }];
  },
});
