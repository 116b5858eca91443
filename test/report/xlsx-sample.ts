/** A report of the format `xlsx`, opened again by ExcelJS, which shares nothing with its writer. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { openArchive } from "../../src/intake/archive.js";
import { LIMITS } from "../../src/intake/limits.js";
import { readXml } from "../../src/intake/xml.js";
import type { FileReport } from "../../src/report/report.js";
import { reportWorkbook } from "../../src/report/xlsx.js";
import type { Row } from "../../src/types.js";
import { workbookBytes } from "../../src/workbook/workbook.js";
import { batches, full } from "./sample.js";

/** The bytes of a report, of which only files of at most `wholeLines` lines are given whole. */
export async function xlsxBytes(report: FileReport, wholeLines?: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of workbookBytes(await reportWorkbook(report, wholeLines))) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** A report's data sheet and its list of findings. */
export async function opened(report: FileReport, wholeLines?: number) {
  const workbook = new ExcelJS.Workbook();
  // ExcelJS names a Buffer of its own.
  await workbook.xlsx.load((await xlsxBytes(report, wholeLines)) as unknown as ArrayBuffer);
  const [data, findings] = workbook.worksheets as [ExcelJS.Worksheet, ExcelJS.Worksheet];
  return { workbook, data, findings };
}

/** The report of a file with the records that are given, its titles first. */
export function reportOf(rows: readonly Row[], change: Partial<FileReport> = {}): FileReport {
  return { ...full, findings: [], records: () => batches(...rows), ...change };
}

/** Words of the comment on a cell; empty where there is none. */
export function noteOf(cell: ExcelJS.Cell): string {
  const { note } = cell;
  if (!note) return "";
  return typeof note === "string" ? note : (note.texts ?? []).map(({ text }) => text).join("");
}

/** Colour and frame of a cell. */
export function lookOf({ fill, border }: ExcelJS.Cell): { colour?: string; frame?: string } {
  const colour = fill?.type === "pattern" ? fill.fgColor?.argb : undefined;
  const frame = border?.top?.style;
  return { ...(colour ? { colour } : {}), ...(frame ? { frame } : {}) };
}

/** Row of the list's titles: the last row of the sheet before its findings. */
export const listStart = (sheet: ExcelJS.Worksheet, findings: number): number => sheet.rowCount - findings;

interface Element {
  readonly part: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Every element of every part; a part that is not well formed is an error. */
export async function elementsOf(workbook: Uint8Array): Promise<readonly Element[]> {
  const folder = mkdtempSync(join(tmpdir(), "ictsdg-parts-"));
  const path = join(folder, "report.xlsx");
  writeFileSync(path, workbook);
  const archive = await openArchive(path, LIMITS);
  const elements: Element[] = [];
  try {
    for (const part of archive.names)
      await readXml(archive.read(part), part, {
        open: (name, attributes) => elements.push({ part, name, attributes: { ...attributes } }),
      });
  } finally {
    archive.close();
    rmSync(folder, { recursive: true });
  }
  return elements;
}

/** Where the links of a report lead, by the cell that they are in. ExcelJS knows links to other files only. */
export async function linksOf(report: FileReport, wholeLines?: number): Promise<Record<string, string>> {
  const links = (await elementsOf(await xlsxBytes(report, wholeLines))).filter(
    ({ name }) => name === "hyperlink",
  );
  return Object.fromEntries(links.map(({ attributes }) => [attributes.ref, attributes.location]));
}
