import { defineAcrossRule } from "../../define.js";
import { dimensionsOf } from "../../keys.js";
import { STANDING } from "../vtl/standing.js";
import { PASSED } from "./passed.js";
import { standings } from "./standing.js";

const SUBSCRIPTIONS = "ICT_A4";
const COVERAGE = "IT_MOB_3GNTWK";
/** Subscriptions per 100 inhabitants: a coverage of 0 may be rounded, and a few people roam. */
const LIMIT = 1;

export default defineAcrossRule({
  id: "broadband-needs-coverage",
  version: 1,
  level: 2,
  severity: "warning",
  over: "siblings",
  across: [SUBSCRIPTIONS, COVERAGE],
  source:
    "ITU Handbook for the Collection of Administrative Data on Telecommunications/ICT, 2020: mobile broadband needs a network of at least 3G",
  applies: (indicator) => indicator.series.some(({ code }) => code === SUBSCRIPTIONS),
  parameters: { "subscriptions per 100 inhabitants": LIMIT },
  vtl: {
    checks: () => [
      {
        steps: [
          STANDING,
          `BROADBAND_COVERED := inner_join(STANDING[sub SERIES = "${SUBSCRIPTIONS}"] as subscriptions,\n    STANDING[sub SERIES = "${COVERAGE}"][keep STANDS, NEW][rename STANDS to COVERED, NEW to COVERED_NEW] as coverage\n  calc identifier SERIES := "${SUBSCRIPTIONS}")`,
        ],
        over: "BROADBAND_COVERED",
        variables: ["STANDS", "COVERED", "NEW", "COVERED_NEW"],
        conditions: [`when NEW + COVERED_NEW > 0 and COVERED = 0 then STANDS <= ${LIMIT}`],
      },
    ],
  },
  judge(observations, context) {
    const [first] = observations;
    if (!first) return "not-evaluable";
    const standing = standings(observations, context, first);
    const [subscriptions, coverage] = [SUBSCRIPTIONS, COVERAGE].map((code) =>
      standing(code, dimensionsOf({})),
    );
    const at = subscriptions?.at ?? coverage?.at;
    if (!subscriptions || !coverage || !at) return "not-evaluable";
    if (coverage.value > 0 || subscriptions.value <= LIMIT) return PASSED;
    const params = {
      value: subscriptions.value,
      series: SUBSCRIPTIONS,
      coverage: COVERAGE,
      period: String(first.period),
    };
    return [{ at, params }];
  },
});
