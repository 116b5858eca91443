import { defineEstimator, type History } from "../define.js";
import type { Estimate } from "../types.js";
import { isPercentage, logistic, logit } from "./scale.js";

/**
 * Longest distance in years between two reported years that is still bridged (so at most four years
 * are filled). Household surveys that carry ICT questions (MICS, DHS and their like) come round every
 * three to five years, and ITU's own trend looks back five years (ITU, Facts and Figures 2024,
 * methodology). A longer gap means a survey round was missed, and the path between is anyone's guess.
 */
export const LONGEST_SPAN = 5;

type Point = History["points"][number];

/**
 * Fills years between two reported years of one country, never before the first or after the last.
 * Percentages (range 0 to 100) move along a straight line on the logit scale, since uptake follows an
 * S-curve; other figures, and percentages next to a reported 0 or 100 where the logit does not exist,
 * move along a straight line on their own scale. Values are in the series' unit.
 *
 * `low` and `high` are the two neighbouring reported values: the truth lies between them if the series
 * did not turn around in the gap. It is a bound under that assumption, not a confidence interval.
 *
 * Source: SDG metadata 4.a.1, 4.f (linear interpolation between years, UNESCO UIS); the logit scale as
 * for any share bounded by 0 and 1.
 */
export default defineEstimator({
  id: "interpolation",
  source: "SDG metadata 4.a.1, 4.f (UNESCO UIS): linear interpolation between reported years",
  estimate(history, periods) {
    return periods.flatMap((period) => {
      const neighbours = neighboursOf(history.points, period);
      return neighbours ? [between(history, ...neighbours, period)] : [];
    });
  },
});

function neighboursOf(points: readonly Point[], period: number): readonly [Point, Point] | null {
  const next = points.findIndex((point) => point.period >= period);
  const before = points[next - 1];
  const after = points[next];
  if (!before || !after || after.period === period) return null;
  return after.period - before.period <= LONGEST_SPAN ? [before, after] : null;
}

function between(history: History, before: Point, after: Point, period: number): Estimate {
  const low = Math.min(before.value, after.value);
  const high = Math.max(before.value, after.value);
  const fraction = (period - before.period) / (after.period - before.period);
  const value =
    isPercentage(history.series) && hasLogit(low) && hasLogit(high)
      ? 100 * logistic(line(logit(before.value / 100), logit(after.value / 100), fraction))
      : line(before.value, after.value, fraction);
  return {
    series: history.series.code,
    area: history.area,
    period,
    dimensions: history.dimensions,
    // Going to the logit and back may leave the band by a rounding of the last bit.
    value: Math.min(Math.max(value, low), high),
    low,
    high,
    method: "interpolation",
    donors: [String(before.period), String(after.period)],
  };
}

// Not 0 or 100, nor a value so near to either that its odds vanish.
const hasLogit = (value: number): boolean => Number.isFinite(logit(value / 100));
const line = (from: number, to: number, fraction: number): number => from + (to - from) * fraction;
