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

/** How csv-parse reports a record when asked for `info`. */
interface Parsed {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

/** Reads CSV; hands the names of the columns to `onHeader`, which also works for a file without a single record. */
function parseCsv(text: string, file: string, onHeader: (columns: readonly string[]) => void): Parsed[] {
  const columns = (found: string[]): string[] => {
    onHeader(found);
    return found;
  };
  try {
    const records: unknown = parse(text, {
      bom: true,
      columns,
      info: true,
      skip_empty_lines: true,
      trim: true,
    });
    return records as Parsed[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw malformed(file, Number(error.lines ?? 0), error.message, "Mend the line.");
  }
}

/**
 * The lines of a comma-separated reference file (UTF-8, header first).
 * @throws MalformedReference when the file is not CSV or lacks one of the required columns
 */
export function parseRecords(text: string, file: string, required: readonly string[]): ReferenceRecord[] {
  let header: readonly string[] = [];
  const parsed = parseCsv(text, file, (columns) => {
    header = columns;
  });
  const missing = required.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    throw malformed(
      file,
      1,
      `no column ${missing.join(", ")}; found ${header.join(", ") || "nothing"}.`,
      `The header must have ${required.join(",")}.`,
    );
  }
  return parsed.map(({ record, info }) => ({ file, line: info.lines, cells: record }));
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
