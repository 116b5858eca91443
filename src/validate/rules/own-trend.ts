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
  version: 2,
  level: 2,
  severity: "warning",
  over: "history",
  source:
    "Residual of the newest year against the country's own linear logit trend of five years, robust |z| > 3.5 (Iglewicz and Hoaglin 1993) and 10 points (R13)",
  applies: (indicator) => indicator.series.some((series) => series.unit === "PT"),
  parameters: {
    "robust standard deviations": LIMIT,
    "percentage points": POINTS,
    "years looked back": YEARS,
    "fewest values": FEWEST,
  },
  vtl: {
    reason:
      "Each year is judged by the residuals of a line fitted to its own window, and VTL's analytic operators give one number a window, not its residuals.",
  },
  judge(observations, context) {
    const series = observations[0] && context.series(observations[0].series);
    if (series?.unit !== "PT") return "not-evaluable";
    const points = timeline(observations, context);
    const failures: Failure[] = [];
    let judged = false;
    // Of earlier years the later ones are the better witnesses, and sudden-change asks about those.
    for (let i = Math.max(FEWEST, points.length - 1); i < points.length; i++) {
      const { at, value, period, status } = points[i] as Point;
      const window = at && status !== "B" ? windowBefore(points, i) : [];
      if (!at || window.length < FEWEST) continue;
      judged = true;
      const trend = trendOf(window);
      const expected = trend.mean + trend.slope * (period - trend.meanYear);
      // The cheaper test first: it settles nearly all points.
      if (Math.abs(value - fromLogit(expected)) <= POINTS) continue;
      if (Math.abs(logit(value) - expected) <= LIMIT * deviationAt(period, window, trend)) continue;
      failures.push({
        at,
        params: {
          ...describe(window),
          value,
          period: String(period),
          expected: Number(fromLogit(expected).toFixed(1)),
        },
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

/** A line on the logit scale: mean + slope · (year - meanYear). */
interface Trend {
  readonly meanYear: number;
  readonly mean: number;
  readonly slope: number;
  /** Σ (year - meanYear)². */
  readonly across: number;
}

/** Least squares through the window. */
function trendOf(window: readonly Point[]): Trend {
  let [meanYear, mean] = [0, 0];
  for (const point of window) {
    meanYear += point.period / window.length;
    mean += logit(point.value) / window.length;
  }
  let [across, along] = [0, 0];
  for (const point of window) {
    across += (point.period - meanYear) ** 2;
    along += (point.period - meanYear) * (logit(point.value) - mean);
  }
  return { meanYear, mean, slope: along / across, across };
}

/**
 * The deviation to be expected at `period`: that of the residuals, for the n - 2 degrees of freedom they
 * have, times the standard error of a prediction.
 */
function deviationAt(
  period: number,
  window: readonly Point[],
  { meanYear, mean, slope, across }: Trend,
): number {
  const n = window.length;
  const residuals = window.map((point) => logit(point.value) - mean - slope * (point.period - meanYear));
  const prediction = Math.sqrt(1 + 1 / n + (period - meanYear) ** 2 / across);
  return robustDeviation(residuals, 0) * Math.sqrt(n / (n - 2)) * prediction;
}

function describe(window: readonly Point[]): Readonly<Record<string, string | number>> {
  const [first, last] = [window[0], window.at(-1)] as [Point, Point];
  return { from: String(first.period), to: String(last.period), years: window.length };
}
