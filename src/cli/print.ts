import { describeFinding } from "../i18n/finding.js";
import type { Environment } from "../run/environment.js";
import type { TakeReport } from "../run/take.js";
import type { Finding, Language, RuleCount } from "../types.js";

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
): string {
  const { title, problem, remedy, place } = describeFinding(finding, language, environment.areas.areaName);
  return `${MARKS[finding.severity]} ${file ? `${file}, ` : ""}${place}: ${title}\n    ${problem}\n    → ${remedy}`;
}

/** How a file was read, so that nothing about it is assumed in silence. */
export function dialectText(
  report: Extract<TakeReport, { outcome: "taken" }>,
  language: Language,
  environment: Pick<Environment, "areas">,
): string {
  const { dialect, submission, lines, ignored } = report;
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
  return `${submission.filename}: ${area}, ${lines} lines, ${dialect.encoding}, ${names[dialect.delimiter]}-separated, decimal mark: ${decimal}${unread}`;
}

/** Failures summed over rules of one severity each. */
export function failures(counts: readonly RuleCount[]): number {
  return counts.reduce((sum, count) => sum + count.fail, 0);
}

export function thousands(value: number): string {
  return value.toLocaleString("en-US").replaceAll(",", " ");
}
