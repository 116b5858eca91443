import type { Archive } from "./archive.js";
import { UnreadableFile } from "./errors.js";
import type { Limits } from "./limits.js";
import { cellContent, yearOf } from "./xlsx-cell.js";
import { findHead, type Head, type ReadTitles, type TitleRow } from "./xlsx-head.js";
import { mergeFiller } from "./xlsx-merges.js";
import { type Range, readSheet, type SheetRow, type SheetStream } from "./xlsx-sheet.js";
import type { Workbook, Worksheet } from "./xlsx-workbook.js";

/** Filled rows kept of a sheet, from which the decimal mark is told; the heads are among the first twenty. */
const KEPT = 1000;
const HEAD_ROWS = 20;

/** What is known of a sheet before its figures are read. */
export interface SurveyedSheet extends Pick<SheetStream, "merges" | "hiddenColumns"> {
  readonly sheet: Worksheet;
  readonly head: Head | UnreadableFile;
  /** The first rows with content, merged cells filled. */
  readonly first: readonly SheetRow[];
  /** Number of the last row with content; 0 for an empty sheet. */
  readonly lastRow: number;
}

/**
 * Looks through a whole sheet, because a sheet lists its merged cells after its rows.
 *
 * @throws UnreadableFile when the sheet is damaged or passes a limit
 */
export async function surveySheet(
  archive: Archive,
  workbook: Workbook,
  sheet: Worksheet,
  limits: Limits,
  read: ReadTitles,
): Promise<SurveyedSheet> {
  const { batches, merges, hiddenColumns } = readSheet(archive.read(sheet.part), sheet.part, limits);
  const kept: SheetRow[] = [];
  let lastRow = 0;
  let rows = 0;
  for await (const batch of batches) {
    kept.push(...batch.slice(0, KEPT - kept.length));
    lastRow = batch.at(-1)?.number ?? lastRow;
    rows += batch.length;
    if (rows > limits.rows) throw new UnreadableFile("file-too-many-rows", { limit: limits.rows }, lastRow);
  }
  const first = kept.map(mergeFiller(merges, limits.columns));
  const titles = first.slice(0, HEAD_ROWS).map((row) => titleRow(row, workbook, merges));
  return { sheet, merges, hiddenColumns, first, lastRow, head: findHead(titles, read) };
}

/** Years across may be dates that show their year only. */
function titleRow({ number, cells }: SheetRow, workbook: Workbook, merges: readonly Range[]): TitleRow {
  const titles = Array.from(cells, (cell) => {
    const content = cell && cellContent(cell, workbook);
    return content ? (yearOf(content) ?? content.text) : "";
  });
  const over = merges.filter(({ top, bottom }) => top <= number && number <= bottom);
  return {
    number,
    titles,
    grouping: (column) => over.some(({ left, right }) => left < right && left <= column && column <= right),
  };
}
