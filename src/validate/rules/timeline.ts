import type { RuleContext } from "../../define.js";
import type { Observation } from "../../types.js";
import { figure } from "./figures.js";

/** One year of a history. `at` is null where the year is not in the file but was accepted before. */
export interface Point {
  readonly period: number;
  readonly value: number;
  readonly status: string;
  readonly at: Observation | null;
}

/**
 * A history as it will stand once the file is taken: the years of the file, and the years accepted before
 * about which it is silent. Of a year given twice the first counts.
 */
export function timeline(observations: readonly Observation[], context: RuleContext): Point[] {
  const points: Point[] = [];
  const given = new Set<number>();
  for (const at of observations) {
    if (given.has(at.period)) continue;
    given.add(at.period);
    if (at.value !== null) points.push({ period: at.period, value: figure(at), status: at.status, at });
  }
  const [first] = observations;
  if (!first) return points;
  const previous = context.previous(first.series, first.area, first.dimensions);
  if (previous.size === 0) return points;
  for (const [period, { value, status }] of previous) {
    if (!given.has(period)) points.push({ period, value, status, at: null });
  }
  return points.sort((a, b) => a.period - b.period);
}
