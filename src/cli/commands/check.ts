import { basename } from "node:path";
import { type Command, Option } from "commander";
import { reportFormats } from "../../report/index.js";
import { countBySeverity } from "../../report/report.js";
import type { Environment } from "../../run/environment.js";
import { submissionFiles } from "../../run/files.js";
import { DETAILS_PER_RULE } from "../../run/listing.js";
import { takeEnvironment, takeFile } from "../../run/take.js";
import { createSilence } from "../../settle/state.js";
import { openSqlite } from "../../store/sqlite.js";
import type { Finding, Severity } from "../../types.js";
import { type Checked, judgedBy, writeReport } from "../check-report.js";
import { areaOrGroup, type CommonOptions, type Terminal, UsageError, withEnvironment } from "../context.js";
import { EXIT } from "../exit-codes.js";
import { mappingHints } from "../headings.js";
import { dialectText, findingText, thousands } from "../print.js";
import { type ReadingOptions, readingOptions, withReadingOptions } from "../reading-options.js";
import { settledText } from "../said.js";

/** Findings shown on the screen for each file. */
const SCREEN_LIMIT = 50;

interface CheckOptions extends CommonOptions, ReadingOptions {
  readonly limit?: number;
  readonly report?: string;
  readonly out: string;
}

export function checkCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command("check")
    .description("say everything that is wrong or doubtful in files, and store nothing")
    .argument("<file...>", "files, or folders with CSV, TSV, TXT or XLSX files")
    .option(
      "--limit <n>",
      `findings to list for each file (default: ${SCREEN_LIMIT}; 2000 in a report)`,
      Number,
    )
    .addOption(
      new Option("--report <format>", "write a report of each file instead of listing its findings").choices(
        reportFormats.map(({ id }) => id),
      ),
    )
    .option("--out <folder>", "where reports go, as <file>.<lang>.<format>", ".")
    .addHelpText(
      "after",
      "\nExample:\n  ictsdg check KEN.csv --lang fr\n  ictsdg check KEN.csv --lang fr --report html --out reports\n\nExit code: 0 clean, 3 errors, 4 warnings but no error",
    );
  withReadingOptions(command).action(async (paths: string[], _, self: Command) => {
    const options = self.optsWithGlobals<CheckOptions>();
    process.exitCode = await withEnvironment(options, (environment) =>
      check(paths, options, environment, terminal),
    );
  });
}

async function check(
  paths: readonly string[],
  options: CheckOptions,
  environment: Environment,
  terminal: Terminal,
): Promise<number> {
  const files = submissionFiles(paths);
  if (options.report) refuseSameNames(files);
  const results: (Checked & { readonly written?: string })[] = [];
  for (const path of files) {
    const checked = await checkFile(path, options, environment);
    const written = await reported(path, checked, options, environment);
    results.push(written === undefined ? checked : { ...checked, written });
  }
  if (options.json) terminal.out(JSON.stringify(results, null, 2));
  else for (const result of results) terminal.out(resultText(result, options, environment));
  const severities = new Set(
    results.flatMap((result) => unsettled(result).map((finding) => finding.severity)),
  );
  if (severities.has("error")) return EXIT.errors;
  return severities.has("warning") ? EXIT.warnings : EXIT.ok;
}

/** Reports are named after files, so that two files of one name would end in one report. */
function refuseSameNames(files: readonly string[]): void {
  const names = new Set<string>();
  for (const name of files.map((path) => basename(path))) {
    if (names.has(name))
      throw new UsageError(`Two files are called ${name}. Check them apart, each with its own --out.`);
    names.add(name);
  }
}

/** Where the report of a file was written; undefined when none is asked for. */
async function reported(
  path: string,
  checked: Checked,
  options: CheckOptions,
  environment: Environment,
): Promise<string | undefined> {
  const format = reportFormats.find(({ id }) => id === options.report);
  return format && writeReport(path, checked, format, options.out, options, environment);
}

/** The same as taking, into a store that is thrown away: what is checked is what will be taken. */
async function checkFile(path: string, options: CheckOptions, environment: Environment): Promise<Checked> {
  const store = openSqlite("");
  try {
    const area = options.area ? areaOrGroup(environment, options.area) : null;
    const report = await takeFile(
      path,
      { ...takeEnvironment(environment), store, known: environment.store, archive: null },
      readingOptions(options, area),
    );
    const findings = report.outcome === "refused" ? [report.finding] : store.findings();
    const { observations = 0, held = 0 } = store.submission(report.submission.id) ?? {};
    const settled = findings.filter(createSilence(environment.store.settlements()));
    return { report, findings, settled, figures: observations, held };
  } finally {
    store.close();
  }
}

/** What the sender is asked to correct or explain, and notes. */
function unsettled({ findings, settled }: Checked): readonly Finding[] {
  const answered = new Set(settled);
  return findings.filter((finding) => !answered.has(finding));
}

/** How many of each severity there are, listed or not, without those settled. */
function outstanding({ report, findings, settled }: Checked): Record<Severity, number> {
  const counts = countBySeverity({ findings, rules: judgedBy(report) });
  for (const { severity } of settled) counts[severity]--;
  return counts;
}

function resultText(
  checked: Checked & { readonly written?: string },
  options: CheckOptions,
  environment: Environment,
): string {
  const { report, settled, written } = checked;
  const findings = unsettled(checked);
  const sheets = report.outcome === "taken" && "sheets" in report.dialect ? report.dialect.sheets : [];
  const shown = findings
    .slice(0, written === undefined ? (options.limit ?? SCREEN_LIMIT) : 0)
    .map((finding) => findingText(finding, options.lang, environment, "", sheets));
  const counts = outstanding(checked);
  const total = counts.error + counts.warning + counts.info;
  return [
    report.outcome === "taken"
      ? dialectText(report, options.lang, environment)
      : `${report.submission.filename}:`,
    ...shown,
    ...mappingHints(report, options.map),
    ...(written === undefined ? moreText(shown.length, findings.length, total) : []),
    `${counts.error} errors, ${counts.warning} warnings, ${counts.info} notes`,
    ...(settled.length > 0 ? [settledText(settled.length)] : []),
    ...(written === undefined ? [] : [`Report: ${written}`]),
    "",
  ].join("\n");
}

/** What is not shown, and what could be: of each rule no more than DETAILS_PER_RULE findings are kept. */
function moreText(shown: number, kept: number, total: number): string[] {
  if (shown === total) return [];
  const cap = `of each rule the first ${thousands(DETAILS_PER_RULE)} are listed`;
  const wider = shown < kept ? `--limit ${kept} shows ${kept < total ? "more" : "all"}` : "";
  const hints = [wider, kept < total ? cap : ""].filter((hint) => hint !== "");
  return [`… and ${thousands(total - shown)} more; ${hints.join("; ")}`];
}
