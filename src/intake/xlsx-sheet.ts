import { damaged, UnreadableFile } from "./errors.js";
import type { Limits } from "./limits.js";
import { stringItem, unescaped } from "./xlsx-strings.js";
import { parseXml, type XmlHandler } from "./xml.js";

/** A cell as it is stored: its value is text whose meaning depends on `type` (ECMA-376 part 1, 18.18.11). */
export interface StoredCell {
  readonly type: string;
  readonly style: number;
  /** Null when the cell has no value. */
  readonly value: string | null;
  /** Null when there is no formula; empty when it is shared with the cells around. */
  readonly formula: string | null;
}

export interface SheetRow {
  readonly number: number;
  readonly hidden: boolean;
  /** By column, from 0; a column without a value is left out. */
  readonly cells: readonly (StoredCell | undefined)[];
}

/** A rectangle of cells, rows from 1 and columns from 0, ends included. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A sheet that streams by. What stands around the rows is known once all have been read. */
export interface SheetStream {
  /** Rows that hold something. Formatted rows and cells without content leave no trace, however many. */
  readonly batches: AsyncIterable<readonly SheetRow[]>;
  readonly merges: readonly Range[];
  /** First and last column of each run of hidden columns. */
  readonly hiddenColumns: readonly (readonly [first: number, last: number])[];
}

/** Rows and columns of a sheet of Excel; references beyond them are not cells. */
const ROWS = 1_048_576;
/** Merged ranges kept in memory. */
const MERGES = 1_000_000;

/**
 * Reads a worksheet as a stream, in memory that does not grow with it. A library's reader is not used: that of
 * ExcelJS 4.4 either keeps the sheet in memory (880 MB for 100,000 rows of 18 columns) or, when streaming,
 * gives up hidden rows, merged cells, runs of inline text and the errors of formulas.
 *
 * @throws UnreadableFile while reading, when the sheet does not follow its format or passes a limit
 */
export function readSheet(bytes: AsyncIterable<Uint8Array>, part: string, limits: Limits): SheetStream {
  const merges: Range[] = [];
  const hiddenColumns: [number, number][] = [];
  const rows = rowGatherer(part, limits);
  const handler: XmlHandler = {
    ...rows.handler,
    open(name, attributes) {
      rows.handler.open(name, attributes);
      if (name === "mergeCell") {
        if (merges.length === MERGES) throw damaged(`${part}: mergeCells`);
        merges.push(rangeOf(attributes.ref ?? "", part));
      } else if (name === "col" && isTrue(attributes.hidden))
        hiddenColumns.push([Number(attributes.min) - 1, Number(attributes.max) - 1]);
    },
  };
  async function* batches(): AsyncGenerator<readonly SheetRow[]> {
    for await (const _ of parseXml(bytes, part, handler)) {
      const batch = rows.take();
      if (batch.length > 0) yield batch;
    }
  }
  return { batches: batches(), merges, hiddenColumns };
}

/** Puts rows together from the elements of `sheetData`. */
function rowGatherer(part: string, limits: Limits): { handler: Required<XmlHandler>; take(): SheetRow[] } {
  const item = stringItem();
  let done: SheetRow[] = [];
  let row = { number: 0, hidden: false, cells: [] as (StoredCell | undefined)[] };
  let column = -1;
  let cell: { type: string; style: number; value: string | null; formula: string | null } | null = null;
  let into: "value" | "formula" | "item" | null = null;

  function openCell({ r, t = "n", s = "0" }: Readonly<Record<string, string>>): void {
    column = r === undefined ? column + 1 : columnOf(r, part);
    cell = { type: t, style: Number(s), value: null, formula: null };
  }

  function closeCell(): void {
    if (cell && (cell.value !== null || cell.formula !== null)) {
      if (column >= limits.columns)
        throw new UnreadableFile(
          "file-too-many-columns",
          { limit: limits.columns, found: column + 1 },
          row.number,
        );
      if ((cell.value ?? "").length > limits.cell || (cell.formula ?? "").length > limits.cell)
        throw new UnreadableFile("file-cell-too-long", { limit: limits.cell }, row.number);
      row.cells[column] = cell.type === "str" ? { ...cell, value: unescaped(cell.value ?? "") } : cell;
    }
    cell = null;
  }

  const handler: Required<XmlHandler> = {
    open(name, attributes) {
      if (into === "item") item.open(name, attributes);
      else if (name === "c") openCell(attributes);
      else if (name === "row") {
        const number = attributes.r === undefined ? row.number + 1 : Number(attributes.r);
        if (!(number > row.number && number <= ROWS)) throw damaged(`${part}: row ${attributes.r ?? number}`);
        row = { number, hidden: isTrue(attributes.hidden), cells: [] };
        column = -1;
      } else if (cell && name === "v") {
        into = "value";
        cell.value = "";
      } else if (cell && name === "f") {
        into = "formula";
        cell.formula = "";
      } else if (cell && name === "is") into = "item";
    },
    text(text) {
      if (into === "item") item.text(text);
      else if (cell && into) cell[into] += text;
    },
    close(name) {
      if (into === "item" && name !== "is") item.close(name);
      else if (name === "is" && cell) {
        cell.value = item.take();
        into = null;
      } else if (name === "v" || name === "f") into = null;
      else if (name === "c") closeCell();
      else if (name === "row" && row.cells.length > 0) done.push(row);
    },
  };
  return {
    handler,
    take() {
      const taken = done;
      done = [];
      return taken;
    },
  };
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

/** The column of a reference such as `AB12`, from 0. */
function columnOf(reference: string, part: string): number {
  const letters = /^\$?([A-Z]{1,3})\$?\d{1,7}$/.exec(reference)?.[1];
  if (!letters) throw damaged(`${part}: ${reference}`);
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function rangeOf(reference: string, part: string): Range {
  const [from = "", to = from] = reference.split(":");
  const rowOf = (cell: string) => Number(/\d+$/.exec(cell)?.[0]);
  return { top: rowOf(from), left: columnOf(from, part), bottom: rowOf(to), right: columnOf(to, part) };
}
