import { defineEstimator, type Peer, type Series } from "../define.js";
import { makeEstimate } from "./make.js";
import { fromScale, onScale, WIDENED, Z } from "./scale.js";
import { isWithoutStart } from "./years.js";

/** A mean of fewer countries gives way to that of a wider group. */
const FEWEST = 3;

type Circle = readonly [string, (self: Peer, other: Peer) => boolean];

/** From the narrowest group to the widest. */
const CIRCLES: readonly Circle[] = [
  ["same region and income class", (a, b) => sameRegion(a, b) && sameIncome(a, b)],
  ["same income class", sameIncome],
  ["same region", sameRegion],
  ["all countries", () => true],
];

/**
 * The last resort: the unweighted mean of the countries of the same region and income class that reported
 * the year, of a wider group where fewer than three did. Taken on the logit scale, where the interval
 * (mean ± 1.645 · 1.3 standard deviations between countries) stays within 0 and 100.
 *
 * Source: SDG metadata 4.a.1, 4.f (UNESCO UIS): unweighted regional mean.
 */
export default defineEstimator({
  id: "group-mean",
  source: "SDG metadata 4.a.1, 4.f (UNESCO UIS): unweighted mean of the region",
  estimate(history, periods, { peers }) {
    const self = peers.get(history.area);
    if (!self) return [];
    return periods.flatMap((period) => {
      if (!isWithoutStart(history, period)) return [];
      for (const [name, belongs] of CIRCLES) {
        const places = placesOf(history.series, self, peers, period, belongs);
        if (places.length < FEWEST) continue;
        const { mean, deviation } = moments(places);
        const donors = [name, `${places.length} countries`];
        const value = fromScale(history.series, mean);
        const reach = WIDENED * Z * deviation;
        return [
          makeEstimate(history, { method: "group-mean", period, value, spread: [-reach, reach], donors }),
        ];
      }
      return [];
    });
  },
});

function sameRegion(a: Peer, b: Peer): boolean {
  return a.region !== undefined && a.region === b.region;
}

function sameIncome(a: Peer, b: Peer): boolean {
  return a.income !== undefined && a.income === b.income;
}

function placesOf(
  series: Series,
  self: Peer,
  peers: ReadonlyMap<number, Peer>,
  period: number,
  belongs: Circle[1],
): number[] {
  const places: number[] = [];
  for (const peer of peers.values()) {
    const value = peer.values.get(period);
    if (value === undefined || peer.area === self.area || !belongs(self, peer)) continue;
    places.push(onScale(series, value));
  }
  return places;
}

function moments(places: readonly number[]): { mean: number; deviation: number } {
  const mean = places.reduce((sum, place) => sum + place, 0) / places.length;
  const squares = places.reduce((sum, place) => sum + (place - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (places.length - 1)) };
}
