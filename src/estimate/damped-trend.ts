import { defineEstimator, type Estimator, type History, type Series } from "../define.js";
import { makeEstimate } from "./make.js";
import { type Forecast, residualSpread } from "./residuals.js";
import { onScale, shifted } from "./scale.js";

type Points = History["points"];

export interface TrendParameters {
  /** Years back from the last reported one, itself included, that the trend is taken from. */
  readonly window: number;
  /** What is left of the trend each year on: 1 is a straight line, 0 no change at all. */
  readonly damping: number;
  /** Longest distance from the last reported year. */
  readonly reach: number;
}

/** Chosen by back-test: docs/estimation.md. */
const CHOSEN: TrendParameters = { window: 7, damping: 0.8, reach: 5 };

/**
 * The years after the last reported one: the country's own trend of the last years, a least-squares line
 * on the logit scale, carried on from the last reported value and weakening by a constant factor each
 * year. Needs two reported years within the window, and a last one above zero: a zero has no place on that scale, and
 * no trend leads away from it. The interval is that of `residualSpread`.
 *
 * Sources: ITU, Facts and Figures 2024, methodology (trend of the previous five years); Gardner and
 * McKenzie, "Forecasting trends in time series", Management Science 31 (1985), for the damping.
 */
export function dampedTrend(parameters: TrendParameters): Estimator {
  const { window, damping, reach } = parameters;
  const forecast = forecastWith(parameters);
  return defineEstimator({
    id: "damped-trend",
    source:
      "ITU, Facts and Figures 2024, methodology: trend of the previous five years; Gardner and McKenzie 1985",
    estimate(history, periods, context) {
      const { series, points } = history;
      const last = points.at(-1);
      if (!last || last.value === 0) return [];
      const donors = [...recentOf(points, window).map(({ period }) => String(period)), `damping ${damping}`];
      return periods.flatMap((period) => {
        const horizon = period - last.period;
        const value = horizon < 1 || horizon > reach ? null : forecast(series, points, horizon);
        if (value === null) return [];
        const spread = residualSpread(context, series, "damped-trend", horizon, forecast);
        return [makeEstimate(history, { method: "damped-trend", period, value, spread, donors })];
      });
    },
  });
}

function forecastWith({ window, damping }: TrendParameters): Forecast {
  return (series, points, horizon) => {
    const last = points.at(-1);
    const recent = recentOf(points, window);
    if (!last || recent.length < 2) return null;
    return shifted(series, last.value, slopeOf(series, recent) * steps(damping, horizon));
  };
}

function recentOf(points: Points, window: number): Points {
  const last = points.at(-1);
  return last ? points.filter(({ period }) => period > last.period - window) : [];
}

function slopeOf(series: Series, points: Points): number {
  const meanYear = points.reduce((sum, { period }) => sum + period, 0) / points.length;
  const places = points.map(({ value }) => onScale(series, value));
  const meanPlace = places.reduce((sum, place) => sum + place, 0) / places.length;
  let covariance = 0;
  let variance = 0;
  points.forEach(({ period }, index) => {
    covariance += (period - meanYear) * ((places[index] as number) - meanPlace);
    variance += (period - meanYear) ** 2;
  });
  return covariance / variance;
}

/** damping + damping² + … over the years of the horizon. */
function steps(damping: number, horizon: number): number {
  let sum = 0;
  for (let year = 1; year <= horizon; year++) sum += damping ** year;
  return sum;
}

export default dampedTrend(CHOSEN);
