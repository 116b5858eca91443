import type { ReadSheet, Row } from "../types.js";
import { type Archive, openArchive } from "./archive.js";
import { type HeadingOptions, headerOf } from "./csv.js";
import { type DecimalMark, detectDecimal, type WorkbookDialect } from "./dialect.js";
import { type Header, isSdmx } from "./header.js";
import { LIMITS, type Limits } from "./limits.js";
import { type Note, type NoteTally, noteTally } from "./notes.js";
import type { ReadTitles } from "./xlsx-head.js";
import { mergeFiller } from "./xlsx-merges.js";
import { rowMaker } from "./xlsx-rows.js";
import { readSheet } from "./xlsx-sheet.js";
import { chosenSheets, type SheetToRead } from "./xlsx-sheets.js";
import { type SurveyedSheet, surveySheet } from "./xlsx-survey.js";
import { readWorkbook, type Workbook } from "./xlsx-workbook.js";

export interface WorkbookOptions extends HeadingOptions {
  /** Of figures that were typed as text; numbers have none. */
  readonly decimal?: DecimalMark;
  readonly limits?: Partial<Limits>;
}

export interface WorkbookFile {
  readonly dialect: WorkbookDialect;
  readonly header: Header;
  readonly batches: AsyncIterable<readonly Row[]>;
  /** What is to be said of the reading, once the batches have been read. */
  notes(): readonly Note[];
}

/**
 * Opens an Excel workbook (XLSX, XLSM; ECMA-376): looks through its archive, finds the sheets that hold
 * figures, and hands over their rows. What is hidden by rows and columns is read; macros are not run and
 * formulas are not calculated, their last values count.
 *
 * Several sheets are read as if they stood below each other: the rows of a sheet are counted on from the last
 * row of the one before, so that a line is one place of the file. `dialect.sheets` leads back to the rows.
 *
 * @throws UnreadableFile when the archive is unsafe or damaged, or no visible sheet names the columns; while
 *   reading the batches, when the archive is damaged
 */
export async function openWorkbook(path: string, options: WorkbookOptions = {}): Promise<WorkbookFile> {
  const limits = { ...LIMITS, ...options.limits };
  const archive = await openArchive(path, limits);
  try {
    const workbook = await readWorkbook(archive, limits);
    const read: ReadTitles = (titles, below) => headerOf(titles, below, options);
    const surveyed: SurveyedSheet[] = [];
    for (const sheet of workbook.sheets)
      surveyed.push(await surveySheet(archive, workbook, sheet, limits, read));
    const { header, sheets, notes } = chosenSheets(surveyed, workbook);
    const tally = noteTally();
    return {
      dialect: dialectOf(sheets, header, workbook, options),
      header,
      batches: rowsOf({ archive, workbook, header, sheets, limits }, tally),
      notes: () => [...notes, ...tally.notes()],
    };
  } catch (error) {
    archive.close();
    throw error;
  }
}

function dialectOf(
  sheets: readonly SheetToRead[],
  header: Header,
  workbook: Workbook,
  { decimal: stated }: WorkbookOptions,
): WorkbookDialect {
  // SDMX-CSV has a point as its decimal mark, whatever the locale, and so have its columns in a workbook.
  const known = stated ?? (isSdmx(header) ? "." : undefined);
  const decimal = known ?? detectDecimal(typedFigures(sheets, header, workbook));
  const read = sheets.map(({ name, headerRow, firstLine }): ReadSheet => ({ name, headerRow, firstLine }));
  return { format: "xlsx", decimal, sheets: read };
}

/** Texts in the columns of figures, of the first rows. */
function* typedFigures(
  sheets: readonly SheetToRead[],
  header: Header,
  workbook: Workbook,
): Generator<string> {
  const { OBS_VALUE = -1 } = header.columns;
  const columns = [OBS_VALUE, ...header.years.map(({ index }) => index)];
  for (const { survey, headerRow, places } of sheets) {
    const rowOf = rowMaker(header, places, workbook, noteTally());
    for (const row of survey.first) {
      const made = row.number > headerRow ? rowOf(row, row.number) : null;
      for (const index of columns) if (made?.numbers?.[index] === undefined) yield made?.cells[index] ?? "";
    }
  }
}

/** Everything that reading the rows needs. */
interface Opened {
  readonly archive: Archive;
  readonly workbook: Workbook;
  readonly header: Header;
  readonly sheets: readonly SheetToRead[];
  readonly limits: Limits;
}

async function* rowsOf(opened: Opened, tally: NoteTally): AsyncGenerator<readonly Row[]> {
  try {
    for (const sheet of opened.sheets) {
      noteHiddenColumns(sheet, opened.header, tally);
      yield* sheetRows(sheet, opened, tally);
    }
  } finally {
    opened.archive.close();
  }
}

async function* sheetRows(
  { survey, headerRow, firstLine, places }: SheetToRead,
  { archive, workbook, header, limits }: Opened,
  tally: NoteTally,
): AsyncGenerator<readonly Row[]> {
  const { part } = survey.sheet;
  const filled = mergeFiller(survey.merges, limits.columns);
  const rowOf = rowMaker(header, places, workbook, tally);
  for await (const batch of readSheet(archive.read(part), part, limits).batches) {
    const rows: Row[] = [];
    for (const stored of batch) {
      const row = filled(stored);
      const made = row.number > headerRow ? rowOf(row, firstLine + row.number - 1) : null;
      if (made) rows.push(made);
    }
    if (rows.length > 0) yield rows;
  }
}

function noteHiddenColumns(
  { survey, headerRow, firstLine, places }: SheetToRead,
  header: Header,
  tally: NoteTally,
): void {
  const isHidden = (place: number) =>
    survey.hiddenColumns.some(([first, last]) => first <= place && place <= last);
  const names = header.names.filter((name, index) => name !== "" && isHidden(places[index] ?? -1));
  if (names.length > 0)
    tally.count("hidden-columns", firstLine + headerRow - 1, "", { columns: names.join(", ") });
}
