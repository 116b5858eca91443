import { defineEstimator, type Estimator, type History } from "../define.js";
import { makeEstimate } from "./make.js";
import { type Forecast, residualSpread } from "./residuals.js";

/**
 * Carries the value of the nearest reported year, before or after, the earlier one when both are as near.
 * `reach` is the longest distance in years. The interval is that of `residualSpread`.
 *
 * Source: SDG metadata 4.a.1, 4.f (UNESCO UIS): nearest year where no years surround the gap.
 */
export function nearestYear(reach: number): Estimator {
  return defineEstimator({
    id: "nearest-year",
    source: "SDG metadata 4.a.1, 4.f (UNESCO UIS): value of the nearest reported year",
    estimate(history, periods, context) {
      return periods.flatMap((period) => {
        const nearest = nearestTo(history.points, period);
        const horizon = nearest ? Math.abs(nearest.period - period) : 0;
        if (!nearest || horizon === 0 || horizon > reach) return [];
        const { value } = nearest;
        const [down, up] = residualSpread(context, history.series, "nearest-year", horizon, lastValue);
        // Back in time a rise is a fall.
        const spread = nearest.period < period ? ([down, up] as const) : ([-up, -down] as const);
        const donors = [String(nearest.period)];
        return [makeEstimate(history, { method: "nearest-year", period, value, spread, donors })];
      });
    },
  });
}

const lastValue: Forecast = (_, points) => points.at(-1)?.value ?? null;

function nearestTo(points: History["points"], period: number): History["points"][number] | undefined {
  let nearest = points[0];
  for (const point of points) {
    if (Math.abs(point.period - period) < Math.abs((nearest?.period ?? period) - period)) nearest = point;
  }
  return nearest;
}

export default nearestYear(5);
