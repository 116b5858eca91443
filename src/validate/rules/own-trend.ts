import { defineRule, type Failure } from "../../define.js";
import { PASSED } from "./passed.js";
import { fromLogit, logit, robustDeviation } from "./robust.js";
import { type Point, timeline } from "./timeline.js";

const YEARS = 5;
const FEWEST = 4;
/** Beyond this many robust standard deviations a value is an outlier (Iglewicz and Hoaglin). */
const LIMIT = 3.5;
/** Percentage points. With so few years the scale is rough, so that only what R13 would ask about is asked. */
const POINTS = 10;

export default defineRule({
  id: "own-trend",
  version: 1,
  level: 2,
  severity: "warning",
  over: "history",
  source:
    "Residual against the country's own linear logit trend of five years, robust |z| > 3.5 (Iglewicz and Hoaglin 1993) and 10 points (R13)",
  applies: (indicator) => indicator.series.some((series) => series.unit === "PT"),
  judge(observations, context) {
    const series = observations[0] && context.series(observations[0].series);
    if (series?.unit !== "PT") return "not-evaluable";
    const points = timeline(observations, context);
    const failures: Failure[] = [];
    let judged = false;
    for (let i = FEWEST; i < points.length; i++) {
      const { at, value, period, status } = points[i] as Point;
      const window = at && status !== "B" ? windowBefore(points, i) : [];
      if (!at || window.length < FEWEST) continue;
      judged = true;
      const { expected, deviation } = forecast(window, period);
      if (Math.abs(logit(value) - expected) <= LIMIT * deviation) continue;
      const trend = fromLogit(expected);
      if (Math.abs(value - trend) <= POINTS) continue;
      failures.push({
        at,
        params: { ...describe(window), value, period: String(period), expected: Number(trend.toFixed(1)) },
      });
    }
    if (failures.length > 0) return failures;
    return judged ? PASSED : "not-evaluable";
  },
});

/** Up to five years before a point; a break begins the window, as what lies before it is another series. */
function windowBefore(points: readonly Point[], index: number): Point[] {
  const { period } = points[index] as Point;
  let start = index;
  while (start > 0) {
    const earlier = points[start - 1] as Point;
    if (earlier.period < period - YEARS) break;
    start--;
    if (earlier.status === "B") break;
  }
  return points.slice(start, index);
}

/**
 * Least squares through the window, carried on to `period`; and the deviation to be expected there: that of
 * the residuals, for the n - 2 degrees of freedom they have, times the standard error of a prediction.
 */
function forecast(window: readonly Point[], period: number): { expected: number; deviation: number } {
  const n = window.length;
  const odds = window.map((point) => logit(point.value));
  const meanYear = window.reduce((sum, point) => sum + point.period, 0) / n;
  const mean = odds.reduce((sum, one) => sum + one, 0) / n;
  let [across, along] = [0, 0];
  window.forEach((point, i) => {
    across += (point.period - meanYear) ** 2;
    along += (point.period - meanYear) * ((odds[i] as number) - mean);
  });
  const slope = along / across;
  const residuals = window.map((point, i) => (odds[i] as number) - mean - slope * (point.period - meanYear));
  const prediction = Math.sqrt(1 + 1 / n + (period - meanYear) ** 2 / across);
  const deviation = robustDeviation(residuals, 0) * Math.sqrt(n / (n - 2)) * prediction;
  return { expected: mean + slope * (period - meanYear), deviation };
}

function describe(window: readonly Point[]): Readonly<Record<string, string | number>> {
  const [first, last] = [window[0], window.at(-1)] as [Point, Point];
  return { from: String(first.period), to: String(last.period), years: window.length };
}
