import { type Context, type Covariate, defineEstimator, type Peer, type Series } from "../define.js";
import { dot, type Fit, leastSquares } from "./least-squares.js";
import { makeEstimate } from "./make.js";
import { fromScale, onScale, WIDENED, Z } from "./scale.js";
import { isWithoutStart } from "./years.js";

/** Years before the asked one whose figures take part, beside the year itself. */
const BACK = 2;
/** Countries and years needed to fit; and to let a covariate in. */
const FEWEST = 40;

interface Model {
  readonly fit: Fit;
  readonly names: readonly string[];
  features(peer: Peer, period: number): number[] | null;
}

/**
 * A regression over countries on the logit scale, for the year asked and the two before: income class,
 * ITU region, year, and those of the country's other ICT series that it reported for the year.
 * Reads other countries' reported figures only. The interval is ± 1.645 · 1.3 standard deviations of what is left.
 *
 * Source: SDG metadata 17.8.1, 4.f (ITU): regression on a set of similar countries, with income and other
 * ICT indicators as covariates.
 */
export default defineEstimator({
  id: "regression",
  source:
    "SDG metadata 17.8.1, 4.f (ITU): regression on similar countries, with income and other ICT indicators",
  estimate(history, periods, context) {
    const { series, area } = history;
    const self = context.peers.get(area);
    if (!self || self.income === undefined || self.region === undefined) return [];
    return periods.flatMap((period) => {
      if (!isWithoutStart(history, period)) return [];
      const known = context.covariates.filter(
        (one) => one.series !== series && one.value(area, period) !== undefined,
      );
      const model = modelOf(context, series, period, known) ?? modelOf(context, series, period, []);
      const features = model?.features(self, period);
      if (!model || !features) return [];
      const { fit, names } = model;
      const value = fromScale(series, dot(fit.coefficients, features));
      const reach = WIDENED * Z * fit.deviation;
      const donors = ["income class", "region", "year", ...names, `${fit.count} figures`];
      return [
        makeEstimate(history, { method: "regression", period, value, spread: [-reach, reach], donors }),
      ];
    });
  },
});

// Fitted once for each year and set of covariates; kept as long as the context it was fitted on.
const fitted = new WeakMap<Context, Map<string, Model | null>>();

function modelOf(
  context: Context,
  series: Series,
  period: number,
  known: readonly Covariate[],
): Model | null {
  const models = fitted.get(context) ?? new Map<string, Model | null>();
  fitted.set(context, models);
  const names = known.map((one) => one.series.code);
  const key = `${period} ${names.join(" ")}`;
  const kept = models.get(key);
  if (kept !== undefined) return kept;
  const features = featuresOf(context, period, known);
  const rows: number[][] = [];
  const targets: number[] = [];
  for (const peer of context.peers.values()) {
    for (let year = period - BACK; year <= period; year++) {
      const value = peer.values.get(year);
      const row = value === undefined ? null : features(peer, year);
      if (value === undefined || !row) continue;
      rows.push(row);
      targets.push(onScale(series, value));
    }
  }
  const fit = rows.length < FEWEST ? null : leastSquares(rows, targets);
  const model = fit ? { fit, names, features } : null;
  models.set(key, model);
  return model;
}

function featuresOf({ peers }: Context, period: number, known: readonly Covariate[]): Model["features"] {
  const regions = [...new Set([...peers.values()].flatMap(({ region }) => region ?? []))].sort(
    (a, b) => a - b,
  );
  return (peer, year) => {
    if (peer.income === undefined || peer.region === undefined) return null;
    const row = [1, peer.income, year - period];
    // The first region is the one the others are compared with.
    for (const region of regions.slice(1)) row.push(peer.region === region ? 1 : 0);
    for (const { series, value } of known) {
      const found = value(peer.area, year);
      if (found === undefined) return null;
      row.push(onScale(series, found));
    }
    return row;
  };
}
