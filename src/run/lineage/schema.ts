/** JSON Schema of an explanation in JSON, published as data/schema/lineage.schema.json. */
import { exactly, type JsonSchema, listOf, orNull } from "../../json-schema.js";
import { STATES } from "../../settle/state.js";
import { DIMENSIONS } from "../../types.js";
import { REASONS, SOURCES } from "./types.js";

const STRING = { type: "string" };
const NUMBER = { type: "number" };
const COUNT = { type: "integer", minimum: 0 };
const PLACE = { type: "integer", minimum: 1 };
const SHARE = { type: "number", minimum: 0, maximum: 1 };
const M49 = { type: "integer", minimum: 1, maximum: 999, description: "M49 code" };
const YEAR = { type: "integer" };
const HASH = { ...STRING, pattern: "^[0-9a-f]{64}$", description: "SHA-256 of the file" };
const METHODS = ["weighted-mean", "harmonic-mean", "sum", "ratio", "median", "none", "country"];

/** JSON Schema 2020-12 of what `ictsdg --json explain` prints: one figure, or women and men compared. */
export function lineageSchema(): JsonSchema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "urn:ictsdg:schema:lineage",
    title: "Explanation of one figure",
    oneOf: [{ $ref: "#/$defs/figure" }, { $ref: "#/$defs/compared" }],
    $defs: { figure: figure(), compared: compared() },
  };
}

function figure(): JsonSchema {
  return exactly({
    key: key(),
    vintage: vintage(),
    value: orNull(NUMBER),
    low: orNull(NUMBER),
    high: orNull(NUMBER),
    status: { ...STRING, description: "SDMX CL_OBS_STATUS; _ where nothing was handed in or filled" },
    reason: { enum: [...REASONS] },
    method: { enum: METHODS },
    formula: STRING,
    group: orNull(
      exactly({
        code: M49,
        alias: STRING,
        kind: STRING,
        on: STRING,
        byYear: { type: "boolean" },
        members: COUNT,
      }),
    ),
    coverage: orNull(
      exactly({
        weightCovered: SHARE,
        weightUsed: SHARE,
        weightStandIn: {
          ...SHARE,
          description: "Weighted with totals, the breakdown having no weight of its own",
        },
        countries: COUNT,
        countriesReported: COUNT,
        countriesEstimated: COUNT,
      }),
    ),
    thresholds: {
      ...orNull({ type: "object", additionalProperties: { type: "number" } }),
      description: "Coverage from which an aggregate is published, and from which it is reliable",
    },
    withoutEstimates: orNull(exactly({ value: orNull(NUMBER), reason: { enum: [...REASONS] } })),
    parts: listOf(part()),
    leftOut: listOf(exactly({ area: M49, reports: listOf(report()) })),
  });
}

function compared(): JsonSchema {
  return exactly({
    measure: { enum: ["parity", "gap"] },
    key: key(),
    vintage: vintage(),
    value: orNull(NUMBER),
    formula: STRING,
    women: { $ref: "#/$defs/figure" },
    men: { $ref: "#/$defs/figure" },
  });
}

function part(): JsonSchema {
  return exactly({
    area: M49,
    value: orNull(NUMBER),
    source: { enum: [...SOURCES] },
    weight: NUMBER,
    share: { ...NUMBER, description: "Part of the weight used, of a sum part of the sum" },
    contribution: { ...orNull(NUMBER), description: "In the figure's unit; these add up to the figure" },
    shareOfTotal: { ...orNull(NUMBER), description: "Contribution ÷ figure" },
    denominator: orNull(
      exactly({
        series: STRING,
        value: NUMBER,
        revision: STRING,
        source: STRING,
        basis: { enum: ["own", "total", "share-of-total"] },
      }),
    ),
    member: orNull(exactly({ from: orNull(YEAR), to: orNull(YEAR) })),
    reports: listOf(report()),
    estimates: listOf(estimate()),
    findings: listOf(finding()),
  });
}

function report(): JsonSchema {
  return exactly({
    ...{ series: STRING, value: orNull(NUMBER), status: STRING, nature: STRING, ageScope: STRING },
    ...{ source: STRING, comment: STRING, submission: HASH, vintage: PLACE, line: PLACE, filename: STRING },
    ...{ receivedAt: STRING, receivedFrom: STRING },
  });
}

/** Open to more: methods say of themselves what they were made with. */
function estimate(): JsonSchema {
  const properties = {
    ...{ series: STRING, value: NUMBER, low: NUMBER, high: NUMBER },
    ...{ method: STRING, donors: listOf(STRING) },
  };
  return { type: "object", required: Object.keys(properties), properties };
}

function finding(): JsonSchema {
  return exactly({
    ...{ id: PLACE, rule: STRING, severity: { enum: ["error", "warning", "info"] } },
    ...{ line: COUNT, value: orNull(NUMBER), submission: HASH, filename: STRING },
    state: { enum: [...STATES] },
    said: listOf(
      exactly({
        kind: { enum: ["explained", "accepted", "refused", "withdrawn"] },
        ...{ text: STRING, public: { type: "boolean" }, by: STRING, at: STRING },
      }),
    ),
  });
}

function vintage(): JsonSchema {
  return exactly({ id: PLACE, asOf: STRING });
}

function key(): JsonSchema {
  const codes = Object.fromEntries(DIMENSIONS.map((id) => [id, STRING]));
  const dimensions = { type: "object", additionalProperties: false, properties: codes };
  return exactly({ series: STRING, area: M49, period: YEAR, dimensions });
}
