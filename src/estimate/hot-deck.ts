import { type Context, defineEstimator, type Estimator, type History } from "../define.js";
import type { Estimate } from "../types.js";
import { type Donor, distance, donorNames, medianAndSpread, nearestDonors } from "./donors.js";
import { makeEstimate } from "./make.js";
import { onScale, shifted } from "./scale.js";

export interface DeckParameters {
  /** Number of donors whose median is taken. */
  readonly donors: number;
  /** Longest distance from the country's last reported year. */
  readonly reach: number;
}

/** Chosen by back-test: docs/estimation.md. */
const CHOSEN: DeckParameters = { donors: 11, reach: 10 };

/**
 * The years after a country's last reported one: its last value, moved on the logit scale by the median
 * change since that year of the countries nearest in income class, ITU region and level. The level
 * counts too, since uptake is fastest half-way. Fewer than three donors with both years give no estimate;
 * the interval is the spread of their changes.
 *
 * Source: SDG metadata 17.8.1, 4.f (ITU): hot-deck from countries with similar income and geography.
 */
export function hotDeck(parameters: DeckParameters): Estimator {
  return defineEstimator({
    id: "hot-deck",
    source:
      "SDG metadata 17.8.1, 4.f (ITU): hot-deck imputation from countries similar in income and geography",
    estimate(history, periods, context) {
      return periods.flatMap((period) => estimateYear(history, period, context, parameters) ?? []);
    },
  });
}

function estimateYear(
  history: History,
  period: number,
  context: Context,
  { donors: count, reach }: DeckParameters,
): Estimate | null {
  const last = history.points.at(-1);
  const horizon = last ? period - last.period : 0;
  if (!last || horizon < 1 || horizon > reach) return null;
  const donors = nearestDonors(changes(history, last, period, context), count);
  if (!donors) return null;
  const { median, spread } = medianAndSpread(donors);
  const value = shifted(history.series, last.value, median);
  const names = [`change since ${last.period}`, ...donorNames(donors)];
  return makeEstimate(history, { method: "hot-deck", period, value, spread, donors: names });
}

/** The change of every other country between the two years, as far as it reported both. */
function changes(
  { series, area }: History,
  last: History["points"][number],
  period: number,
  { peers }: Context,
): Donor[] {
  const self = peers.get(area);
  const own = onScale(series, last.value);
  const found: Donor[] = [];
  for (const peer of self ? peers.values() : []) {
    const then = peer.values.get(last.period);
    const now = peer.values.get(period);
    if (!self || peer.area === area || then === undefined || now === undefined) continue;
    const from = onScale(series, then);
    const far = distance(self, peer) + Math.abs(from - own);
    found.push({ area: peer.area, place: onScale(series, now) - from, distance: far });
  }
  return found;
}

export default hotDeck(CHOSEN);
