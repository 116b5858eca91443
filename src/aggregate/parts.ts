import type { Aggregation } from "../define.js";
import type { Figure, Figures } from "./figures.js";
import type { Weights } from "./weights.js";

/**
 * What a country's figure does to an aggregate. `value` is what it shows by itself, in the aggregate's
 * unit; `amount` is what is added up, `low` and `high` the amount if the value were at its low or high.
 */
export interface Amounts {
  readonly value: number;
  readonly amount: number;
  readonly low: number;
  readonly high: number;
  readonly estimated: boolean;
}

/** One country in an aggregate; `figure` is null when it has neither reported nor been estimated. */
export interface Part {
  readonly area: number;
  readonly weight: number;
  readonly figure: Amounts | null;
}

export interface PartsInput {
  readonly aggregation: Aggregation;
  /** Figures of the series itself. */
  readonly figures: Figures;
  /** Figures of the count series of a ratio; empty for other methods. */
  readonly counts: Figures;
  /** Null where every country counts as one (sum, median). */
  readonly weights: Weights | null;
  readonly areas: readonly number[];
}

/**
 * Each country's part in the aggregates of one series, breakdown and year, by area. A country without a
 * weight has no part: it can be neither in the sum nor in the share of weight that is covered. (The World
 * Bank's population, for one, has no figure for Taiwan, Province of China.)
 */
export function partsOf({ aggregation, figures, counts, weights, areas }: PartsInput): Map<number, Part> {
  const parts = new Map<number, Part>();
  for (const area of areas) {
    const weight = weights ? weights.get(area) : 1;
    if (weight === undefined) continue;
    const figure = amountsOf(aggregation, weight, figures.get(area), counts.get(area));
    parts.set(area, { area, weight, figure });
  }
  return parts;
}

function amountsOf(
  aggregation: Aggregation,
  weight: number,
  figure: Figure | undefined,
  count: Figure | undefined,
): Amounts | null {
  if (aggregation.method === "ratio") return ratioAmounts(aggregation.factor, weight, figure, count);
  if (!figure) return null;
  if (aggregation.method === "harmonic-mean") return inverseAmounts(weight, figure);
  const scale = aggregation.method === "weighted-mean" ? weight : 1;
  return amounts(figure, scale, figure.value);
}

// No learner per computer would mean computers without number: such a figure cannot be added up.
function inverseAmounts(weight: number, { value, low, high, estimated }: Figure): Amounts | null {
  if (value <= 0) return null;
  return { value, amount: weight / value, low: weight / low, high: weight / high, estimated };
}

/**
 * The amount of a ratio is the count. A country that reported the rate but not the count still took part
 * in the count: it is taken back as rate · denominator / factor, and a reported rate goes before an
 * estimated count. (SDG metadata 17.6.1, 4.g: total subscriptions over total population.)
 */
function ratioAmounts(
  factor: number,
  weight: number,
  rate: Figure | undefined,
  count: Figure | undefined,
): Amounts | null {
  if (count && !(count.estimated && rate && !rate.estimated)) {
    return amounts(count, 1, (factor * count.value) / weight);
  }
  return rate ? amounts(rate, weight / factor, rate.value) : null;
}

function amounts(figure: Figure, scale: number, value: number): Amounts {
  return {
    value,
    amount: figure.value * scale,
    low: figure.low * scale,
    high: figure.high * scale,
    estimated: figure.estimated,
  };
}
