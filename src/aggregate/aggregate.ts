import type { Series } from "../define.js";
import { compareKeys } from "../keys.js";
import { THRESHOLDS } from "../reference/thresholds.js";
import type { Aggregate, Thresholds } from "../types.js";
import { combine } from "./combine.js";
import { type Coverage, coverageOf, reportedAlone } from "./coverage.js";
import { figuresBySeries } from "./figures.js";
import type { AggregateInput } from "./input.js";
import type { Part } from "./parts.js";
import { partsOfGroup, type Slice, slicesOf } from "./slices.js";
import { statusOf } from "./thresholds.js";
import { weightsFrom } from "./weights.js";

/**
 * Aggregates for every series that declares how, every group, and every breakdown and year for which any
 * country has a figure, ordered by series, group (`area`), period, dimensions. Values are in the series'
 * unit and unrounded. Where coverage is too thin, `value` is null and `status` is `O`; the shares and
 * counts are given all the same.
 *
 * Every group, the world included, is made of its countries, never of other groups (SDG metadata 17.8.1,
 * 4.g). Members without a weight are outside the shares of
 * weight, but among the countries as long as anybody lives there. See `combine` for the methods and the band,
 * `THRESHOLDS` for the rule of publication, `weightsFrom` for the weights of breakdowns.
 */
export function aggregate(input: AggregateInput): Aggregate[] {
  const { indicators, groups, thresholds = THRESHOLDS, correlation } = input;
  const figuresOf = figuresBySeries(input.observations, input.estimates);
  const slices = slicesOf(figuresOf, groups, weightsFrom(input.weight));
  const aggregates: Aggregate[] = [];
  for (const series of indicators.flatMap((indicator) => indicator.series)) {
    for (const slice of slices(series)) aggregates.push(...aggregatesOf(slice, thresholds, correlation));
  }
  return aggregates.sort(compareKeys);
}

function aggregatesOf(slice: Slice, thresholds: Thresholds, correlation: number | undefined): Aggregate[] {
  const { series, dimensions, period, membership } = slice;
  return membership.groups.map(({ code, members }) => {
    const parts = partsOfGroup(slice.parts, members);
    const coverage = coverageOf(parts, slice.countries(members), slice.standIns);
    const status = statusOf(coverage, thresholds);
    const combined = status === "O" ? null : combine(series.aggregation, parts, correlation);
    const value = combined?.value ?? null;
    return {
      series: series.code,
      area: code,
      period,
      dimensions,
      value,
      ...coverage,
      reportedValue:
        coverage.countriesEstimated === 0 ? value : reportedValue(series, parts, coverage, thresholds),
      low: combined?.low ?? null,
      high: combined?.high ?? null,
      status,
    };
  });
}

/** The value if there were no estimates; null where it would not be published. */
function reportedValue(
  { aggregation }: Series,
  parts: readonly Part[],
  coverage: Coverage,
  thresholds: Thresholds,
): number | null {
  if (statusOf(reportedAlone(coverage), thresholds) === "O") return null;
  return combine(aggregation, parts.map(withoutEstimate))?.value ?? null;
}

const withoutEstimate = (part: Part): Part => (part.figure?.estimated ? { ...part, figure: null } : part);
