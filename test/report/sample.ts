/** Reports made by hand, so that every case is there and nothing depends on the rules of the day. */
import { reportFormats } from "../../src/report/index.js";
import type { FileReport } from "../../src/report/report.js";
import type { Finding } from "../../src/types.js";

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
  params: { value: 104.25, minimum: 0, maximum: 100, series: "IT_USE_II99" },
};
const words: Finding = {
  ...range,
  rule: "not-a-number",
  line: 7,
  column: "=OBS_VALUE",
  key: null,
  params: { value: SCRIPT },
};
const sudden: Finding = {
  ...range,
  rule: "sudden-change",
  severity: "warning",
  line: 1240,
  params: { value: 61.5, period: "2024", before: 20, beforePeriod: "2021", change: 13.8, limit: 10 },
};
const ages: Finding = {
  ...range,
  rule: "age-scope-stated",
  severity: "info",
  line: 0,
  column: "",
  key: null,
  params: { series: "IT_USE_II99", figures: 21 },
};

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
    delimiter: ";",
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
  rules: [],
  findings: [{ ...ages, rule: "file-binary", severity: "error", level: 0, params: { found: "ZIP / XLSX" } }],
};

/** A report in one format, whole. */
export function written(id: string, report: FileReport): string {
  const format = reportFormats.find((one) => one.id === id);
  if (!format) throw new Error(`No format ${id}`);
  return [...format.write(report)].join("");
}
