/** Reports made by hand, so that every case is there and nothing depends on the rules of the day. */
import { reportFormats } from "../../src/report/index.js";
import type { FileReport } from "../../src/report/report.js";
import type { Finding, Row } from "../../src/types.js";

/** A cell that would be a script in a page, and an area whose name would be a formula in a spreadsheet. */
export const SCRIPT = `<script>alert("1")</script>&'`;
export const FORMULA = '=HYPERLINK("http://example.org")';

export const range: Finding = {
  rule: "within-range",
  level: 1,
  severity: "error",
  line: 12,
  column: "OBS_VALUE",
  key: { series: "IT_USE_II99", area: 818, period: 2024, dimensions: { SEX: "F" } },
  value: 104.25,
  params: { value: 104.25, minimum: 0, maximum: 100, series: "IT_USE_II99" },
};
const words: Finding = {
  ...range,
  rule: "not-a-number",
  line: 7,
  column: "=OBS_VALUE",
  key: null,
  value: null,
  params: { value: SCRIPT },
};
const sudden: Finding = {
  ...range,
  rule: "sudden-change",
  severity: "warning",
  line: 1240,
  value: 61.5,
  params: { value: 61.5, period: "2024", before: 20, beforePeriod: "2021", change: 13.8, limit: 10 },
};
const ages: Finding = {
  ...range,
  rule: "age-scope-stated",
  severity: "info",
  line: 0,
  column: "",
  key: null,
  value: null,
  params: { series: "IT_USE_II99", figures: 21 },
};

/** The lines that the findings are about, and their titles. */
export const ROWS: readonly Row[] = [
  { line: 1, cells: ["SERIES", "REF_AREA", "TIME_PERIOD", "OBS_VALUE", "=OBS_VALUE"] },
  { line: 7, cells: ["IT_USE_II99", "EGY", "2019", "20,5", SCRIPT] },
  { line: 12, cells: ["IT_USE_II99", "818", "2024", "104,25"] },
  { line: 1240, cells: ["IT_USE_II99", "EGY", "2024", "61,5", ""] },
];

/** Records in batches, as a file gives them. */
export async function* batches(...rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  for (const row of rows) yield [row];
}

export const full: FileReport = {
  language: "en",
  checkedAt: "2026-11-24T06:14:25.821Z",
  ruleSet: "ab".repeat(32),
  filename: "EGY.csv",
  receipt: "0f".repeat(32),
  bytes: 38_092,
  area: 818,
  reading: {
    encoding: "windows-1256",
    certainty: "likely",
    mapped: [{ title: "نسبة", column: "OBS_VALUE", confirmedAt: "2026-11-20T08:00:00.000Z" }],
    delimiter: ";",
    sheets: [],
    decimal: null,
    stated: ["encoding"],
    ignored: ["Remarks"],
    lines: 12_345,
    figures: 434,
    held: 2,
  },
  rules: [
    { rule: "age-scope-stated", severity: "info", pass: 20, fail: 1, notEvaluable: 0 },
    { rule: "future-period", severity: "error", pass: 434, fail: 0, notEvaluable: 0 },
    { rule: "not-a-number", severity: "error", pass: 0, fail: 1, notEvaluable: 0 },
    { rule: "sudden-change", severity: "warning", pass: 98, fail: 1, notEvaluable: 34 },
    { rule: "within-range", severity: "error", pass: 433, fail: 1, notEvaluable: 0 },
  ],
  findings: [ages, sudden, words, range],
  limit: 100,
  areaName: () => FORMULA,
  records: () => batches(...ROWS),
};

export const clean: FileReport = {
  ...full,
  rules: [{ rule: "within-range", severity: "error", pass: 434, fail: 0, notEvaluable: 0 }],
  findings: [],
};

/** A file that could not be read, of an area that is not known. */
export const refused: FileReport = {
  ...full,
  area: null,
  reading: null,
  records: null,
  rules: [],
  findings: [{ ...ages, rule: "file-binary", severity: "error", level: 0, params: { found: "ZIP / XLSX" } }],
};

/** A report in one format, whole and as bytes. */
export async function bytes(id: string, report: FileReport): Promise<Buffer> {
  const format = reportFormats.find((one) => one.id === id);
  if (!format) throw new Error(`No format ${id}`);
  const pieces: Uint8Array[] = [];
  for await (const piece of format.write(report)) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/** A report in a format that is text. */
export function written(id: string, report: FileReport): string {
  const pieces = reportFormats.find((one) => one.id === id)?.write(report);
  if (!pieces || !(Symbol.iterator in pieces)) throw new Error(`No text format ${id}`);
  return [...pieces].join("");
}
