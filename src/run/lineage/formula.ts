import type { Contribution } from "../../aggregate/contributions.js";
import type { Aggregation } from "../../define.js";

/** The formula of an aggregate in words a person can follow. */
export function formulaOf(aggregation: Aggregation): string {
  switch (aggregation.method) {
    case "weighted-mean":
      return `Σ(${aggregation.weight} · value) / Σ ${aggregation.weight}`;
    case "harmonic-mean":
      return `Σ ${aggregation.weight} / Σ(${aggregation.weight} / value)`;
    case "ratio":
      return `${aggregation.factor} · Σ ${aggregation.count} / Σ ${aggregation.denominator}`;
    case "sum":
      return "Σ value";
    case "median":
      return "median of the countries' values";
    case "none":
      return aggregation.reason;
  }
}

/**
 * What each country adds to an aggregate, in the aggregate's unit: w·x / Σw of a weighted mean and of a ratio
 * (where x is the country's own rate), w / Σ(w/x) of a harmonic mean, x of a sum. Null of a median, to which no
 * country adds, and of a country without a figure.
 */
export function pointsOf(
  { method }: Aggregation,
  parts: readonly Contribution[],
): (part: Contribution) => number | null {
  const known = parts.filter((part) => part.value !== null);
  const total = (size: (part: Contribution) => number) => known.reduce((sum, part) => sum + size(part), 0);
  const points = (size: (part: Contribution, value: number) => number) => (part: Contribution) =>
    part.value === null ? null : size(part, part.value);
  switch (method) {
    case "weighted-mean":
    case "ratio": {
      const weight = total((part) => part.weight);
      return points((part, value) => (part.weight * value) / weight);
    }
    case "harmonic-mean": {
      const inverse = total(({ weight, value }) => weight / (value as number));
      return points(({ weight }) => weight / inverse);
    }
    case "sum":
      return points((_, value) => value);
    default:
      return () => null;
  }
}
