import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { exporterOfFile } from "../export/index.js";
import type { Pins } from "../store/store.js";
import { type Composition, LANGUAGES, type Language, type Table } from "../types.js";
import { type Environment, environmentAt } from "./environment.js";
import type { RowCells } from "./lineage/cell.js";
import { compute, tablesOf } from "./publish.js";

/** A row of an exported file cannot be found; the message says which and what to do. */
export class NoSuchCell extends Error {
  readonly code = "CELL_NOT_FOUND";
}

/** One row of a table, and the environment as it was when the table was made. */
export interface ExportedRow {
  readonly cells: RowCells;
  readonly environment: Environment;
}

/**
 * Row of an exported file, counted as a person sees it. CSV and JSON are read; a format without codes has the same
 * rows, so the table is built again from what it was made of, which stands in `manifest.json` beside it.
 * @throws NoSuchCell
 */
export function exportedRow(environment: Environment, path: string, row: number): ExportedRow {
  if (!existsSync(path))
    throw new NoSuchCell(`There is no file ${path}. Give the path of an exported table.`);
  const exporter = exporterOfFile(path);
  if (!exporter || exporter.headRow === null)
    throw new NoSuchCell(`${path} has no rows to point at. Name a row of the CSV of the same table.`);
  const { id, extension, headRow } = exporter;
  const { pins, composition, strict } = madeFrom(path);
  const then = { ...environmentAt(environment, pins), composition };
  const read = READERS[id];
  if (read) return { cells: rowAt(read(readFileSync(path, "utf8")), row, path, headRow), environment: then };
  const folder = basename(dirname(resolve(path)));
  const language = LANGUAGES.find((one) => one === folder) ?? "en";
  return tableRow(then, basename(path, `.${extension}`), row, language, headRow, strict);
}

/**
 * Row of a table as it would be published.
 * @param headRow row that the heads count as
 * @throws NoSuchCell
 */
export function tableRow(
  environment: Environment,
  table: string,
  row: number,
  language: Language,
  headRow = 1,
  strict = false,
): ExportedRow {
  const computed = compute(environment);
  if (!computed) throw new NoSuchCell("Nothing has been taken yet. `ictsdg take` first.");
  const [made] = tablesOf(environment, computed, [table], language, strict);
  return { cells: rowAt(made ? recordsOf(made) : [], row, table, headRow), environment };
}

/** Rows of a table by column id. */
export function recordsOf({ columns, rows }: Pick<Table, "columns" | "rows">): RowCells[] {
  return rows.map((row) => Object.fromEntries(columns.map(({ id }, index) => [id, row[index] ?? null])));
}

const READERS: Readonly<Record<string, (text: string) => RowCells[]>> = {
  csv: (text) => parse(text, { columns: true, bom: true }) as RowCells[],
  json: (text) => recordsOf(JSON.parse(text) as Table),
};

function rowAt(records: readonly RowCells[], row: number, where: string, headRow: number): RowCells {
  const found = records[row - headRow - 1];
  if (found) return found;
  throw new NoSuchCell(
    `${where} has no row ${row} of data. The heads are row ${headRow}; give a row from ${headRow + 1} to ${headRow + records.length}.`,
  );
}

/** What the manifest beside an exported file says it was made from. */
interface Made {
  readonly pins: Pins;
  readonly composition: Composition;
  readonly strict: boolean;
}

function madeFrom(path: string): Made {
  const manifest = join(dirname(path), "manifest.json");
  if (!existsSync(manifest))
    throw new NoSuchCell(
      `There is no manifest.json beside ${path}, which says what it was made of. Put it there.`,
    );
  const made = JSON.parse(readFileSync(manifest, "utf8")) as Partial<Made>;
  const { pins, composition = "by-year", strict = false } = made;
  if (!pins?.vintage)
    throw new NoSuchCell(`${manifest} does not say what the tables were made from. Publish them again.`);
  return { pins, composition, strict };
}
