import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { seriesByCode } from "../../indicators/index.js";
import { submissionSchema } from "../../indicators/schema.js";
import type { Indicator, Series } from "../define.js";
import type { ColumnId } from "../intake/header.js";
import { dimensionsOf } from "../keys.js";
import { DIMENSIONS, type DimensionId, type Dimensions, type Row } from "../types.js";
import type { Cells } from "./cells.js";

/** The coded part of a record: everything but area, period and figures. Few combinations, many rows. */
export const STRUCTURE_COLUMNS = [
  "SERIES",
  ...DIMENSIONS,
  "UNIT_MEASURE",
  "UNIT_MULT",
  "OBS_STATUS",
  "NATURE",
] as const satisfies readonly ColumnId[];

export interface Problem {
  readonly rule: "unknown-series" | "unknown-code" | "wrong-unit";
  readonly column: ColumnId;
  readonly found: string;
  readonly expected: string;
}

/** What a combination of codes means, or what is wrong with it. */
export interface Structure {
  readonly indicator: Indicator | null;
  readonly series: Series | null;
  readonly dimensions: Dimensions;
  readonly unit: string;
  readonly unitMultiplier: number;
  readonly status: string;
  readonly nature: string;
  readonly problems: readonly Problem[];
}

/** Compiled when the first record comes, as it takes longer than most commands. */
let compiled: ValidateFunction | null = null;

function errorsOf(record: Readonly<Record<string, string | number>>): readonly ErrorObject[] {
  compiled ??= new Ajv2020({ allErrors: true, strict: false }).compile(submissionSchema());
  compiled(record);
  return compiled.errors ?? [];
}

/** Combinations kept; far above what code lists allow, so only a file of junk reaches it. */
const KEPT = 20_000;
const kept = new Map<string, Structure>();

/**
 * What a combination of codes means, judged against the published JSON Schema of a submission the first
 * time it is met.
 *
 * @param cells the texts of STRUCTURE_COLUMNS, in that order; empty where the file has no such column
 */
export function structureOf(cells: readonly string[]): Structure {
  const key = cells.join("\u0001");
  let structure = kept.get(key);
  if (!structure) {
    structure = readStructure(cells);
    if (kept.size >= KEPT) kept.clear();
    kept.set(key, structure);
  }
  return structure;
}

/** The structure of a row; most rows have the codes of the one before, and are spared the look-up. */
export function createStructures(cells: Cells): (row: Row) => Structure {
  const indices = STRUCTURE_COLUMNS.map(cells.at);
  const present = indices.filter((index) => index >= 0);
  let before: readonly string[] = [];
  let last: Structure | null = null;
  return (row) => {
    if (last && present.every((index) => row.cells[index] === before[index])) return last;
    before = row.cells;
    last = structureOf(indices.map((index) => cells.code(row, index)));
    return last;
  };
}

function readStructure(cells: readonly string[]): Structure {
  // The area, year and figure are read row by row; here they only have to be there.
  const record: Record<string, string | number> = { REF_AREA: "CHE", TIME_PERIOD: "2020", OBS_VALUE: 0 };
  STRUCTURE_COLUMNS.forEach((column, i) => {
    const text = (cells[i] ?? "").trim();
    if (text !== "") record[column] = text.toUpperCase();
  });
  const entry = seriesByCode.get(String(record.SERIES ?? ""));
  if (entry) record.SERIES = entry.series.code;
  const problems = problemsOf(errorsOf(record), record);
  return {
    indicator: entry?.indicator ?? null,
    series: entry?.series ?? null,
    // Only codes of the lists: a text such as `F;AGE=Y15T24` would be remembered as another breakdown.
    dimensions: dimensionsOf(problems.length > 0 ? {} : (record as Partial<Record<DimensionId, string>>)),
    unit: entry?.series.unit ?? "",
    unitMultiplier: Number(record.UNIT_MULT ?? 0) || 0,
    status: String(record.OBS_STATUS ?? "A"),
    nature: String(record.NATURE ?? "C"),
    problems,
  };
}

/** One problem a column, the first that the schema names. An unknown series makes the rest moot. */
function problemsOf(
  errors: readonly ErrorObject[],
  record: Readonly<Record<string, string | number>>,
): Problem[] {
  const problems = new Map<ColumnId, Problem>();
  for (const error of errors) {
    const column = columnOf(error);
    if (!column || problems.has(column)) continue;
    const rule =
      column === "SERIES" ? "unknown-series" : column === "UNIT_MEASURE" ? "wrong-unit" : "unknown-code";
    problems.set(column, { rule, column, found: String(record[column] ?? ""), expected: expectedOf(error) });
  }
  const series = problems.get("SERIES");
  return series ? [series] : [...problems.values()];
}

function columnOf(error: ErrorObject): (typeof STRUCTURE_COLUMNS)[number] | undefined {
  const missing =
    error.keyword === "required" ? (error.params as { missingProperty?: string }).missingProperty : undefined;
  const name = missing ?? error.instancePath.split("/")[1];
  return STRUCTURE_COLUMNS.find((column) => column === name);
}

function expectedOf(error: ErrorObject): string {
  const params = error.params as { allowedValues?: readonly unknown[]; allowedValue?: unknown };
  const values = params.allowedValues ?? (params.allowedValue === undefined ? [] : [params.allowedValue]);
  if (values.length > 40) return "";
  return values.join(", ");
}
