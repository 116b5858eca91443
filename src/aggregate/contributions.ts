import { dimensionKey } from "../keys.js";
import type { Key } from "../types.js";
import { figuresBySeries } from "./figures.js";
import type { AggregateInput } from "./input.js";
import type { Part } from "./parts.js";
import { partsOfGroup, slicesOf } from "./slices.js";
import { weightsFrom } from "./weights.js";

/** What one country brought into one aggregate. */
export interface Contribution {
  readonly area: number;
  /** In the unit of the aggregate (for a ratio the country's own rate); null when it has no figure. */
  readonly value: number | null;
  readonly source: "reported" | "estimated" | "missing";
  /** The reference value it was weighted with; 1 where countries are not weighted. */
  readonly weight: number;
  /** Part of the weight used, of a sum its part of the sum; 0 to 1, and 0 without a figure. */
  readonly share: number;
}

/**
 * The countries behind one aggregate, by area: the same parts `aggregate` adds up, so that a published
 * figure can be followed to the countries in it. Members without a weight are not among them. Empty when
 * there is no such aggregate. For one that was held back, what it would have been made of.
 */
export function contributions(input: AggregateInput, key: Key): Contribution[] {
  const series = input.indicators
    .flatMap((indicator) => indicator.series)
    .find((candidate) => candidate.code === key.series);
  const group = input.groups.find((candidate) => candidate.code === key.area);
  if (!series || !group) return [];
  const breakdown = dimensionKey(key.dimensions);
  const wanted = (figure: Key) =>
    figure.period === key.period && dimensionKey(figure.dimensions) === breakdown;
  // All groups, not the one asked for: the weights of a breakdown look at every area.
  const figuresOf = figuresBySeries(input.observations.filter(wanted), input.estimates.filter(wanted));
  const [slice] = slicesOf(figuresOf, input.groups, weightsFrom(input.weight))(series);
  if (!slice) return [];
  const members = slice.membership.groups.find((candidate) => candidate.code === key.area)?.members ?? [];
  return sharesOf(partsOfGroup(slice.parts, members), series.aggregation.method === "sum");
}

function sharesOf(parts: readonly Part[], ofSum: boolean): Contribution[] {
  const size = ({ weight, figure }: Part) => (figure ? (ofSum ? figure.amount : weight) : 0);
  const total = parts.reduce((sum, part) => sum + size(part), 0);
  return parts.map((part) => ({
    area: part.area,
    value: part.figure?.value ?? null,
    source: part.figure ? (part.figure.estimated ? "estimated" : "reported") : "missing",
    weight: part.weight,
    share: total === 0 ? 0 : size(part) / total,
  }));
}
