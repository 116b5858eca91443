import type { History, Indicator } from "../define.js";
import type { Estimate } from "../types.js";
import { nestEstimates, valuesByPlace } from "./nesting.js";
import { rakeParts } from "./rake.js";
import type { Surroundings } from "./surroundings.js";
import { splitUrbanRural } from "./urban-rural.js";

/** What was reported, by series code. */
type Reported = ReadonlyMap<string, readonly History[]>;

/**
 * The estimates of one indicator made to agree with each other and with what was reported: parts are raked to the
 * total, nested technologies put in order, and urban and rural coverage derived from the total where it is not known.
 */
export function consistent(
  indicator: Indicator,
  reported: Reported,
  estimates: readonly Estimate[],
  surroundings: Surroundings,
): readonly Estimate[] {
  const raked = indicator.series.flatMap((series) =>
    rakeParts(series, reported.get(series.code) ?? [], ofSeries(estimates, series.code), surroundings),
  );
  const nested = nestEstimates(indicator, raked, placesOf(indicator, reported));
  if (!indicator.urbanFirst) return nested;
  const split = indicator.series.flatMap((series) =>
    splitUrbanRural(
      series,
      [...coversOf(reported.get(series.code) ?? []), ...ofSeries(nested, series.code)],
      surroundings,
    ),
  );
  return nestEstimates(indicator, [...nested, ...split], placesOf(indicator, reported));
}

const ofSeries = (estimates: readonly Estimate[], code: string): Estimate[] =>
  estimates.filter(({ series }) => series === code);

/** Reported figures with their bounds: the value itself. */
const coversOf = (histories: readonly History[]) =>
  histories.flatMap(({ area, dimensions, points }) =>
    points.map(({ period, value }) => ({ area, period, dimensions, value, low: value, high: value })),
  );

function placesOf({ nested = [] }: Indicator, reported: Reported) {
  const figures = (code: string) =>
    (reported.get(code) ?? []).flatMap(({ area, dimensions, points }) =>
      points.map(({ period, value }) => ({ series: code, area, period, dimensions, value })),
    );
  return new Map(nested.map((code) => [code, valuesByPlace(figures(code))]));
}
