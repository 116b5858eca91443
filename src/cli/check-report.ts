import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type FileReport, type ReportFormat, STATABLE } from "../report/report.js";
import type { Environment } from "../run/environment.js";
import type { TakeReport } from "../run/take.js";
import type { Finding, Language } from "../types.js";
import { ruleSetHash } from "../validate/rules/index.js";
import { severityOf } from "../validate/severity.js";
import type { ReadingOptions } from "./reading-options.js";

/** What checking one file gave. */
export interface Checked {
  readonly report: TakeReport;
  readonly findings: readonly Finding[];
  readonly figures: number;
  readonly held: number;
}

interface Wishes extends ReadingOptions {
  readonly lang: Language;
  readonly limit?: number;
}

/** Findings listed in a report unless the person says otherwise; nobody reads further, and the counts go on. */
const REPORT_LIMIT = 2000;

/** Gathers what is reported of one file. */
function fileReport(checked: Checked, wishes: Wishes, environment: Environment): FileReport {
  const { report, findings, figures, held } = checked;
  const { submission } = report;
  const taken = report.outcome === "taken" ? report : null;
  return {
    language: wishes.lang,
    checkedAt: submission.receivedAt,
    ruleSet: ruleSetHash,
    filename: submission.filename,
    receipt: submission.id,
    bytes: submission.bytes,
    area: submission.area,
    reading: taken && {
      ...taken.dialect,
      stated: STATABLE.filter((part) => wishes[part] !== undefined),
      ignored: taken.ignored,
      lines: taken.lines,
      figures,
      held,
    },
    rules: (taken?.counts ?? []).map((count) => ({ ...count, severity: severityOf(count.rule) })),
    findings,
    limit: wishes.limit ?? REPORT_LIMIT,
    areaName: environment.areas.areaName,
  };
}

/** Writes the report of one file as `<filename>.<lang>.<extension>` into a folder, and says where. */
export async function writeReport(
  checked: Checked,
  format: ReportFormat,
  folder: string,
  wishes: Wishes,
  environment: Environment,
): Promise<string> {
  const report = fileReport(checked, wishes, environment);
  const path = join(folder, `${report.filename}.${report.language}.${format.extension}`);
  await mkdir(folder, { recursive: true });
  const partial = `${path}.${process.pid}.partial`;
  try {
    await writeFile(partial, format.write(report));
    await rename(partial, path);
  } finally {
    await rm(partial, { force: true });
  }
  return path;
}
