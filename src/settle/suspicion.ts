import type { Series } from "../define.js";
import type { Finding } from "../types.js";
import { SHARE as REMAINDER_SHARE } from "../validate/rules/partition-remainder.js";
import { TOLERANCE as RATE_TOLERANCE } from "../validate/rules/rate-against-count.js";
import { revisionLimit } from "../validate/rules/unexplained-revision.js";

const CERTAIN = 1;
/** A warning that does not say how far off the figure is. Own choice. */
const UNMEASURED = 0.5;
/** Nothing is asked about a note, and it seldom hides a mistake. Own choice. */
const NOTE = 0.1;
/** By so much a part may exceed its whole before it counts in full: points, or a share. Own choice. */
const [EXCESS_POINTS, EXCESS_SHARE] = [1, 0.02];

type Parameter = (name: string) => number;

type Measure = (of: Parameter, series: Series) => readonly [distance: number, tolerance: number];

/** A part that exceeds its whole. Nothing is let pass, so that the excess itself is measured. */
const withinWhole: Measure = (of, { unit }) => {
  const full = unit === "PT" ? EXCESS_POINTS : EXCESS_SHARE * of("most");
  return [full + of("value") - of("most"), full];
};

/** How far a figure is from what it may be, and how much is let pass; both in one unit. */
const DISTANCES: Readonly<Record<string, Measure>> = {
  "sudden-change": (of) => [Math.abs(of("change")), of("limit")],
  "coverage-falls": (of) => [of("before") - of("value"), of("limit")],
  "weighted-total": (of) => [Math.abs(of("value") - of("expected")), of("limit")],
  "rate-against-count": (of) => [
    Math.abs(of("value") - of("expected")),
    RATE_TOLERANCE * Math.max(of("value"), of("expected")),
  ],
  "unexplained-revision": (of, series) => [
    Math.abs(of("value") - of("before")),
    revisionLimit(series, of("before")),
  ],
  "partition-remainder": (of) => [of("value") - of("sum"), REMAINDER_SHARE * of("value")],
  "owners-within-users": withinWhole,
  "skills-within-users": withinWhole,
  "activities-within-users": withinWhole,
  "orders-within-users": withinWhole,
  "instruction-within-computers": withinWhole,
  "collected-within-generated": withinWhole,
};

/**
 * Tests for outliers. Their suspicion is min(1, |E − median| / (C · distance of the quartile)); what they ask about
 * lies beyond C times that distance, or as many deviations from the trend, so that it is always 1.
 */
const OUTLIERS: ReadonlySet<string> = new Set(["own-trend", "peer-change"]);

/**
 * How likely a figure is to be wrong by one finding, 0 to 1: 1 for an error; for an outlier 1; for a tolerance, how
 * far beyond it as a share of it, at most 1, so that what is twice the tolerance off counts in full; else 0.5, and
 * 0.1 for a note. (Selective editing: suspicion × influence, Statistics Sweden, SELEKT. The tolerances are ours.)
 */
export function suspicionOf({ severity, rule, params }: Finding, series: Series): number {
  if (severity === "error") return CERTAIN;
  if (severity === "info") return NOTE;
  if (OUTLIERS.has(rule)) return CERTAIN;
  const measured = DISTANCES[rule];
  if (!measured) return UNMEASURED;
  const [distance, tolerance] = measured(
    (name) => (typeof params[name] === "number" ? params[name] : Number.NaN),
    series,
  );
  const beyond = (distance - tolerance) / tolerance;
  return Number.isFinite(beyond) ? Math.min(1, Math.max(0, beyond)) : UNMEASURED;
}
