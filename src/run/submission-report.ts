import type { ColumnMapping } from "../intake/header.js";
import { openTable } from "../intake/table-file.js";
import { type FileReport, REPORT_LIMIT } from "../report/report.js";
import type { SubmissionRecord } from "../store/store.js";
import type { Language } from "../types.js";
import { severityOf } from "../validate/severity.js";
import type { Environment } from "./environment.js";
import { rememberedHeadings } from "./headings.js";
import { keptFile, type Manner, recordsOf } from "./kept-file.js";

/**
 * The report of a file that was taken, as the sender would have got it then: from its findings and counts in the store,
 * and from its bytes where they are still in the archive; without them nothing is said of its columns, and there are
 * no records. What the sender stated of the reading was not kept and counts as detected.
 */
export async function submissionReport(
  environment: Environment,
  submission: SubmissionRecord,
  language: Language,
): Promise<FileReport> {
  const { store, archive, areas } = environment;
  const dialect = JSON.parse(submission.dialect) as Manner["dialect"];
  const path = keptFile(archive, submission);
  const { mapped, ignored } =
    path === undefined ? { mapped: [], ignored: [] } : await columnsOf(environment, submission, path);
  return {
    ...{ language, checkedAt: submission.receivedAt, ruleSet: submission.rules },
    ...{ filename: submission.filename, receipt: submission.id, bytes: submission.bytes },
    area: submission.area,
    reading: {
      ...{ encoding: null, certainty: null, delimiter: null, sheets: [], ...dialect },
      ...{ stated: [], mapped, ignored, lines: submission.lines },
      ...{ figures: submission.observations, held: submission.held },
    },
    rules: store.ruleCounts(submission.id).map((count) => ({ ...count, severity: severityOf(count.rule) })),
    findings: store.findings({ submission: submission.id }),
    limit: REPORT_LIMIT,
    areaName: areas.areaName,
    records: path === undefined ? null : () => recordsOf(path, { dialect, mapped }),
  };
}

/** What the columns of a kept file mean, by what its country had confirmed when it was taken. */
async function columnsOf(
  { store }: Environment,
  { area, receivedAt }: SubmissionRecord,
  path: string,
): Promise<{ readonly mapped: readonly ColumnMapping[]; readonly ignored: readonly string[] }> {
  const known = area === null ? [] : rememberedHeadings(store, area);
  const confirmed = known.filter(({ confirmedAt }) => (confirmedAt ?? "") <= receivedAt);
  const { header, batches } = await openTable(path, { confirmed: () => confirmed });
  await batches[Symbol.asyncIterator]().return?.();
  return { mapped: header.mapped, ignored: header.ignored };
}
