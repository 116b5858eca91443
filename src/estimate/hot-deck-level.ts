import { type Context, defineEstimator, type Estimator, type History } from "../define.js";
import { type Donor, distance, donorNames, medianAndSpread, nearestDonors } from "./donors.js";
import { makeEstimate } from "./make.js";
import { fromScale, onScale } from "./scale.js";
import { isWithoutStart } from "./years.js";

/** Chosen by back-test: docs/estimation.md. */
const DONORS = 11;

/**
 * The median level of the countries nearest in income class and ITU region that reported the year; for
 * countries without a year of their own to start from. The interval is the spread of their levels.
 *
 * Source: SDG metadata 17.8.1, 4.f (ITU): hot-deck from countries with similar income and geography.
 */
export function hotDeckLevel(count: number): Estimator {
  return defineEstimator({
    id: "hot-deck-level",
    source:
      "SDG metadata 17.8.1, 4.f (ITU): hot-deck imputation from countries similar in income and geography",
    estimate(history, periods, context) {
      return periods.flatMap((period) => {
        if (!isWithoutStart(history, period)) return [];
        const donors = nearestDonors(levels(history, period, context), count);
        if (!donors) return [];
        const { median, spread } = medianAndSpread(donors);
        const value = fromScale(history.series, median);
        const names = donorNames(donors);
        return [makeEstimate(history, { method: "hot-deck-level", period, value, spread, donors: names })];
      });
    },
  });
}

function levels({ series, area }: History, period: number, { peers }: Context): Donor[] {
  const self = peers.get(area);
  const found: Donor[] = [];
  for (const peer of self ? peers.values() : []) {
    const value = peer.values.get(period);
    if (!self || peer.area === area || value === undefined) continue;
    found.push({ area: peer.area, place: onScale(series, value), distance: distance(self, peer) });
  }
  return found;
}

export default hotDeckLevel(DONORS);
