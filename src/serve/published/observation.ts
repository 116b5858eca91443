import { seriesByCode } from "../../../indicators/index.js";
import type { Series } from "../../define.js";
import { fromAggregate, fromEstimate, fromStored } from "../../sdmx/mapping.js";
import type { SdmxObservation } from "../../sdmx/model.js";
import type { FlowId } from "../../sdmx/structure.js";
import type { Aggregate, Estimate, Language, StoredObservation } from "../../types.js";
import type { FigureVersion } from "./published.js";

/**
 * A published figure in the terms of SDMX, as `src/sdmx/mapping.ts` says. Values are those of the data files, with
 * the multiplier applied, so that UNIT_MULT is 0.
 */
export function observationOf(
  flow: FlowId,
  version: FigureVersion,
  key: SdmxObservation["key"],
  language: Language,
): SdmxObservation {
  const series = seriesByCode.get(version.series)?.series;
  if (!series) throw new Error(`Series ${version.series} is in the index, but no indicator has it.`);
  if (flow === "AGGREGATES") return fromAggregate(aggregateOf(version), series, key, language);
  return version.METHOD === null
    ? fromStored(reportedOf(version, series), key)
    : fromEstimate(estimateOf(version), series, key, language);
}

/** A published aggregate as estimation and aggregation gave it, as far as its data file tells. */
export const aggregateOf = (version: FigureVersion): Aggregate => ({
  series: version.series,
  area: version.area,
  period: version.period,
  dimensions: version.dimensions,
  value: version.OBS_VALUE,
  status: version.OBS_STATUS ?? "",
  weightCovered: version.WEIGHT_COVERED ?? 0,
  weightUsed: version.WEIGHT_USED ?? 0,
  weightStandIn: 0,
  countries: version.COUNTRIES ?? 0,
  countriesReported: version.COUNTRIES_REPORTED ?? 0,
  countriesEstimated: version.COUNTRIES_ESTIMATED ?? 0,
  reportedValue: null,
  low: version.LOW,
  high: version.HIGH,
});

/** A published estimate in the same way. */
export const estimateOf = (version: FigureVersion): Estimate => ({
  series: version.series,
  area: version.area,
  period: version.period,
  dimensions: version.dimensions,
  value: version.OBS_VALUE ?? Number.NaN,
  low: version.LOW ?? Number.NaN,
  high: version.HIGH ?? Number.NaN,
  method: version.METHOD ?? "",
  donors: version.DONORS === null ? [] : [version.DONORS],
});

/** A published figure of a country, without the file it came in. */
export const reportedOf = (version: FigureVersion, { unit }: Series): StoredObservation => ({
  series: version.series,
  area: version.area,
  period: version.period,
  dimensions: version.dimensions,
  value: version.OBS_VALUE,
  unit: version.UNIT_MEASURE ?? unit,
  unitMultiplier: 0,
  status: version.OBS_STATUS ?? "",
  nature: version.NATURE ?? "",
  numerator: version.NUMERATOR,
  denominator: version.DENOMINATOR,
  ageScope: version.AGE_SCOPE ?? "",
  source: version.SOURCE_DETAIL ?? "",
  comment: version.COMMENT ?? "",
  line: 0,
  submission: "",
  vintage: 0,
});
