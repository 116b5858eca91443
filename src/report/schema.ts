/** JSON Schema of the report in JSON, published as data/schema/report.schema.json. */
import { COLUMNS } from "../intake/header.js";
import { exactly, type JsonSchema, listOf, orNull } from "../json-schema.js";
import { DIMENSIONS, LANGUAGES } from "../types.js";
import { SEVERITIES, STATABLE } from "./report.js";

const STRING = { type: "string" };
const WORDS = { type: "string", minLength: 1 };
const COUNT = { type: "integer", minimum: 0 };
const SEVERITY = {
  enum: [...SEVERITIES],
  description: "error: correct; warning: correct or explain; info: nothing",
};
const PLACE = { type: "integer", minimum: 1 };
const M49 = { type: "integer", minimum: 1, maximum: 999, description: "M49 code" };

/** JSON Schema 2020-12 of one report. A change that breaks readers raises `version`. */
export function reportSchema(): JsonSchema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "urn:ictsdg:schema:report",
    title: "Report of one checked file",
    ...exactly({
      format: { const: "ictsdg-report" },
      version: { const: 1 },
      language: { enum: [...LANGUAGES], description: "Language of names and sentences" },
      checkedAt: { ...STRING, pattern: "^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z$", description: "ISO 8601, UTC" },
      ruleSet: {
        ...WORDS,
        description: "Version of the set of rules, a space, and the SHA-256 of the rules and their versions",
      },
      file: file(),
      outcome: { enum: ["read", "refused"] },
      reading: { ...orNull(reading()), description: "null when the file was refused" },
      counts: exactly(Object.fromEntries(SEVERITIES.map((severity) => [severity, COUNT]))),
      rules: listOf(rule()),
      listing: {
        ...exactly({ listed: COUNT, total: COUNT, limit: COUNT }),
        description: "What was cut, if anything",
      },
      findings: listOf(finding()),
    }),
  };
}

function file(): JsonSchema {
  return exactly({
    name: WORDS,
    sha256: { ...STRING, pattern: "^[0-9a-f]{64}$", description: "The sender's receipt" },
    bytes: COUNT,
    area: orNull(M49),
    areaName: orNull(WORDS),
  });
}

function reading(): JsonSchema {
  return exactly({
    encoding: { ...orNull(WORDS), description: "null for a workbook" },
    encodingCertainty: {
      enum: ["given", "bom", "valid", "likely", null],
      description: "likely: the best of several readings; null for a workbook",
    },
    delimiter: { enum: ["comma", "semicolon", "tab", "pipe", null], description: "null for a workbook" },
    decimal: { enum: ["point", "comma", null], description: "null when the figures do not settle it" },
    sheets: {
      ...listOf(exactly({ name: STRING, headerRow: PLACE, firstLine: PLACE })),
      description: "Sheets of a workbook that were read; row 1 of each is line firstLine of the file",
    },
    stated: {
      ...listOf({ enum: [...STATABLE] }),
      description: "What the person stated; the rest was detected",
    },
    mappedColumns: {
      ...listOf(exactly({ title: WORDS, column: { enum: [...COLUMNS] }, confirmedAt: orNull(STRING) })),
      description: "Headings read as stated for the file (null) or as confirmed earlier (ISO 8601 time)",
    },
    ignoredColumns: listOf(STRING),
    lines: COUNT,
    figures: COUNT,
    held: { ...COUNT, description: "Figures kept out of use by an error" },
  });
}

function rule(): JsonSchema {
  const outcome = { pass: COUNT, fail: COUNT, notEvaluable: COUNT };
  return exactly({ rule: WORDS, title: WORDS, remedy: WORDS, severity: SEVERITY, ...outcome });
}

function finding(): JsonSchema {
  return exactly({
    rule: WORDS,
    severity: SEVERITY,
    level: { type: "integer", minimum: 0, maximum: 5, description: "Level of validation after Eurostat" },
    line: {
      ...orNull({ type: "integer", minimum: 1 }),
      description: "null: the whole file; the header is line 1",
    },
    column: { ...orNull(WORDS), description: "As the file names it; null: the whole line" },
    key: orNull(key()),
    title: WORDS,
    problem: WORDS,
    remedy: WORDS,
    place: WORDS,
    params: { type: "object", additionalProperties: { type: ["string", "number", "null"] } },
  });
}

function key(): JsonSchema {
  const properties = Object.fromEntries(DIMENSIONS.map((id) => [id, WORDS]));
  const dimensions = { type: "object", additionalProperties: false, properties };
  return exactly({ series: WORDS, area: M49, period: { type: "integer" }, dimensions });
}
