import type { Series } from "../define.js";
import { text } from "../i18n/text.js";
import { round } from "../tables/round.js";
import type { Aggregate, Estimate, Key, Language, StoredObservation } from "../types.js";
import type { SdmxObservation } from "./model.js";
import { numberText } from "./number.js";

/** Code of an area or group in CL_AREA, as `areaCode` gives it. */
export type AreaCode = (area: number) => string;

/** Attributes that have a value, as text. */
function filled(attributes: Readonly<Record<string, string | number | null>>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [id, value] of Object.entries(attributes)) {
    if (typeof value === "string" && value !== "") kept[id] = value;
    else if (typeof value === "number" && Number.isFinite(value)) kept[id] = numberText(value);
  }
  return kept;
}

/**
 * Key of a figure in the order of the data structure. What is published is the agency's, as in the global
 * dataflow of the SDGs, so REPORTING_TYPE is G whoever made the figure; NATURE says that.
 */
export function sdmxKey({ series, area, dimensions }: Omit<Key, "period">, areaCode: AreaCode) {
  return {
    FREQ: "A",
    REPORTING_TYPE: "G",
    SERIES: series,
    REF_AREA: areaCode(area),
    SEX: dimensions.SEX ?? "_T",
    AGE: dimensions.AGE ?? "_T",
    URBANISATION: dimensions.URBANISATION ?? "_T",
    INCOME_WEALTH_QUANTILE: "_T",
    EDUCATION_LEV: dimensions.EDUCATION_LEV ?? "_T",
    OCCUPATION: "_T",
    CUST_BREAKDOWN: "_T",
    COMPOSITE_BREAKDOWN: dimensions.COMPOSITE_BREAKDOWN ?? "_T",
    DISABILITY_STATUS: "_T",
    ACTIVITY: "_T",
    PRODUCT: "_T",
  };
}

/** A figure as the country reported it: value and multiplier apart, what was published of it in the comment. */
export function fromStored(one: StoredObservation, key: SdmxObservation["key"]): SdmxObservation {
  return {
    key,
    period: String(one.period),
    value: one.value,
    attributes: filled({
      OBS_STATUS: one.status,
      UNIT_MULT: one.unitMultiplier,
      UNIT_MEASURE: one.unit,
      NATURE: one.nature,
      COMMENT_OBS: one.comment,
      SOURCE_DETAIL: one.source,
      AGE_SCOPE: one.ageScope,
      NUMERATOR: one.numerator,
      DENOMINATOR: one.denominator,
    }),
  };
}

/** A value the agency estimated for a country (OBS_STATUS and NATURE E), its method in the comment and its donors as source. */
export function fromEstimate(
  one: Estimate,
  { unit }: Series,
  key: SdmxObservation["key"],
  language: Language,
): SdmxObservation {
  return {
    key,
    period: String(one.period),
    value: one.value,
    attributes: filled({
      OBS_STATUS: "E",
      UNIT_MULT: 0,
      UNIT_MEASURE: unit,
      NATURE: "E",
      COMMENT_OBS: text("tables", language, "sdmx.estimate", { method: one.method }),
      UPPER_BOUND: one.high,
      LOWER_BOUND: one.low,
      SOURCE_DETAIL: one.donors.join("; "),
    }),
  };
}

/**
 * A value of a group with its coverage as comment. NATURE is E where estimates of countries take part, and G,
 * "global monitoring data", where it rests on reported values alone: an aggregate has no national counterpart.
 */
export function fromAggregate(
  one: Aggregate,
  { unit }: Series,
  key: SdmxObservation["key"],
  language: Language,
): SdmxObservation {
  return {
    key,
    period: String(one.period),
    value: one.value,
    attributes: filled({
      OBS_STATUS: one.status,
      UNIT_MULT: 0,
      UNIT_MEASURE: unit,
      NATURE: one.countriesEstimated > 0 ? "E" : "G",
      COMMENT_OBS: coverage(one, language),
      UPPER_BOUND: one.high,
      LOWER_BOUND: one.low,
    }),
  };
}

const percent = (share: number): string => round(100 * share, 0);

const coverage = (one: Aggregate, language: Language): string =>
  text("tables", language, "sdmx.coverage", {
    reported: percent(one.weightCovered),
    used: percent(one.weightUsed),
    countries: String(one.countries),
    countriesReported: String(one.countriesReported),
    countriesEstimated: String(one.countriesEstimated),
  });
