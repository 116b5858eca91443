import { defineRule, type Failure, type RuleContext, type Series } from "../../define.js";
import type { Dimensions, Observation } from "../../types.js";
import { without } from "../without.js";
import { figure, figureSlack } from "./figures.js";
import { PASSED } from "./passed.js";
import { median } from "./robust.js";

/** Share of the larger. Editions of a population differ by less once their usual difference is allowed for. */
export const TOLERANCE = 0.1;
/** Pairs of rate and count from which the usual difference between two populations can be told. */
const FEWEST = 5;

/** A rate, its count, and what the count gives over the reference denominator. */
interface Pair {
  readonly rate: Observation;
  readonly count: Observation;
  readonly base: number;
  readonly expected: number;
}

type RatioSeries = Series & { readonly aggregation: { readonly method: "ratio" } };

export default defineRule({
  id: "rate-against-count",
  version: 3,
  level: 4,
  severity: "warning",
  over: "slice",
  source:
    "A rate is its count over the reference denominator (R06), within 10 % once the country's usual difference from that denominator, the median over its years and breakdowns, is allowed for",
  applies: (indicator) => indicator.series.some(isRatio),
  parameters: { "share of the larger": TOLERANCE, "fewest pairs": FEWEST },
  vtl: {
    reason:
      "The usual difference takes in figures that were accepted before, of years that the file leaves out.",
  },
  judge(observations, context) {
    const failures: Failure[] = [];
    let judged = false;
    for (const series of context.indicator.series.filter(isRatio)) {
      const pairs = pairsOf(series, observations, context);
      if (pairs.length === 0) continue;
      judged = true;
      failures.push(...judgePairs(series, pairs, context));
    }
    if (failures.length > 0) return failures;
    return judged ? PASSED : "not-evaluable";
  },
});

function judgePairs(series: RatioSeries, pairs: readonly Pair[], context: RuleContext): Failure[] {
  const offset = offsetOf(series, pairs, context);
  const apart = pairs.filter((pair) => differ(pair, offset));
  const failures = apart.map((pair) => failure(pair, offset));
  const newest = pairs.reduce((latest, pair) => (pair.rate.period > latest.rate.period ? pair : latest));
  const { area, dimensions } = newest.rate;
  // Another population altogether is asked about once, when the country is first heard of.
  const isFirst = context.previous(series.code, area, dimensions).size === 0;
  if (isFirst && differ(newest, 1) && !apart.includes(newest)) failures.push(failure(newest, 1));
  return failures;
}

function isRatio(series: Series): series is RatioSeries {
  return series.aggregation.method === "ratio";
}

/** The denominator is not broken down by what the subscriptions are: speed tiers share the population. */
function base(
  series: RatioSeries,
  area: number,
  period: number,
  dimensions: Dimensions,
  { indicator, reference }: RuleContext,
) {
  const people = indicator.partition ? without(dimensions, indicator.partition.dimension) : dimensions;
  return reference(series.aggregation.denominator, area, period, people);
}

function pairsOf(series: RatioSeries, observations: readonly Observation[], context: RuleContext): Pair[] {
  const counts = new Map<Dimensions, Map<number, Observation>>();
  for (const count of observations) {
    if (count.series !== series.aggregation.count || count.value === null) continue;
    const years = counts.get(count.dimensions) ?? new Map<number, Observation>();
    counts.set(count.dimensions, years.set(count.period, count));
  }
  return observations.flatMap((rate) => {
    const count = counts.get(rate.dimensions)?.get(rate.period);
    if (rate.series !== series.code || rate.value === null || !count) return [];
    const denominator = base(series, rate.area, rate.period, rate.dimensions, context);
    if (!denominator) return [];
    return [
      { rate, count, base: denominator, expected: (series.aggregation.factor * figure(count)) / denominator },
    ];
  });
}

/** What the country's rates usually are of those over the reference: the median; 1 where too few can tell. */
function offsetOf(series: RatioSeries, pairs: readonly Pair[], context: RuleContext): number {
  const ratios = pairs
    .filter(({ rate, expected }) => figure(rate) >= 1 && expected > 0)
    .map(({ rate, expected }) => figure(rate) / expected);
  const [
    {
      rate: { area },
    },
  ] = pairs as [Pair];
  for (const dimensions of new Set(pairs.map(({ rate }) => rate.dimensions))) {
    const counts = context.previous(series.aggregation.count, area, dimensions);
    for (const [period, { value }] of context.previous(series.code, area, dimensions)) {
      const count = counts.get(period)?.value;
      const denominator = base(series, area, period, dimensions, context);
      if (count && denominator && value >= 1)
        ratios.push((value * denominator) / (series.aggregation.factor * count));
    }
  }
  return ratios.length < FEWEST ? 1 : median(ratios);
}

function differ({ rate, expected }: Pair, offset: number): boolean {
  const [value, usual] = [figure(rate), expected * offset];
  const gap = Math.abs(value - usual);
  return gap > TOLERANCE * Math.max(value, usual) && gap > figureSlack(rate);
}

function failure({ rate, count, base, expected }: Pair, offset: number): Failure {
  return {
    at: rate,
    params: {
      value: figure(rate),
      expected: Number((expected * offset).toPrecision(4)),
      count: figure(count),
      denominator: base,
      other: count.line,
      usual: offset === 1 ? "no" : "yes",
    },
  };
}
