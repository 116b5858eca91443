import type { ReadSheet } from "../types.js";
import { UnreadableFile } from "./errors.js";
import { COLUMNS, type Header } from "./header.js";
import type { Note, NoteRule } from "./notes.js";
import type { Head } from "./xlsx-head.js";
import type { SurveyedSheet } from "./xlsx-survey.js";
import type { Workbook } from "./xlsx-workbook.js";

/** A sheet whose figures are read. */
export interface SheetToRead extends ReadSheet {
  readonly survey: SurveyedSheet;
  /** Where each column of the file's header stands in this sheet; -1 where it does not. */
  readonly places: readonly number[];
}

interface Readable {
  readonly survey: SurveyedSheet;
  readonly head: Head;
}

/**
 * Chooses the sheets to read: the first visible one whose columns can be told, and all others with the same
 * columns in any order. What is left out is said.
 *
 * @param surveyed all sheets in order
 * @throws UnreadableFile when there is none
 */
export function chosenSheets(
  surveyed: readonly SurveyedSheet[],
  { macros }: Workbook,
): { readonly header: Header; readonly sheets: readonly SheetToRead[]; readonly notes: readonly Note[] } {
  const readable = surveyed.flatMap((survey): Readable[] =>
    survey.head instanceof UnreadableFile ? [] : [{ survey, head: survey.head }],
  );
  const visible = readable.filter(({ survey }) => !survey.sheet.hidden);
  const [first] = visible;
  if (!first) throw whyNone(surveyed);
  const { header } = first.head;
  const alike = visible.filter(({ head }) => columnsOf(head.header) === columnsOf(header));
  const other = visible.filter((one) => !alike.includes(one)).map(({ survey }) => survey);
  const hidden = readable.filter(({ survey }) => survey.sheet.hidden).map(({ survey }) => survey);
  const headless = surveyed.filter(({ head, lastRow }) => head instanceof UnreadableFile && lastRow > 0);
  return {
    header,
    sheets: numbered(alike, header),
    notes: [
      ...naming("sheet-of-other-columns", other),
      ...naming("hidden-sheets", hidden),
      ...naming("sheets-not-read", headless),
      ...(macros ? [{ rule: "macros-not-run", line: 0, column: "", params: {} } as const] : []),
    ],
  };
}

function naming(rule: NoteRule, sheets: readonly SurveyedSheet[]): Note[] {
  if (sheets.length === 0) return [];
  return [{ rule, line: 0, column: "", params: { sheets: named(sheets), count: sheets.length } }];
}

function named(sheets: readonly SurveyedSheet[]): string {
  return sheets.map(({ sheet }) => `“${sheet.name}”`).join(", ");
}

/** The row that comes closest to a head says best what is missing. */
function whyNone(surveyed: readonly SurveyedSheet[]): UnreadableFile {
  if (surveyed.every(({ lastRow }) => lastRow === 0)) return new UnreadableFile("file-empty", {});
  const heads = surveyed.filter(({ sheet }) => !sheet.hidden).map(({ head }) => head);
  const near = heads.find((head) => head instanceof UnreadableFile && head.rule !== "file-no-header");
  if (near instanceof UnreadableFile) return near;
  const expected = "SERIES, REF_AREA, TIME_PERIOD, OBS_VALUE";
  return new UnreadableFile("file-no-sheet", { sheets: named(surveyed).slice(0, 500), expected });
}

/** What a header reads, in no order: its columns and its years. */
function columnsOf({ columns, years }: Header): string {
  return [...Object.keys(columns), ...years.map(({ period }) => period)].sort().join();
}

function numbered(alike: readonly Readable[], header: Header): SheetToRead[] {
  let firstLine = 1;
  return alike.map(({ survey, head }) => {
    const sheet: SheetToRead = {
      name: survey.sheet.name,
      headerRow: head.row,
      firstLine,
      survey,
      places: placesOf(header, head.header),
    };
    firstLine += survey.lastRow;
    return sheet;
  });
}

function placesOf(header: Header, own: Header): number[] {
  if (header === own) return header.names.map((_, index) => index);
  const places = header.names.map((name) => (name === "" ? -1 : own.names.indexOf(name)));
  for (const id of COLUMNS) {
    const index = header.columns[id];
    if (index !== undefined) places[index] = own.columns[id] ?? -1;
  }
  for (const { index, period } of header.years)
    places[index] = own.years.find((year) => year.period === period)?.index ?? -1;
  return places;
}
