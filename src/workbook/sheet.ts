import { type Style, styleNumber } from "./styles.js";
import { address, cellText, columnLetters, escapedXml, MAIN, RELATIONS, XML } from "./xml.js";

export interface SheetCell {
  /** Null: an empty cell that only has a look. An error is what a formula gave, such as `#DIV/0!`. */
  readonly value: string | number | { readonly error: string } | null;
  readonly style: Style;
}

export interface SheetRow {
  /** Counted from 1 and ascending; rows may be left out. */
  readonly number: number;
  /** In points; without one a spreadsheet fits the row to its text. */
  readonly height?: number;
  /** From the first column on; null leaves a cell out. */
  readonly cells: readonly (SheetCell | null)[];
}

export interface Run {
  readonly text: string;
  readonly bold: boolean;
}

/** A comment on a cell. Columns are counted from 0, rows from 1. */
export interface Note {
  readonly row: number;
  readonly column: number;
  readonly runs: readonly Run[];
}

export interface Link {
  readonly row: number;
  readonly column: number;
  readonly sheet: string;
  /** Address of the cell it leads to. */
  readonly to: string;
}

export interface Sheet {
  readonly name: string;
  readonly rows: Iterable<SheetRow> | AsyncIterable<SheetRow>;
  /** Widths of the columns in characters. */
  readonly widths: readonly number[];
  /** Row of the titles, repeated on every printed page; null where there is no table. */
  readonly titles: number | null;
  /** Whether everything above and with the titles stays in view. */
  readonly frozen: boolean;
  readonly lastRow: number;
  /** Cells that are one, from the first column to the last. */
  readonly merged: readonly { readonly row: number; readonly from: number; readonly to: number }[];
  readonly notes: readonly Note[];
  readonly links: readonly Link[];
}

/** How a workbook shows a sheet. */
export interface View {
  readonly rightToLeft: boolean;
  /** The sheet that is seen on opening. */
  readonly selected: boolean;
}

/** sheetN.xml in pieces. The order of the elements is that of CT_Worksheet (ISO/IEC 29500-1, 18.3.1.99). */
export async function* sheetXml(sheet: Sheet, view: View): AsyncGenerator<string> {
  yield `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">${opening(sheet, view)}<sheetData>`;
  for await (const row of sheet.rows) yield rowXml(row);
  yield `</sheetData>${closing(sheet)}</worksheet>`;
}

function opening({ widths, titles, frozen }: Sheet, { rightToLeft, selected }: View): string {
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return [
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView',
    rightToLeft ? ' rightToLeft="1"' : "",
    selected ? ' tabSelected="1"' : "",
    ` workbookViewId="0">${frozen && titles !== null ? pane(titles) : ""}</sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.join("")}</cols>`,
  ].join("");
}

function pane(titles: number): string {
  const first = address(0, titles + 1);
  return `<pane ySplit="${titles}" topLeftCell="${first}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="${first}" sqref="${first}"/>`;
}

function rowXml({ number, height, cells }: SheetRow): string {
  const size = height === undefined ? "" : ` ht="${height}" customHeight="1"`;
  return `<row r="${number}"${size}>${cells.map((cell, column) => cellXml(cell, column, number)).join("")}</row>`;
}

function cellXml(cell: SheetCell | null, column: number, row: number): string {
  if (cell === null) return "";
  const start = `<c r="${address(column, row)}" s="${styleNumber(cell.style)}"`;
  if (cell.value === null || cell.value === "") return `${start}/>`;
  if (typeof cell.value === "number") return `${start}><v>${cell.value}</v></c>`;
  if (typeof cell.value === "object") return `${start} t="e"><v>${cellText(cell.value.error)}</v></c>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${cellText(cell.value)}</t></is></c>`;
}

function closing(sheet: Sheet): string {
  const last = columnLetters(sheet.widths.length - 1);
  return [
    sheet.titles === null ? "" : `<autoFilter ref="A${sheet.titles}:${last}${sheet.lastRow}"/>`,
    element(
      "mergeCells",
      sheet.merged.map(({ row, from, to }) => `<mergeCell ref="${address(from, row)}:${address(to, row)}"/>`),
    ),
    element("hyperlinks", sheet.links.map(linkXml)),
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    "<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>",
    // Numbers are text on purpose; without this a spreadsheet puts a warning of its own on every one of them.
    `<ignoredErrors><ignoredError sqref="A1:${last}${sheet.lastRow}" numberStoredAsText="1" twoDigitTextYear="1"/></ignoredErrors>`,
    sheet.notes.length > 0 ? '<legacyDrawing r:id="rId1"/>' : "",
  ].join("");
}

/** An element of others, which must not be there without any. */
const element = (name: string, items: readonly string[]): string =>
  items.length > 0 ? `<${name}>${items.join("")}</${name}>` : "";

const linkXml = ({ row, column, sheet, to }: Link): string =>
  `<hyperlink ref="${address(column, row)}" location="${escapedXml(`${quoted(sheet)}!${to}`)}"/>`;

/** Name of a sheet as a reference writes it. */
export const quoted = (sheet: string): string => `'${sheet.replace(/'/g, "''")}'`;
