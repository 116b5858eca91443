import type { Aggregation } from "../define.js";
import { CORRELATION } from "./correlation.js";
import { median } from "./median.js";
import type { Part } from "./parts.js";

/** A group's value in the series' unit; `low` and `high` are null when no estimate took part. */
export interface Combined {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * One value from the parts that have a figure, added in the order given; null when there is none.
 * - weighted mean: Σ w·x / Σ w (SDG metadata 17.8.1, 5.b.1, 9.c.1, 4.a.1, field 4.g)
 * - harmonic mean: Σ w / Σ (w / x), so that learners per computer is learners over computers
 * - ratio: factor · Σ count / Σ denominator (SDG metadata 17.6.1, 4.g)
 * - sum: Σ x over the countries with a value; those without add nothing, so a sum is too low by
 *   whatever they have. It is held back or marked by the same coverage as the rest, counted in countries.
 * - median: middle value of the countries, each counting once
 *
 * `low` and `high` combine the estimates' intervals by the law of propagation of uncertainty for equally
 * correlated inputs (JCGM 100:2008, 5.2.2), each side by itself since intervals may be lopsided: with d the
 * distance of each amount from its bound, √((1 − r)·Σd² + r·(Σd)²). With correlation r = 1 every estimate is
 * at its bound at once, with r = 0 each errs alone. The band of a median is that bound whatever r: it is
 * wider than needed, not an interval. Reported values carry no band.
 */
export function combine(
  aggregation: Aggregation,
  parts: readonly Part[],
  correlation = CORRELATION,
): Combined | null {
  if (aggregation.method === "median") return middle(parts);
  const total = { weight: 0, amount: 0 };
  const below = { sum: 0, squares: 0 };
  const above = { sum: 0, squares: 0 };
  let count = 0;
  let estimated = false;
  for (const { weight, figure } of parts) {
    if (!figure) continue;
    count += 1;
    total.weight += weight;
    total.amount += figure.amount;
    if (!figure.estimated) continue;
    estimated = true;
    include(below, figure.low - figure.amount);
    include(above, figure.high - figure.amount);
  }
  if (count === 0) return null;
  return {
    value: fromTotals(aggregation, total.amount, total.weight),
    low: estimated
      ? fromTotals(aggregation, total.amount + together(below, correlation), total.weight)
      : null,
    high: estimated
      ? fromTotals(aggregation, total.amount + together(above, correlation), total.weight)
      : null,
  };
}

/** Distances to one bound, which all have the same sign. */
interface Distances {
  sum: number;
  squares: number;
}

function include(distances: Distances, distance: number): void {
  distances.sum += distance;
  distances.squares += distance * distance;
}

function together({ sum, squares }: Distances, correlation: number): number {
  // A harmonic mean with a bound of 0 is infinitely far from it, and 0 times that is not a number.
  if (correlation === 1 || !Number.isFinite(sum)) return sum;
  return Math.sign(sum) * Math.sqrt((1 - correlation) * squares + correlation * sum * sum);
}

function fromTotals(aggregation: Aggregation, amount: number, weight: number): number {
  switch (aggregation.method) {
    case "weighted-mean":
      return amount / weight;
    case "harmonic-mean":
      return weight / amount;
    case "ratio":
      return (aggregation.factor * amount) / weight;
    case "sum":
      return amount;
    default:
      throw new Error(
        `AGGREGATE_NOT_ADDITIVE: no aggregate comes from totals by method "${aggregation.method}"`,
      );
  }
}

function middle(parts: readonly Part[]): Combined | null {
  const figures = parts.flatMap(({ figure }) => (figure ? [figure] : []));
  if (figures.length === 0) return null;
  const estimated = figures.some((figure) => figure.estimated);
  return {
    value: median(figures.map((figure) => figure.amount)),
    low: estimated ? median(figures.map((figure) => figure.low)) : null,
    high: estimated ? median(figures.map((figure) => figure.high)) : null,
  };
}
