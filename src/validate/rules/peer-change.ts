import { defineRule, type Failure, type PeerFigures } from "../../define.js";
import { PASSED } from "./passed.js";
import { fromLogit, logit, median, quantile, robustDeviation, sorted } from "./robust.js";
import { type Point, timeline } from "./timeline.js";

const FEWEST_PEERS = 20;
/** Modified z-score (Iglewicz and Hoaglin). */
const LIMIT = 3.5;
/** Percentage points a year away from the peers: most of them often stand still, and then the scale is tiny (R13). */
const POINTS = 10;
/**
 * Hidiroglou-Berthelot: U weighs large counts and A keeps the band from closing, both as usual; C is its
 * width. 4 and 7 are common but ask about every seventh change of fixed-broadband subscriptions; 20 is the
 * default of Statistics Norway (Kostra) and asks about every twentieth.
 */
const [U, A, C] = [0.5, 0.05, 20];

/** How a change compares with those of the peers: what it would have been, and whether it is an outlier. */
interface Comparison {
  readonly expected: number;
  readonly outlying: boolean;
}

export default defineRule({
  id: "peer-change",
  version: 1,
  level: 3,
  severity: "warning",
  over: "history",
  source:
    "Change against that of other countries: robust |z| > 3.5 of the logit (Iglewicz and Hoaglin 1993); counts by Hidiroglou and Berthelot 1986, U 0.5, A 0.05, C 20 (R13)",
  applies: (indicator) => indicator.series.some((series) => series.unit === "PT" || series.integer),
  judge(observations, context) {
    const [first] = observations;
    if (!first) return "not-evaluable";
    const series = context.series(first.series);
    const compare = series.unit === "PT" ? comparePercentages : series.integer ? compareCounts : null;
    if (!compare) return "not-evaluable";
    const points = timeline(observations, context);
    const failures: Failure[] = [];
    let judged = false;
    for (let i = 1; i < points.length; i++) {
      const [before, after] = [points[i - 1], points[i]] as [Point, Point];
      if (!after.at || after.status === "B") continue;
      const all = context.peers(first.series, first.dimensions, before.period, after.period);
      if (all.length < FEWEST_PEERS) continue;
      const peers = all.filter((peer) => peer.area !== first.area);
      const outcome = peers.length < FEWEST_PEERS ? null : compare(before, after, peers);
      if (!outcome) continue;
      judged = true;
      if (!outcome.outlying) continue;
      failures.push(failure(before, after, outcome, peers.length));
    }
    if (failures.length > 0) return failures;
    return judged ? PASSED : "not-evaluable";
  },
});

function failure(before: Point, after: Point, { expected }: Comparison, peers: number): Failure {
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

/** Yearly changes of the logit, own against peers. Null where no peer has moved, so that there is no scale. */
function comparePercentages(before: Point, after: Point, peers: readonly PeerFigures[]): Comparison | null {
  const years = after.period - before.period;
  const changes = peers.map((peer) => (logit(peer.after) - logit(peer.before)) / years);
  const middle = median(changes);
  const deviation = robustDeviation(changes, middle);
  if (deviation === 0) return null;
  const change = (logit(after.value) - logit(before.value)) / years;
  const expected = fromLogit(logit(before.value) + middle * years);
  const outlying =
    Math.abs(change - middle) > LIMIT * deviation && Math.abs(after.value - expected) > POINTS * years;
  return { expected, outlying };
}

/** The Hidiroglou-Berthelot band of the peers' effects, and on which side of it the own effect is. */
function compareCounts(before: Point, after: Point, peers: readonly PeerFigures[]): Comparison | null {
  const moved = peers.filter((peer) => peer.before > 0 && peer.after > 0);
  if (moved.length < FEWEST_PEERS || before.value <= 0 || after.value <= 0) return null;
  const middle = median(moved.map((peer) => peer.after / peer.before));
  const effects = sorted(moved.map((peer) => effect(peer.before, peer.after, middle)));
  const [low, centre, high] = [0.25, 0.5, 0.75].map((share) => quantile(effects, share)) as [
    number,
    number,
    number,
  ];
  if (low === 0 && high === 0) return null;
  const own = effect(before.value, after.value, middle);
  const floor = Math.abs(A * centre);
  const outlying =
    own < centre - C * Math.max(centre - low, floor) || own > centre + C * Math.max(high - centre, floor);
  return { expected: before.value * middle, outlying };
}

/** The ratio to the median ratio, made symmetric and weighed by size. */
function effect(before: number, after: number, middle: number): number {
  const ratio = after / before;
  const symmetric = ratio < middle ? 1 - middle / ratio : ratio / middle - 1;
  return symmetric * Math.max(before, after) ** U;
}
