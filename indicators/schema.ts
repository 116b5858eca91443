/** JSON Schema of one canonical submission record, made from the indicators so that it never lags behind. */
import type { CodeList, Series } from "../src/define.js";
import { DIMENSIONS, MISSING_STATUSES } from "../src/types.js";
import { codes, indicators } from "./index.js";

/** A JSON Schema, or a part of one: plain data. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** Canonical columns of a submission in the order of the file; each is an SDMX concept. */
export const SUBMISSION_COLUMNS = [
  "SERIES",
  "REF_AREA",
  "TIME_PERIOD",
  ...DIMENSIONS,
  "OBS_VALUE",
  "UNIT_MEASURE",
  "UNIT_MULT",
  "OBS_STATUS",
  "NATURE",
  "NUMERATOR",
  "DENOMINATOR",
  "AGE_SCOPE",
  "SOURCE_DETAIL",
  "COMMENT_OBS",
] as const;

export const REQUIRED_COLUMNS = ["SERIES", "REF_AREA", "TIME_PERIOD", "OBS_VALUE"] as const;

/**
 * JSON Schema 2020-12 of one record: columns by name, codes as text, figures as numbers, an empty cell
 * left out except OBS_VALUE, which is null where the value is missing. It holds what a single record can
 * show about its form: codes, the unit of the series and the breakdowns the series allows. Ranges, sums
 * and comparisons are the business of the validation rules.
 */
export function submissionSchema(): JsonSchema {
  const series = indicators.flatMap((indicator) => indicator.series);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "urn:ictsdg:schema:submission",
    title: "One record of a submission of ICT indicators",
    type: "object",
    required: [...REQUIRED_COLUMNS],
    additionalProperties: false,
    properties: properties(series),
    allOf: [missingValue(), ...series.map(onlyWhatSeriesAllows)],
  };
}

function properties(series: readonly Series[]): JsonSchema {
  const number = { type: ["number", "null"] };
  return {
    SERIES: { enum: series.map(({ code }) => code), description: "SDMX series code" },
    REF_AREA: {
      type: "string",
      pattern: "^([A-Z]{2}|[A-Z]{3}|[0-9]{1,3})$",
      description: "ISO 3166-1 alpha-2 or alpha-3, or M49",
    },
    TIME_PERIOD: { type: "string", pattern: "^(19|20)[0-9]{2}$", description: "Calendar year" },
    ...Object.fromEntries(DIMENSIONS.map((id) => [id, { ...listed(id), default: "_T" }])),
    OBS_VALUE: { ...number, description: "null where the value is missing; OBS_STATUS then says why" },
    UNIT_MEASURE: { ...listed("UNIT_MEASURE"), description: "The series' own unit when left out" },
    UNIT_MULT: { ...listed("UNIT_MULT"), default: "0" },
    OBS_STATUS: { ...listed("OBS_STATUS"), default: "A" },
    NATURE: { ...listed("NATURE"), default: "C" },
    NUMERATOR: { ...number, description: "Count above the line of a share or rate" },
    DENOMINATOR: { ...number, description: "Count below the line of a share or rate" },
    AGE_SCOPE: { type: "string", description: "Ages a survey asked, such as 15+ or 16-74" },
    SOURCE_DETAIL: { type: "string" },
    COMMENT_OBS: { type: "string" },
  };
}

function listed(id: CodeList["id"]): JsonSchema {
  return { enum: [...codes(id)] };
}

/** A null without a reason cannot be told from a forgotten cell (SDMX CL_OBS_STATUS: the missing codes). */
function missingValue(): JsonSchema {
  return {
    if: { properties: { OBS_VALUE: { type: "null" } }, required: ["OBS_VALUE"] },
    // biome-ignore lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema.
    then: { properties: { OBS_STATUS: { enum: [...MISSING_STATUSES] } }, required: ["OBS_STATUS"] },
  };
}

function onlyWhatSeriesAllows(series: Series): JsonSchema {
  const allowed = DIMENSIONS.map((id) => [id, { enum: ["_T", ...(series.dimensions[id] ?? [])] }]);
  return {
    if: { properties: { SERIES: { const: series.code } }, required: ["SERIES"] },
    // biome-ignore lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema.
    then: { properties: { UNIT_MEASURE: { const: series.unit }, ...Object.fromEntries(allowed) } },
  };
}
