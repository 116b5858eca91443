import { compareKeys, compareText } from "../keys.js";
import type { Finding, Key, Severity } from "../types.js";
import type { Influence } from "./influence.js";
import type { Score, Scored, Unscored } from "./score.js";
import { sliceId } from "./standings.js";

/** Something to ask a country about, and whether it is worth asking. */
export type Asked<S> = S & { readonly asked: boolean };

export interface Queue<F extends Finding> {
  /** The highest score first. */
  readonly scored: readonly Asked<Scored<F>>[];
  /** What has no score, errors first. */
  readonly unscored: readonly Asked<Unscored<F>>[];
}

/** Percentage points, and per cent of what is no percentage: what the warnings left unasked may move a group by. */
export const THRESHOLD = 0.1;

/**
 * Puts findings in the order in which they are worth asking about, and says which are.
 *
 * - An error is asked about whatever its score: the figure is held back, and a country can always have its errors
 *   told.
 * - Warnings are asked about from the highest score down, until those that are left could not move any group of any
 *   series, breakdown and year by `threshold` if all of them were wrong in the same direction. Several warnings
 *   about one figure move a group once, by the largest influence.
 * - A note asks for nothing, and a warning without a score moves nothing that is published.
 *
 * Equal scores go by severity, key, rule and id.
 */
export function queueOf<F extends Finding & { readonly id: number }>(
  scores: readonly Score<F>[],
  threshold: number = THRESHOLD,
): Queue<F> {
  const scored = scores.filter((one): one is Scored<F> => one.score !== null);
  const unscored = scores.filter((one): one is Unscored<F> => one.score === null);
  scored.sort((a, b) => b.score - a.score || compareFindings(a.finding, b.finding));
  unscored.sort((a, b) => compareFindings(a.finding, b.finding));
  const worthAsking = warningsAbove(threshold, scored);
  return {
    scored: scored.map((one) => ({
      ...one,
      asked: one.finding.severity === "error" || worthAsking.has(one),
    })),
    unscored: unscored.map((one) => ({ ...one, asked: one.finding.severity === "error" })),
  };
}

/** From the lowest score up: below the threshold what is left of a group is left unasked. */
function warningsAbove<F extends Finding>(threshold: number, scored: readonly Scored<F>[]): Set<Scored<F>> {
  const above = new Set<Scored<F>>();
  const remainderOf = remainders();
  for (let i = scored.length - 1; i >= 0; i--) {
    const one = scored[i] as Scored<F>;
    const { key, severity } = one.finding;
    if (severity !== "warning" || !key) continue;
    if (remainderOf(key, one.influences) >= threshold) above.add(one);
  }
  return above;
}

interface Remainder {
  readonly byGroup: Map<number, number>;
  /** What each country's figure has been counted with, by group. */
  readonly counted: Map<number, ReadonlyMap<number, number>>;
}

const nothingLeft = (): Remainder => ({ byGroup: new Map(), counted: new Map() });

/**
 * Adds a figure's influences to what is left of the groups of a series, breakdown and year, and gives the largest
 * of these sums. A figure counts once, by its largest influence.
 */
function remainders(): (key: Key, influences: readonly Influence[]) => number {
  const left = new Map<string, Remainder>();
  return (key, influences) => {
    const id = sliceId(key);
    const { byGroup, counted } = left.get(id) ?? nothingLeft();
    left.set(id, { byGroup, counted });
    const before = counted.get(key.area);
    const sizes = new Map(before);
    let most = 0;
    for (const { group, size } of influences) {
      const already = before?.get(group) ?? 0;
      const sum = (byGroup.get(group) ?? 0) + Math.max(0, size - already);
      byGroup.set(group, sum);
      sizes.set(group, Math.max(size, already));
      most = Math.max(most, sum);
    }
    counted.set(key.area, sizes);
    return most;
  };
}

const GRAVEST_FIRST: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

type Identified = Finding & { readonly id: number };

function compareFindings(a: Identified, b: Identified): number {
  return (
    GRAVEST_FIRST[a.severity] - GRAVEST_FIRST[b.severity] ||
    (a.key && b.key ? compareKeys(a.key, b.key) : Number(a.key === null) - Number(b.key === null)) ||
    compareText(a.rule, b.rule) ||
    a.id - b.id
  );
}
