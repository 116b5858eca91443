import { defineExporter } from "../define.js";
import { text } from "../i18n/text.js";
import { type NumberAsText, numberCells, shownCells } from "../tables/cell.js";
import type { Cell, Table } from "../types.js";
import { displayWidth } from "../workbook/notes.js";
import type { Sheet, SheetCell, SheetRow } from "../workbook/sheet.js";
import { figureStyle } from "../workbook/styles.js";
import { workbookBytes } from "../workbook/workbook.js";

const TITLE_ROW = 1;
const HEAD_ROW = 3;
/** Widths of columns in letters: of the narrowest, and of the widest, where text is wrapped instead. */
const [NARROW, WIDE] = [8, 44];
/** Rows looked at to tell how wide a column is. */
const SAMPLE = 500;

/**
 * A workbook as it is handed in: one sheet with the table, its title above and its heads in view, numbers as numbers,
 * rounded and with the decimals they are published with; one sheet with the notes. Codes are text, and text is never
 * read as a formula. Prints on landscape pages with the heads on each. Equal tables give equal bytes.
 */
export default defineExporter({
  id: "xlsx",
  extension: "xlsx",
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  headRow: HEAD_ROW,
  write(table) {
    const { title, language, vintage } = table;
    return workbookBytes({
      ...{ title, language, author: "ictsdg", rightToLeft: language === "ar" },
      time: new Date(vintage.asOf),
      sheets: [dataSheet(table), notesSheet(table)],
    });
  },
});

function dataSheet(table: Table): Sheet {
  const { columns, rows, title, language } = table;
  const shown = shownCells(table);
  const sample = rows.slice(0, SAMPLE).map(shown);
  const widths = columns.map((column, index) =>
    Math.min(
      WIDE,
      Math.max(
        NARROW,
        displayWidth(column.title) / 2,
        ...sample.map((cells) => 2 + displayWidth(cells[index] ?? "")),
      ),
    ),
  );
  return {
    ...{ name: text("tables", language, "sheet.data"), widths, frozen: true, notes: [], links: [] },
    ...{ titles: HEAD_ROW, lastRow: HEAD_ROW + rows.length },
    merged: columns.length > 1 ? [{ row: TITLE_ROW, from: 0, to: columns.length - 1 }] : [],
    rows: dataRows(table, title),
  };
}

function* dataRows(table: Table, title: string): Generator<SheetRow> {
  const numbers = numberCells(table);
  const shown = shownCells(table);
  yield { number: TITLE_ROW, height: 20, cells: [{ value: title, style: "title" }] };
  const heads = table.columns.map((column): SheetCell => ({ value: column.title, style: "header" }));
  yield { number: HEAD_ROW, cells: heads };
  for (const [index, row] of table.rows.entries()) {
    const texts = shown(row);
    const cells = numbers(row).map((number, at) => sheetCell(row[at] ?? null, number, texts[at] ?? ""));
    yield { number: HEAD_ROW + 1 + index, cells };
  }
}

/** A number where there is one; else what a reader sees, the symbol of an absent number at the numbers' side. */
function sheetCell(cell: Cell, number: NumberAsText | null, shown: string): SheetCell {
  if (number !== null) return { value: Number(number.text), style: figureStyle(number.decimals) };
  return { value: shown, style: cell === null ? "symbol" : "text" };
}

function notesSheet({ title, notes, language }: Table): Sheet {
  const lines = [title, ...notes];
  return {
    ...{ name: text("tables", language, "sheet.notes"), widths: [110], titles: null, frozen: false },
    ...{ lastRow: lines.length, merged: [], notes: [], links: [] },
    rows: lines.map((value, index) => ({
      number: index + 1,
      cells: [{ value, style: index === 0 ? ("title" as const) : ("prose" as const) }],
    })),
  };
}
