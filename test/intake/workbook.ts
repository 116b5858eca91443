/** Workbooks written by ExcelJS, which shares no code with the reader. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS, { type Workbook, type Worksheet } from "exceljs";
import { openTable, type TableFile } from "../../src/intake/table-file.js";
import type { Row } from "../../src/types.js";

export const HEADS = ["SERIES", "REF_AREA", "TIME_PERIOD", "OBS_VALUE"];

export interface ReadWorkbook extends Pick<TableFile, "dialect" | "header"> {
  readonly rows: readonly Row[];
  /** Cells of each row. */
  readonly cells: readonly (readonly string[])[];
  readonly notes: ReturnType<TableFile["notes"]>;
}

/** Writes a workbook to a file of its own and reads it. */
export async function written(fill: (workbook: Workbook) => void): Promise<ReadWorkbook> {
  const folder = mkdtempSync(join(tmpdir(), "ictsdg-xlsx-"));
  try {
    const path = join(folder, "KEN.xlsx");
    const workbook = new ExcelJS.Workbook();
    fill(workbook);
    await workbook.xlsx.writeFile(path);
    const file = await openTable(path);
    const rows: Row[] = [];
    for await (const batch of file.batches) rows.push(...batch);
    return { ...file, rows, cells: rows.map(({ cells }) => cells), notes: file.notes() };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A workbook of one sheet. */
export function writtenSheet(fill: (sheet: Worksheet) => void, name = "Data"): Promise<ReadWorkbook> {
  return written((workbook) => fill(workbook.addWorksheet(name)));
}
