import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CsvError, parse } from "csv-parse/sync";
import { type I18n, LANGUAGES } from "../types.js";
import { malformed } from "./malformed.js";

/** One line of a reference file by column name, and where it stands. */
export interface ReferenceRecord {
  readonly file: string;
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/**
 * Hands over the lines of a comma-separated reference file (UTF-8, header first) one by one, so that a file of
 * millions is never held as records.
 * @throws MalformedReference when the file is not CSV or lacks one of the required columns
 */
export function forEachRecord(
  text: string,
  file: string,
  required: readonly string[],
  handle: (record: ReferenceRecord) => void,
): void {
  let header: readonly string[] | null = null;
  const columns = (found: string[]): string[] => {
    requireColumns(found, file, required);
    header = found;
    return found;
  };
  const on_record = (cells: ReferenceRecord["cells"], { lines }: { readonly lines: number }): null => {
    handle({ file, line: lines, cells });
    return null;
  };
  try {
    parse(text, { bom: true, columns, on_record, skip_empty_lines: true, trim: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw malformed(file, Number(error.lines ?? 0), error.message, "Mend the line.");
  }
  if (header === null) requireColumns([], file, required);
}

function requireColumns(header: readonly string[], file: string, required: readonly string[]): void {
  const missing = required.filter((column) => !header.includes(column));
  if (missing.length === 0) return;
  throw malformed(
    file,
    1,
    `no column ${missing.join(", ")}; found ${header.join(", ") || "nothing"}.`,
    `The header must have ${required.join(",")}.`,
  );
}

/** The lines of such a file all at once. Throws as `forEachRecord` does. */
export function parseRecords(text: string, file: string, required: readonly string[]): ReferenceRecord[] {
  const records: ReferenceRecord[] = [];
  forEachRecord(text, file, required, (record) => records.push(record));
  return records;
}

/**
 * The records of `<name>.csv` and of every `<name>-*.csv` beside it, so that a statistician adds own lists by adding
 * files, in the alphabetical order of their names.
 */
export function loadRecords(directory: string, name: string, required: readonly string[]): ReferenceRecord[] {
  const files = readdirSync(directory).filter(
    (file) => file === `${name}.csv` || (file.startsWith(`${name}-`) && file.endsWith(".csv")),
  );
  if (!files.includes(`${name}.csv`)) {
    throw malformed(
      join(directory, `${name}.csv`),
      0,
      "the file is missing.",
      "Restore it or name another directory.",
    );
  }
  return files.sort().flatMap((file) => {
    const path = join(directory, file);
    return parseRecords(readFileSync(path, "utf8"), path, required);
  });
}

/** The cell of a column that must not be empty. */
export function requiredCell({ file, line, cells }: ReferenceRecord, column: string): string {
  const cell = cells[column] ?? "";
  if (cell === "") throw malformed(file, line, `${column} is empty.`, "Fill it in.");
  return cell;
}

/** An M49 code or group code: 1 to 999. */
export function codeCell(record: ReferenceRecord, column: string): number {
  const cell = requiredCell(record, column);
  if (!/^\d{1,3}$/.test(cell) || Number(cell) === 0) {
    throw malformed(record.file, record.line, `${column} is "${cell}".`, "Write a code from 1 to 999.");
  }
  return Number(cell);
}

/** A calendar year, or the given year where the cell is empty. */
export function yearCell(record: ReferenceRecord, column: string, open: number): number {
  const cell = record.cells[column] ?? "";
  if (cell === "") return open;
  if (!/^[12]\d{3}$/.test(cell)) {
    throw malformed(
      record.file,
      record.line,
      `${column} is "${cell}".`,
      "Write a year of four digits, or nothing.",
    );
  }
  return Number(cell);
}

/** The columns name_ar … name_zh. */
export function nameCells(record: ReferenceRecord): I18n {
  return Object.fromEntries(
    LANGUAGES.map((language) => [language, requiredCell(record, `name_${language}`)]),
  ) as I18n;
}

export const NAME_COLUMNS: readonly string[] = LANGUAGES.map((language) => `name_${language}`);
