import { defineEstimator, type Estimator, type History } from "../define.js";
import { makeEstimate } from "./make.js";
import { type Forecast, residualSpread } from "./residuals.js";

export interface CarryParameters {
  /** Longest distance in years. */
  readonly reach: number;
  /** Longest distance after a last report of zero: what has begun meanwhile is far from it soon. */
  readonly zeroReach: number;
}

/** Chosen by back-test: docs/estimation.md. */
const CHOSEN: CarryParameters = { reach: 5, zeroReach: 3 };

/**
 * Carries the value of the nearest reported year, before or after, the earlier one when both are as near; not back
 * before the first one, since uptake and networks grow. The interval is that of `residualSpread`.
 *
 * Source: SDG metadata 4.a.1, 4.f (UNESCO UIS): nearest year where no years surround the gap.
 */
export function nearestYear({ reach, zeroReach }: CarryParameters): Estimator {
  return defineEstimator({
    id: "nearest-year",
    source: "SDG metadata 4.a.1, 4.f (UNESCO UIS): value of the nearest reported year",
    estimate(history, periods, context) {
      return periods.flatMap((period) => {
        const nearest = nearestTo(history.points, period);
        if (!nearest || period < (history.points[0]?.period ?? period)) return [];
        const { value } = nearest;
        const horizon = Math.abs(nearest.period - period);
        const isLastZero = value === 0 && nearest === history.points.at(-1);
        if (horizon === 0 || horizon > (isLastZero ? zeroReach : reach)) return [];
        const [down, up] = isLastZero
          ? residualSpread(context, history.series, "nearest-year of zero", horizon, lastZero)
          : residualSpread(context, history.series, "nearest-year", horizon, lastValue);
        // Back in time a rise is a fall.
        const spread = nearest.period < period ? ([down, up] as const) : ([-up, -down] as const);
        const donors = [String(nearest.period)];
        return [makeEstimate(history, { method: "nearest-year", period, value, spread, donors })];
      });
    },
  });
}

const lastValue: Forecast = (_, points) => points.at(-1)?.value ?? null;
/** What has begun after a zero has gone farther than a value that was above it. */
const lastZero: Forecast = (_, points) => (points.at(-1)?.value === 0 ? 0 : null);

function nearestTo(points: History["points"], period: number): History["points"][number] | undefined {
  let nearest = points[0];
  for (const point of points) {
    if (Math.abs(point.period - period) < Math.abs((nearest?.period ?? period) - period)) nearest = point;
  }
  return nearest;
}

export default nearestYear(CHOSEN);
