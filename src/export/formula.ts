import { text } from "../i18n/text.js";
import type { Table } from "../types.js";

/**
 * First characters that make a spreadsheet read a cell as a formula, with their full-width forms
 * (OWASP, "CSV Injection"). Apostrophes before them count with them, so that what is added can be taken away.
 */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;

/** Text that no spreadsheet runs: an apostrophe in front makes it plain. Without that one the text is as it was. */
export const harmless = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

/** The notes of a table as they go beside its CSV, where one more tells of apostrophes if there are any. */
export function notesBesideCsv({ rows, notes, language }: Table): readonly string[] {
  const any = rows.some((row) => row.some((cell) => typeof cell === "string" && FORMULA.test(cell)));
  return any ? [...notes, text("tables", language, "note.csv-apostrophe")] : notes;
}
