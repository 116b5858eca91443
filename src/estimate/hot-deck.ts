import { type Context, defineEstimator, type Estimator, type History } from "../define.js";
import type { Estimate } from "../types.js";
import { type Donor, distance, donorNames, medianAndSpread, nearestDonors } from "./donors.js";
import { makeEstimate } from "./make.js";
import { fromScale, onScale, shifted } from "./scale.js";
import { BEFORE } from "./years.js";

export interface DeckParameters {
  /** Number of donors whose median is taken. */
  readonly donors: number;
  /** Longest distance from the country's last reported year. */
  readonly reach: number;
}

/** Chosen by back-test: docs/estimation.md. */
const CHOSEN: DeckParameters = { donors: 11, reach: 10 };

type Point = History["points"][number];

/**
 * The years after a country's last reported one, and the few before its first: the reported value, moved on the logit
 * scale by the median change since (or until) that year of the countries nearest in income class, ITU region and
 * level. The level counts too, since uptake is fastest half-way. Fewer than three donors with both years give no
 * estimate; the interval is the spread of their changes.
 *
 * A zero has no place on the logit scale to be moved from. A country that last reported one is given the median level
 * of the nearest countries that reported zero for the same year.
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
  parameters: DeckParameters,
): Estimate | null {
  const start = startOf(history.points, period, parameters);
  if (!start) return null;
  const { series } = history;
  const isZero = start.value === 0;
  const found = (isZero ? levelsOfZeros : changes)(history, start, period, context);
  const donors = nearestDonors(found, parameters.donors);
  if (!donors) return null;
  const { median, spread } = medianAndSpread(donors);
  const value = isZero ? levelAt(history, median) : shifted(series, start.value, median);
  const basis = isZero ? `level of others at zero in ${start.period}` : `change since ${start.period}`;
  const names = [basis, ...donorNames(donors)];
  return makeEstimate(history, { method: "hot-deck", period, value, spread, donors: names });
}

/** The reported year to start from: the last one before the period, or the first one soon after it. */
function startOf(points: History["points"], period: number, { reach }: DeckParameters): Point | null {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  if (period > last.period && period - last.period <= reach) return last;
  return period < first.period && first.period - period <= BEFORE ? first : null;
}

/** The change of every other country between the two years, as far as it reported both. */
function changes(history: History, start: Point, period: number, context: Context): Donor[] {
  const own = onScale(history.series, start.value);
  return others(history, start.period, period, context, (then, now, far) => {
    const from = onScale(history.series, then);
    return { place: onScale(history.series, now) - from, distance: far + Math.abs(from - own) };
  });
}

/** The level of every other country that was at zero as well. */
function levelsOfZeros(history: History, start: Point, period: number, context: Context): Donor[] {
  return others(history, start.period, period, context, (then, now, far) =>
    then === 0 ? { place: onScale(history.series, now), distance: far } : null,
  );
}

/** Shares too small for the scale count as none, as they did in the median. */
function levelAt({ series }: History, place: number): number {
  return place <= onScale(series, 0) ? 0 : fromScale(series, place);
}

/** Of every other country that reported both years, what `lend` makes of the two values and its distance. */
function others(
  { area }: History,
  start: number,
  period: number,
  { peers }: Context,
  lend: (then: number, now: number, far: number) => Omit<Donor, "area"> | null,
): Donor[] {
  const self = peers.get(area);
  const found: Donor[] = [];
  for (const peer of self ? peers.values() : []) {
    const then = peer.values.get(start);
    const now = peer.values.get(period);
    if (!self || peer.area === area || then === undefined || now === undefined) continue;
    const donor = lend(then, now, distance(self, peer));
    if (donor) found.push({ area: peer.area, ...donor });
  }
  return found;
}

export default hotDeck(CHOSEN);
