import type { Aggregation } from "../define.js";
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
 * `low` has every estimate at its low and `high` every one at its high. Not all err the same way at
 * once, so the band is wider than needed, never narrower: a bound, not a confidence interval. Reported
 * values carry no band.
 */
export function combine(aggregation: Aggregation, parts: readonly Part[]): Combined | null {
  if (aggregation.method === "median") return middle(parts);
  const total = { weight: 0, amount: 0, low: 0, high: 0 };
  let count = 0;
  let estimated = false;
  for (const { weight, figure } of parts) {
    if (!figure) continue;
    count += 1;
    total.weight += weight;
    total.amount += figure.amount;
    total.low += figure.low;
    total.high += figure.high;
    estimated ||= figure.estimated;
  }
  if (count === 0) return null;
  return {
    value: fromTotals(aggregation, total.amount, total.weight),
    low: estimated ? fromTotals(aggregation, total.low, total.weight) : null,
    high: estimated ? fromTotals(aggregation, total.high, total.weight) : null,
  };
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
