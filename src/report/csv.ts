import csv from "../export/csv.js";
import type { Cell, Column, Finding, Table } from "../types.js";
import { type FileReport, ordered, type ReportFormat, words } from "./report.js";

const text = (id: string): Column => ({ id, title: id, type: "text" });
const integer = (id: string): Column => ({ id, title: id, type: "integer" });

const COLUMNS: readonly Column[] = [
  text("FILE"),
  text("SEVERITY"),
  text("RULE"),
  integer("LINE"),
  text("COLUMN"),
  text("SERIES"),
  integer("REF_AREA"),
  integer("TIME_PERIOD"),
  text("TITLE"),
  text("PROBLEM"),
  text("REMEDY"),
];

function row(report: FileReport, finding: Finding): Cell[] {
  const { severity, rule, line, column, key } = finding;
  const { title, problem, remedy } = words(report, finding);
  const place = [line === 0 ? null : line, column];
  const subject = key ? [key.series, key.area, key.period] : [null, null, null];
  return [report.filename, severity, rule, ...place, ...subject, title, problem, remedy];
}

/** One finding a line. It has no place to say that something was cut, so it is never cut. */
export default {
  id: "csv",
  extension: "csv",
  mediaType: csv.mediaType,
  *write(report) {
    const table: Table = {
      id: "findings",
      title: report.filename,
      columns: COLUMNS,
      rows: ordered(report).map((finding) => row(report, finding)),
      notes: [],
      language: report.language,
      vintage: { id: 0, asOf: report.checkedAt },
    };
    for (const piece of csv.write(table)) yield String(piece);
  },
} satisfies ReportFormat;
