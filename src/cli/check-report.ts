import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type FileReport,
  type JudgedRule,
  REPORT_LIMIT,
  type ReportFormat,
  STATABLE,
} from "../report/report.js";
import type { Environment } from "../run/environment.js";
import { recordsOf } from "../run/kept-file.js";
import type { TakeReport } from "../run/take.js";
import type { Finding, Language } from "../types.js";
import { ruleSet } from "../validate/rules/index.js";
import { severityOf } from "../validate/severity.js";
import type { ReadingOptions } from "./reading-options.js";

/** What checking one file gave. */
export interface Checked {
  readonly report: TakeReport;
  readonly findings: readonly Finding[];
  /** Those of the findings that need no answer any more: explained and accepted, or withdrawn. */
  readonly settled: readonly Finding[];
  readonly figures: number;
  readonly held: number;
}

interface Wishes extends ReadingOptions {
  readonly lang: Language;
  readonly limit?: number;
}

/** How every rule ended, with all that it found, listed or not. */
export function judgedBy(report: TakeReport): JudgedRule[] {
  const counts = report.outcome === "taken" ? report.counts : [];
  return counts.map((count) => ({ ...count, severity: severityOf(count.rule) }));
}

/** Gathers what is reported of one file. */
function fileReport(path: string, checked: Checked, wishes: Wishes, environment: Environment): FileReport {
  const { report, findings, figures, held } = checked;
  const { submission } = report;
  const taken = report.outcome === "taken" ? report : null;
  return {
    language: wishes.lang,
    checkedAt: submission.receivedAt,
    ruleSet,
    filename: submission.filename,
    receipt: submission.id,
    bytes: submission.bytes,
    area: submission.area,
    reading: taken && {
      ...{ encoding: null, certainty: null, delimiter: null, sheets: [], ...taken.dialect },
      stated: STATABLE.filter((part) => wishes[part] !== undefined),
      mapped: taken.mapped,
      ignored: taken.ignored,
      lines: taken.lines,
      figures,
      held,
    },
    rules: judgedBy(report),
    findings,
    limit: wishes.limit ?? REPORT_LIMIT,
    areaName: environment.areas.areaName,
    records: taken && (() => recordsOf(path, taken)),
  };
}

/** Writes the report of one file as `<filename>.<lang>.<extension>` into a folder, and says where. */
export async function writeReport(
  path: string,
  checked: Checked,
  format: ReportFormat,
  folder: string,
  wishes: Wishes,
  environment: Environment,
): Promise<string> {
  const report = fileReport(path, checked, wishes, environment);
  const target = join(folder, `${report.filename}.${report.language}.${format.extension}`);
  await mkdir(folder, { recursive: true });
  const partial = `${target}.${process.pid}.partial`;
  try {
    await writeFile(partial, format.write(report));
    await rename(partial, target);
  } finally {
    await rm(partial, { force: true });
  }
  return target;
}
