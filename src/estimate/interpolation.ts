import { type Context, defineEstimator, type History, type Series } from "../define.js";
import { makeEstimate } from "./make.js";
import { type Spread, spreadOf, unknownAfter } from "./residuals.js";
import { isPercentage, logistic, logit, onScale } from "./scale.js";

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
 * The interval is that of `innerSpread`; the two reported values are no bounds, since surveys may disagree.
 *
 * Source: SDG metadata 4.a.1, 4.f (linear interpolation between years, UNESCO UIS); the logit scale as
 * for any share bounded by 0 and 1.
 */
export default defineEstimator({
  id: "interpolation",
  source: "SDG metadata 4.a.1, 4.f (UNESCO UIS): linear interpolation between reported years",
  estimate(history, periods, context) {
    return periods.flatMap((period) => {
      const [before, after] = neighboursOf(history.points, period) ?? [];
      if (!before || !after) return [];
      const value = between(history.series, before, after, period);
      const spread = innerSpread(context, history.series, period - before.period, after.period - period);
      const donors = [String(before.period), String(after.period)];
      return [makeEstimate(history, { method: "interpolation", period, value, spread, donors })];
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

function between(series: Series, before: Point, after: Point, period: number): number {
  const low = Math.min(before.value, after.value);
  const high = Math.max(before.value, after.value);
  const fraction = (period - before.period) / (after.period - before.period);
  const value =
    isPercentage(series) && hasLogit(low) && hasLogit(high)
      ? 100 * logistic(line(logit(before.value / 100), logit(after.value / 100), fraction))
      : line(before.value, after.value, fraction);
  // Going to the logit and back may leave the band by a rounding of the last bit.
  return Math.min(Math.max(value, low), high);
}

// Not 0 or 100, nor a value so near to either that its odds vanish.
const hasLogit = (value: number): boolean => Number.isFinite(logit(value / 100));
const line = (from: number, to: number, fraction: number): number => from + (to - from) * fraction;

/**
 * How far interpolated values are off where the truth is known: every reported value of every country that also
 * reported `since` years before and `until` years after it, as if it were missing. Where these are few, all
 * reported values between two others that are at most `LONGEST_SPAN` years apart.
 */
function innerSpread(context: Context, series: Series, since: number, until: number): Spread {
  return (
    spreadOf(context, `interpolation ${since} ${until}`, () =>
      residuals(context, series, [[since, until]]),
    ) ??
    spreadOf(context, "interpolation", () => residuals(context, series, DISTANCES)) ??
    unknownAfter(Math.min(since, until))
  );
}

/** Every way to stand between two years. */
const DISTANCES = Array.from({ length: LONGEST_SPAN - 1 }, (_, i) => i + 1).flatMap((since) =>
  Array.from({ length: LONGEST_SPAN - since }, (_, i) => [since, i + 1] as const),
);

function residuals(
  { peers }: Context,
  series: Series,
  distances: readonly (readonly [number, number])[],
): number[] {
  const found: number[] = [];
  for (const { values } of peers.values()) {
    for (const [period, truth] of values) {
      for (const [since, until] of distances) {
        const before = values.get(period - since);
        const after = values.get(period + until);
        if (before === undefined || after === undefined) continue;
        const neighbours = [
          { period: period - since, value: before },
          { period: period + until, value: after },
        ] as const;
        found.push(onScale(series, truth) - onScale(series, between(series, ...neighbours, period)));
      }
    }
  }
  return found;
}
