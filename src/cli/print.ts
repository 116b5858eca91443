import { describeFinding } from "../i18n/finding.js";
import type { WorkbookDialect } from "../intake/dialect.js";
import type { Environment } from "../run/environment.js";
import type { TakeReport } from "../run/take.js";
import type { StoredFinding } from "../store/store.js";
import type { Finding, Language, ReadSheet, RuleCount } from "../types.js";
import { mappedText } from "./headings.js";

/** Columns of text, each as wide as its widest cell; numbers to the right. */
export function columns(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const texts = [heads, ...rows].map((row) => row.map(String));
  const widths = heads.map((_, i) => Math.max(...texts.map((row) => [...(row[i] ?? "")].length)));
  const numeric = heads.map((_, i) => rows.length > 0 && rows.every((row) => typeof row[i] === "number"));
  return texts
    .map((row) =>
      row
        .map((cell, i) => pad(cell, widths[i] ?? 0, numeric[i] ?? false))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function pad(text: string, width: number, right: boolean): string {
  const space = " ".repeat(Math.max(0, width - [...text].length));
  return right ? space + text : text + space;
}

const MARKS: Readonly<Record<Finding["severity"], string>> = { error: "✗", warning: "?", info: "i" };

/** One finding as three lines: where and what, what was found, what to do. */
export function findingText(
  finding: Finding,
  language: Language,
  environment: Pick<Environment, "areas">,
  file = "",
  sheets: readonly ReadSheet[] = [],
): string {
  const { title, problem, remedy, place } = describeFinding(
    finding,
    language,
    environment.areas.areaName,
    sheets,
  );
  return `${MARKS[finding.severity]} ${file ? `${file}, ` : ""}${place}: ${title}\n    ${problem}\n    → ${remedy}`;
}

/** A stored finding, with the file it is of. */
export function storedFindingText(
  finding: StoredFinding,
  language: Language,
  environment: Pick<Environment, "areas" | "store">,
): string {
  const { dialect = "{}" } = environment.store.submission(finding.submission) ?? {};
  const { sheets } = JSON.parse(dialect) as Partial<WorkbookDialect>;
  return findingText(finding, language, environment, finding.filename, sheets);
}

/** How a file was read, so that nothing about it is assumed in silence. */
export function dialectText(
  report: Extract<TakeReport, { outcome: "taken" }>,
  language: Language,
  environment: Pick<Environment, "areas">,
): string {
  const { dialect, submission, lines, ignored, mapped } = report;
  const names: Readonly<Record<string, string>> = {
    ",": "comma",
    ";": "semicolon",
    "\t": "tab",
    "|": "pipe",
  };
  const decimal =
    dialect.decimal === null ? "not settled by the file" : dialect.decimal === "," ? "comma" : "point";
  const area =
    submission.area === null ? "several areas" : environment.areas.areaName(submission.area, language);
  const unread = ignored.length > 0 ? `; columns not read: ${ignored.join(", ")}` : "";
  const written =
    "sheets" in dialect
      ? sheetsText(dialect)
      : `${dialect.encoding}${dialect.certainty === "likely" ? " (most likely)" : ""}, ${names[dialect.delimiter]}-separated, decimal mark: ${decimal}`;
  return `${submission.filename}: ${area}, ${lines} lines, ${written}${mappedText(mapped)}${unread}`;
}

/** Numbers of a workbook have no decimal mark, so that one is named only where figures were typed as text. */
function sheetsText({ sheets, decimal }: WorkbookDialect): string {
  const named = sheets.map(({ name, headerRow }) => `“${name}” (heads on row ${headerRow})`);
  const typed =
    decimal === null ? "" : `, decimal mark of figures typed as text: ${decimal === "," ? "comma" : "point"}`;
  return `Excel workbook, ${sheets.length === 1 ? "sheet" : "sheets"} ${named.join(", ")}${typed}`;
}

/** Failures summed over rules of one severity each. */
export function failures(counts: readonly RuleCount[]): number {
  return counts.reduce((sum, count) => sum + count.fail, 0);
}

export function thousands(value: number): string {
  return value.toLocaleString("en-US").replaceAll(",", " ");
}
