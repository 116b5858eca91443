import type { PeerFigures } from "../../define.js";
import { type Deviations, deviationsFrom, fromLogit, logit, quantile, sorted } from "./robust.js";
import type { Point } from "./timeline.js";

export const FEWEST_PEERS = 20;
/** Modified z-score (Iglewicz and Hoaglin). */
export const LIMIT = 3.5;
/** Percentage points a year away from the peers: most of them often stand still, and then the scale is tiny. */
export const POINTS = 20;
/**
 * Hidiroglou-Berthelot: U weighs large counts and A keeps the band from closing, both as usual; C is its
 * width. 4 and 7 are common but ask about every seventh change of fixed-broadband subscriptions, and 20,
 * the default of Statistics Norway (Kostra), about every twentieth. Over 40 has been used too; at 40 the rule
 * finds as many faults of the size that matters (scripts/bench/faults.ts).
 */
export const [U, A, C] = [0.5, 0.05, 40];

/** How a change compares with those of the peers: what it would have been, and whether it is an outlier. */
export interface Comparison {
  readonly expected: number;
  readonly outlying: boolean;
  /** How many other countries it was compared with. */
  readonly peers: number;
}

/** The changes of all countries between two years, put in order once however many of them are compared. */
export interface PeerChanges {
  /** A country against the others; null where they are too few or none has moved, so that there is no scale. */
  compare(before: Point, after: Point, area: number): Comparison | null;
}

/** Peers are one array for as long as nothing is added to what was accepted; see RuleContext. */
function remembered(make: (peers: readonly PeerFigures[]) => PeerChanges): typeof make {
  const known = new WeakMap<readonly PeerFigures[], PeerChanges>();
  return (peers) => {
    const changes = known.get(peers) ?? make(peers);
    known.set(peers, changes);
    return changes;
  };
}

/** Changes of the logit, own against peers, by the year. */
export const changesOfPercentages = remembered((peers) => {
  const changeOf = new Map(peers.map(({ area, before, after }) => [area, logit(after) - logit(before)]));
  const ordered = sorted([...changeOf.values()]);
  const deviations = byCentre((centre) => deviationsFrom(ordered, centre));
  return {
    compare(before, after, area) {
      const own = changeOf.get(area);
      const others = ordered.length - (own === undefined ? 0 : 1);
      if (others < FEWEST_PEERS) return null;
      if (quantile(ordered, 0, own) === quantile(ordered, 1, own)) return null;
      const years = after.period - before.period;
      const middle = quantile(ordered, 0.5, own);
      const expected = fromLogit(logit(before.value) + middle);
      // The cheaper test first: it settles nearly all changes.
      const outlying =
        Math.abs(after.value - expected) > POINTS * years &&
        Math.abs(logit(after.value) - logit(before.value) - middle) > LIMIT * deviations(middle).scale(own);
      return { expected, outlying, peers: others };
    },
  };
});

/** The Hidiroglou-Berthelot band of the peers' effects, and on which side of it the own effect is. */
export const changesOfCounts = remembered((peers) => {
  const moved = peers.filter((peer) => peer.before > 0 && peer.after > 0);
  const peerOf = new Map(moved.map((peer) => [peer.area, peer]));
  const ratios = sorted(moved.map((peer) => peer.after / peer.before));
  const effects = byCentre((middle) => sorted(moved.map((peer) => effect(peer.before, peer.after, middle))));
  return {
    compare(before, after, area) {
      const own = peerOf.get(area);
      const others = moved.length - (own ? 1 : 0);
      if (others < FEWEST_PEERS || before.value <= 0 || after.value <= 0) return null;
      const middle = quantile(ratios, 0.5, own && own.after / own.before);
      const ordered = effects(middle);
      const without = own && effect(own.before, own.after, middle);
      const low = quantile(ordered, 0.25, without);
      const centre = quantile(ordered, 0.5, without);
      const high = quantile(ordered, 0.75, without);
      if (low === 0 && high === 0) return null;
      const change = effect(before.value, after.value, middle);
      const floor = Math.abs(A * centre);
      const outlying =
        change < centre - C * Math.max(centre - low, floor) ||
        change > centre + C * Math.max(high - centre, floor);
      return { expected: before.value * middle, outlying, peers: others };
    },
  };
});

/** With one country left out or another, the median takes three values at most; each is worked out once. */
function byCentre<T extends Float64Array | Deviations>(make: (centre: number) => T): (centre: number) => T {
  const known = new Map<number, T>();
  return (centre) => {
    const made = known.get(centre) ?? make(centre);
    known.set(centre, made);
    return made;
  };
}

/** The ratio to the median ratio, made symmetric and weighed by size. */
function effect(before: number, after: number, middle: number): number {
  const ratio = after / before;
  const symmetric = ratio < middle ? 1 - middle / ratio : ratio / middle - 1;
  return symmetric * Math.max(before, after) ** U;
}
