import { describeFinding, type FindingText } from "../i18n/finding.js";
import { text } from "../i18n/text.js";
import type { Certainty } from "../intake/encoding.js";
import type { ColumnMapping } from "../intake/header.js";
import type { Finding, Language, ReadSheet, Row, RuleCount, Severity } from "../types.js";

/** Worst first: the order of every list in a report. */
export const SEVERITIES = ["error", "warning", "info"] as const satisfies readonly Severity[];

/** What of the reading a person may state instead of leaving it to detection. */
export const STATABLE = ["encoding", "delimiter", "decimal"] as const;

/** Findings listed in a report unless the person says otherwise; nobody reads further, and the counts go on. */
export const REPORT_LIMIT = 2000;

/** How a file was read and how much came of it. */
export interface Reading {
  /** Null for a workbook, as is the delimiter. */
  readonly encoding: string | null;
  /** How the encoding is known; null for a workbook. */
  readonly certainty: Certainty | null;
  readonly delimiter: string | null;
  /** Sheets of a workbook that were read; none for a text file. */
  readonly sheets: readonly ReadSheet[];
  /** Null when the figures do not settle it. */
  readonly decimal: string | null;
  /** What the person stated; the rest was detected. */
  readonly stated: readonly (typeof STATABLE)[number][];
  /** Columns read by what the person or, earlier, the country said of their headings. */
  readonly mapped: readonly ColumnMapping[];
  /** Columns that were not read. */
  readonly ignored: readonly string[];
  readonly lines: number;
  readonly figures: number;
  /** Figures kept out of use by an error. */
  readonly held: number;
}

/** Outcome of a rule and how grave its findings are. */
export interface JudgedRule extends RuleCount {
  readonly severity: Severity;
}

/** All that is reported of one checked file. Nothing else is read: the same report gives the same bytes. */
export interface FileReport {
  readonly language: Language;
  /** ISO 8601 time of the check, given by the caller. */
  readonly checkedAt: string;
  /** The set of rules that judged the file: its version, a space, its hash. */
  readonly ruleSet: string;
  readonly filename: string;
  /** SHA-256 of the file's bytes: the sender's receipt. */
  readonly receipt: string;
  readonly bytes: number;
  /** M49 code; null when the file speaks for several areas, or it is not known for which. */
  readonly area: number | null;
  /** Null when the file could not be read and was refused. */
  readonly reading: Reading | null;
  readonly rules: readonly JudgedRule[];
  readonly findings: readonly Finding[];
  /** Findings listed at most; the formats that cut say how many there are. */
  readonly limit: number;
  readonly areaName: (m49: number, language: Language) => string;
  /** The file's own records once more, its titles first; null when the file was refused. */
  readonly records: (() => AsyncIterable<readonly Row[]>) | null;
}

/** The rule set for the eye: its version and the first digits of its hash. */
export const shortRuleSet = ({ ruleSet }: FileReport): string =>
  ruleSet.replace(/[0-9a-f]{64}$/, (hash) => hash.slice(0, 12));

/** A way of writing reports. A new one is one file and one line in index.ts. */
export interface ReportFormat {
  readonly id: string;
  readonly extension: string;
  readonly mediaType: string;
  /** Pieces of the file: text, to be written in UTF-8, or bytes. */
  readonly write: (report: FileReport) => Iterable<string> | AsyncIterable<Uint8Array>;
}

/** Findings worst first and otherwise in the order given. */
export function ordered({ findings }: FileReport): Finding[] {
  return SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

/** Findings that a report lists, within its limit; the worst are kept. */
export function listed(report: FileReport): Finding[] {
  return ordered(report).slice(0, report.limit);
}

/**
 * Every rule that was applied, those with findings first. A rule that refused the file has no count yet, and
 * one with more findings than were kept has a higher count than findings.
 */
export function judgedRules({ rules, findings }: FileReport): JudgedRule[] {
  const byRule = new Map(rules.map((rule) => [rule.rule, rule]));
  for (const { rule, severity } of findings) {
    if (!byRule.has(rule)) {
      const fail = findings.filter((finding) => finding.rule === rule).length;
      byRule.set(rule, { rule, severity, pass: 0, fail, notEvaluable: 0 });
    }
  }
  const rank = ({ fail, severity }: JudgedRule) =>
    fail === 0 ? SEVERITIES.length : SEVERITIES.indexOf(severity);
  return [...byRule.values()].sort((a, b) => rank(a) - rank(b) || (a.rule < b.rule ? -1 : 1));
}

/** Findings of each severity, those beyond the limit included. */
export function countBySeverity(report: Pick<FileReport, "findings" | "rules">): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  const kept = new Map<string, number>();
  for (const { rule, severity } of report.findings) {
    kept.set(rule, (kept.get(rule) ?? 0) + 1);
    counts[severity]++;
  }
  for (const { rule, severity, fail } of report.rules)
    counts[severity] += Math.max(0, fail - (kept.get(rule) ?? 0));
  return counts;
}

/** How many findings there are, listed or not. */
export function total(report: FileReport): number {
  return Object.values(countBySeverity(report)).reduce((sum, count) => sum + count, 0);
}

/** A finding in the words of the report's language. */
export function words(report: FileReport, finding: Finding): FindingText {
  return describeFinding(finding, report.language, report.areaName, report.reading?.sheets);
}

/** Name of a rule and what it asks for; what differs between its findings is left open. */
export function ruleWords(rule: string, language: Language): Pick<FindingText, "title" | "remedy"> {
  const open = { column: "…", expected: "…" };
  return {
    title: text("findings", language, `${rule}.title`, open),
    remedy: text("findings", language, `${rule}.remedy`, open),
  };
}

const MARKS: Readonly<Record<string, string>> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "pipe",
  ".": "point",
};

/** Name of a separator or decimal mark, the same in every language. */
export function markName(mark: string): string {
  const name = MARKS[mark];
  if (name === undefined) throw new Error(`No name for the mark "${mark}": add it to src/report/report.ts.`);
  return name;
}
