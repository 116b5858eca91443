import { type Workbook, workbookBytes } from "../workbook/workbook.js";
import { type FileReport, listed, type ReportFormat } from "./report.js";
import { sayIn } from "./say.js";
import { dataSheet, placed } from "./xlsx-data.js";
import { findingsSheet } from "./xlsx-findings.js";
import { layOut, WHOLE_LINES } from "./xlsx-layout.js";

/**
 * The file as a workbook: its own records first, marked and commented, to be corrected and sent back, and then
 * the findings. Records come first because a reader takes the first sheet that has the columns of a
 * submission. Every cell of the records is text, so that a code keeps its zeros, a number its decimal mark,
 * and nothing becomes a formula.
 */
export async function reportWorkbook(report: FileReport, wholeLines = WHOLE_LINES): Promise<Workbook> {
  const { language, filename, checkedAt, records } = report;
  const say = sayIn(language);
  const findings = listed(report);
  const lines = new Set(findings.map(({ line }) => line));
  const layout = records && (await layOut(records, lines, wholeLines));
  const places = findings.map((finding) => (layout ? placed(finding, layout) : { finding, place: null }));
  const data = layout ? [dataSheet(report, places, layout, say)] : [];
  return {
    title: say("title", { file: filename }),
    author: "ictsdg",
    time: new Date(checkedAt),
    language,
    rightToLeft: language === "ar",
    sheets: [...data, findingsSheet(report, places, layout, say)],
  };
}

export default {
  id: "xlsx",
  extension: "xlsx",
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  async *write(report) {
    yield* workbookBytes(await reportWorkbook(report));
  },
} satisfies ReportFormat;
