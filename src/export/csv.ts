import { defineExporter } from "../define.js";
import { dataCells } from "../tables/cell.js";
import type { Cell } from "../types.js";
import { harmless } from "./formula.js";

const ROWS_PER_PIECE = 1000;

/** RFC 4180, 2.6 and 2.7. Written here because with csv-stringify the whole export took more than twice as long. */
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const line = (cells: readonly string[]): string => `${cells.map(quoted).join(",")}\r\n`;

/** Numbers stay as they are: -0.5 is no formula. */
const safeCells = (cells: readonly Cell[], shown: readonly string[]): string[] =>
  shown.map((text, index) => (typeof cells[index] === "number" ? text : harmless(text)));

/**
 * CSV after RFC 4180, one header line of column ids. The byte order mark tells Excel that the file is UTF-8,
 * without which Arabic, Chinese, Russian and accented names come out wrong. Titles and notes are not in it,
 * so that every line after the first is data; the formats `notes`, `csvw` and `data-package` carry them in a file
 * beside it. People open CSV in a spreadsheet, so text that it would run as a formula has an apostrophe in front;
 * JSON, JSON-stat and Parquet, which no spreadsheet runs, hold every text as it is.
 */
export default defineExporter({
  id: "csv",
  extension: "csv",
  mediaType: "text/csv; charset=utf-8; header=present",
  headRow: 1,
  *write(table) {
    const cells = dataCells(table);
    yield `\ufeff${line(table.columns.map(({ id }) => id))}`;
    for (let start = 0; start < table.rows.length; start += ROWS_PER_PIECE) {
      const rows = table.rows.slice(start, start + ROWS_PER_PIECE);
      yield rows.map((row) => line(safeCells(row, cells(row)))).join("");
    }
  },
});
