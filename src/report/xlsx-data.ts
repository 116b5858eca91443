import type { Finding, Row } from "../types.js";
import type { Note, Run, Sheet, SheetCell, SheetRow } from "../workbook/sheet.js";
import { type FileReport, words } from "./report.js";
import { MARKS, type Say } from "./say.js";
import type { Layout } from "./xlsx-layout.js";

/** Widths in characters: a narrower column hides its title, a wider one the rest of the line. */
const NARROWEST = 9;
const WIDEST = 48;
/** Room for the button of a filter. */
const BUTTON = 3;

/** A cell of the file, its line counted from 1 and its column from 0. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A finding and the cell it is shown at; null for one about the file as a whole. */
export interface Placed {
  readonly finding: Finding;
  readonly place: Place | null;
}

/** A line meant as a whole is shown at its first cell, a column at its title. */
export function placed(finding: Finding, { titles }: Layout): Placed {
  const column = columnOf(finding, titles.cells);
  if (finding.line > 0) return { finding, place: { line: finding.line, column: Math.max(0, column) } };
  return { finding, place: column < 0 ? null : { line: titles.line, column } };
}

/** Where years stand across there is no column of the year, and the figure's own column is the nearest to it. */
function columnOf({ column, key }: Finding, titles: readonly string[]): number {
  if (column === "") return -1;
  const names = titles.map((title) => title.trim());
  const at = names.indexOf(column);
  return at < 0 && key ? names.indexOf(String(key.period)) : at;
}

/** Findings by line and column, those of a cell in the order given. */
type Marks = ReadonlyMap<number, ReadonlyMap<number, readonly Finding[]>>;

function marksOf(findings: readonly Placed[]): Marks {
  const lines = new Map<number, Map<number, Finding[]>>();
  for (const { finding, place } of findings) {
    if (!place) continue;
    const cells = lines.get(place.line) ?? new Map<number, Finding[]>();
    lines.set(place.line, cells);
    cells.set(place.column, [...(cells.get(place.column) ?? []), finding]);
  }
  return lines;
}

/**
 * The file's own records: every cell the text that the file has, those with a finding marked and commented.
 * `findings` are given worst first.
 */
export function dataSheet(report: FileReport, findings: readonly Placed[], layout: Layout, say: Say): Sheet {
  const marks = marksOf(findings);
  const before = layout.excerpt ? [NARROWEST] : [];
  const widths = layout.widths.map((width) => Math.min(WIDEST, Math.max(NARROWEST, width + BUTTON)));
  return {
    name: say("sheet.data"),
    rows: sheetRows(layout, marks, say),
    widths: [...before, ...widths],
    titles: layout.rowOf(layout.titles.line),
    frozen: true,
    lastRow: layout.lastRow,
    merged: [],
    notes: notes(report, marks, layout),
    links: [],
  };
}

async function* sheetRows(layout: Layout, marks: Marks, say: Say): AsyncGenerator<SheetRow> {
  for await (const batch of layout.records) {
    for (const row of batch) {
      const isTitles = row.line === layout.titles.line;
      const cells = rowCells(row, marks.get(row.line), isTitles);
      const number: SheetCell = isTitles
        ? { value: say("finding.line"), style: "header" }
        : { value: row.line, style: "line" };
      yield { number: layout.rowOf(row.line), cells: layout.excerpt ? [number, ...cells] : cells };
    }
  }
}

/** A mark may lie beyond the cells that a line has. */
function rowCells(
  row: Row,
  marks: ReadonlyMap<number, readonly Finding[]> | undefined,
  isTitles: boolean,
): SheetCell[] {
  const length = Math.max(row.cells.length, ...[...(marks?.keys() ?? [])].map((column) => column + 1));
  return Array.from({ length }, (_, column): SheetCell => {
    const value = contentOf(row, column);
    const severity = marks?.get(column)?.[0]?.severity;
    if (isTitles) return { value, style: severity ?? "header" };
    if (typeof value === "number") return { value, style: severity ? `${severity} number` : "number" };
    return { value, style: severity ?? "text" };
  });
}

/** Values of a cell whose formula failed (ISO/IEC 29500-1, 18.17.3). */
const ERRORS = new Set(["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"]);

/** What is a number or an error in a workbook stays one; all else is text, in whatever way it is written. */
function contentOf({ cells, numbers }: Row, column: number): SheetCell["value"] {
  const text = cells[column] ?? null;
  const number = numbers?.[column];
  if (number === undefined || text === null) return text;
  if (Number.isNaN(number)) return ERRORS.has(text) ? { error: text } : text;
  return number;
}

function notes(report: FileReport, marks: Marks, { rowOf, excerpt }: Layout): Note[] {
  const lines = [...marks].sort(([a], [b]) => a - b);
  return lines.flatMap(([line, cells]) =>
    [...cells]
      .sort(([a], [b]) => a - b)
      .map(([column, findings]) => ({
        row: rowOf(line),
        column: column + (excerpt ? 1 : 0),
        runs: findings.flatMap((finding, index) => noteRuns(report, finding, index)),
      })),
  );
}

/** The words of a finding, with an empty line before it when it is not the first of its cell. */
function noteRuns(report: FileReport, finding: Finding, index: number): Run[] {
  const { title, problem, remedy } = words(report, finding);
  return [
    { text: `${index > 0 ? "\n\n" : ""}${MARKS[finding.severity]} ${title}\n`, bold: true },
    { text: `${problem}\n→ ${remedy}`, bold: false },
  ];
}
