import { type Context, defineEstimator, type History, type Series } from "../define.js";
import { makeEstimate } from "./make.js";
import { spreadOf } from "./residuals.js";
import { onScale } from "./scale.js";

/**
 * What a country's largest mobile operator covers, where the national figure is missing: figures of the operators'
 * own reports, imported as reference series (`Series.operator`). All operators together cover at least that, which
 * is the lower bound; the upper one is the 95th percentile of how far national figures were above the operator's
 * where both are known for at least twenty country-years, and otherwise 100 (or the wider technology: `nestEstimates`).
 *
 * Silent where the operator covers less than the country reported before: networks are not taken down, so that this
 * operator does not speak for the country.
 *
 * Source: SDG metadata 9.c.1, 4.f (ITU): data published by the operator with the largest market share.
 */
export default defineEstimator({
  id: "dominant-operator",
  source:
    "SDG metadata 9.c.1, 4.f (ITU): data published by the mobile operator with the largest market share",
  estimate(history, periods, context) {
    const { series, area, points } = history;
    return periods.flatMap((period) => {
      const value = context.operator(area, period);
      if (value === undefined || value < reportedBefore(points, period)) return [];
      const above = spreadOf(context, "dominant-operator", () => gaps(series, context))?.[1];
      const spread = [0, above ?? Number.POSITIVE_INFINITY] as const;
      const donors = [`largest operator, ${period}`];
      const estimate = makeEstimate(history, { method: "dominant-operator", period, value, spread, donors });
      return [{ ...estimate, low: value }];
    });
  },
});

function reportedBefore(points: History["points"], period: number): number {
  return points.filter((point) => point.period < period).at(-1)?.value ?? 0;
}

/** National minus operator's figure on the scale of `onScale`, for every country and year that has both. */
function gaps(series: Series, { peers, operator }: Context): number[] {
  const found: number[] = [];
  for (const { area, values } of peers.values()) {
    for (const [period, national] of values) {
      const own = operator(area, period);
      if (own !== undefined) found.push(onScale(series, national) - onScale(series, own));
    }
  }
  return found;
}
