import { combine } from "../aggregate/combine.js";
import { type Part, partsOf } from "../aggregate/parts.js";
import type { Aggregation, Series } from "../define.js";
import type { Place, Standing } from "./standings.js";

/** A figure that is doubted and the one that was expected in its place, both in the series' unit. */
export interface Replacement {
  readonly area: number;
  readonly value: number;
  /** Null where nothing is expected: the figure is weighed against its absence. */
  readonly expected: number | null;
}

/** How far a doubted figure moves one group. */
export interface Influence {
  readonly group: number;
  /** The group with the figure less the group with the expected one, in the series' unit. */
  readonly shift: number;
  /** The size of it: percentage points where the series is a percentage, else per cent of the larger of the two. */
  readonly size: number;
}

/**
 * The influence of a figure on every group of its country; empty where nothing can be compared.
 *
 * It is the group's value with the figure less its value with the expected one, by the very arithmetic of
 * `combine`, x being the figure, x̂ the expected one and w the country's weight:
 * - weighted mean, and ratio (a rate counts as w · x): w · (x − x̂) / Σ w (selective editing as in SELEKT,
 *   Statistics Sweden: suspicion × influence)
 * - harmonic mean: Σ w / Σ(w / x) with x, less the same with x̂
 * - sum: x − x̂
 * - median: the median of the countries with x, less that with x̂
 *
 * Our own choices. Σ w is over all members with a weight, reported or not: those without a figure are taken to be as
 * the others are, or as x̂ where there are no others, since a group of which one country has reported so far is not
 * that country. Of a figure nobody expected, the absence is weighed: the value of the others stands for x̂. Where a
 * rate is doubted, its count is not looked at: which of the two is at fault is not known. Per cent are of the larger
 * value, so that they end at 100 as points do and a figure a thousand times too large does not drown all others.
 */
export function influencesOf(
  series: Series,
  { standings, weight, own }: Place,
  { area, value, expected }: Replacement,
): Influence[] {
  if (weight === undefined) return [];
  const { aggregation } = series;
  const sent = ownPart(aggregation, area, weight, value);
  const awaited = expected === null ? undefined : ownPart(aggregation, area, weight, expected);
  return standings.flatMap((standing) => {
    const others = othersOf(aggregation, standing, weight, own, awaited);
    const [is, should] = [level(aggregation, others, sent), level(aggregation, others, awaited)];
    if (is === undefined || should === undefined) return [];
    const shift = is - should;
    return [
      { group: standing.group, shift, size: series.unit === "PT" ? Math.abs(shift) : percent(is, should) },
    ];
  });
}

function level(aggregation: Aggregation, others: readonly Part[], own: Part | undefined): number | undefined {
  return combine(aggregation, own ? [...others, own] : others)?.value;
}

function percent(a: number, b: number): number {
  const largest = Math.max(Math.abs(a), Math.abs(b));
  return largest === 0 ? 0 : (100 * Math.abs(a - b)) / largest;
}

/** The country by itself; undefined where such a figure cannot be added up (no learners for a computer). */
function ownPart(aggregation: Aggregation, area: number, weight: number, value: number): Part | undefined {
  const figures = new Map([[area, { value, low: value, high: value, estimated: false }]]);
  const part = partsOf({
    aggregation,
    figures,
    counts: NOTHING,
    weights: new Map([[area, weight]]),
    areas: [area],
  }).get(area);
  return part?.figure ? part : undefined;
}

const NOTHING = new Map<never, never>();

/** The other members: one by one for a median, else as one part, grown to their whole weight unless they are a sum. */
function othersOf(
  { method }: Aggregation,
  { weight: all, used, amount, reporting, parts }: Standing,
  weight: number,
  own: Part | undefined,
  awaited: Part | undefined,
): readonly Part[] {
  if (method === "median") return parts.filter((part) => part.area !== own?.area);
  const rest = all - weight;
  if (reporting > (own ? 1 : 0)) {
    const theirs = own
      ? { weight: used - own.weight, amount: amount - (own.figure?.amount ?? 0) }
      : { weight: used, amount };
    return [partOf(rest, method === "sum" ? theirs.amount : (theirs.amount * rest) / theirs.weight)];
  }
  if (method === "sum" || !awaited?.figure || rest <= 0) return [];
  return [partOf(rest, (awaited.figure.amount * rest) / weight)];
}

/** Other countries as one part; of which area and value does not matter to a total. */
function partOf(weight: number, amount: number): Part {
  return {
    area: 0,
    weight,
    figure: { value: Number.NaN, amount, low: amount, high: amount, estimated: false },
  };
}
