import { defineRule, type Failure } from "../../define.js";
import { PASSED } from "./passed.js";
import {
  A,
  C,
  type Comparison,
  changesOfCounts,
  changesOfPercentages,
  FEWEST_PEERS,
  LIMIT,
  POINTS,
  U,
} from "./peers.js";
import { type Point, timeline } from "./timeline.js";

export default defineRule({
  id: "peer-change",
  version: 2,
  level: 3,
  severity: "warning",
  over: "history",
  source:
    "Change to the newest year against that of other countries: robust |z| > 3.5 of the logit (Iglewicz and Hoaglin 1993); counts by Hidiroglou and Berthelot 1986, U 0.5, A 0.05, C 40 (R13)",
  // Networks are built by leaps, each country in its own year; that they fall is asked by another rule.
  applies: ({ nested, series }) =>
    nested === undefined && series.some((one) => one.unit === "PT" || one.integer),
  parameters: {
    "robust standard deviations": LIMIT,
    "percentage points a year": POINTS,
    "fewest other countries": FEWEST_PEERS,
    "Hidiroglou-Berthelot U": U,
    "Hidiroglou-Berthelot A": A,
    "Hidiroglou-Berthelot C": C,
  },
  vtl: {
    reason:
      "The band of the other countries' changes is drawn from quartiles, and VTL has no quantile but the median.",
  },
  judge(observations, context) {
    const [first] = observations;
    if (!first) return "not-evaluable";
    const series = context.series(first.series);
    const changes = series.unit === "PT" ? changesOfPercentages : series.integer ? changesOfCounts : null;
    if (!changes) return "not-evaluable";
    const points = timeline(observations, context);
    const failures: Failure[] = [];
    let judged = false;
    // Of earlier years the later ones are the better witnesses, and what was asked once is not asked again.
    for (let i = Math.max(1, points.length - 1); i < points.length; i++) {
      const [before, after] = [points[i - 1], points[i]] as [Point, Point];
      if (!after.at || after.status === "B") continue;
      const peers = context.peers(first.series, first.dimensions, before.period, after.period);
      if (peers.length < FEWEST_PEERS) continue;
      const outcome = changes(peers).compare(before, after, first.area);
      if (!outcome) continue;
      judged = true;
      if (!outcome.outlying) continue;
      failures.push(failure(before, after, outcome));
    }
    if (failures.length > 0) return failures;
    return judged ? PASSED : "not-evaluable";
  },
});

function failure(before: Point, after: Point, { expected, peers }: Comparison): Failure {
  return {
    at: after.at as NonNullable<Point["at"]>,
    params: {
      value: after.value,
      period: String(after.period),
      before: before.value,
      beforePeriod: String(before.period),
      expected: Number(expected.toPrecision(3)),
      peers,
    },
  };
}
