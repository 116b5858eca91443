import { basename } from "node:path";
import { type Command, Option } from "commander";
import { reportFormats } from "../../report/index.js";
import type { Environment } from "../../run/environment.js";
import { submissionFiles } from "../../run/files.js";
import { takeEnvironment, takeFile } from "../../run/take.js";
import { openSqlite } from "../../store/sqlite.js";
import type { Finding } from "../../types.js";
import { type Checked, writeReport } from "../check-report.js";
import { areaOrGroup, type CommonOptions, type Terminal, UsageError, withEnvironment } from "../context.js";
import { EXIT } from "../exit-codes.js";
import { dialectText, findingText } from "../print.js";
import { type ReadingOptions, readingOptions, withReadingOptions } from "../reading-options.js";

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
    .argument("<file...>", "files, or folders with CSV, TSV or TXT files")
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
    const written = await reported(checked, options, environment);
    results.push(written === undefined ? checked : { ...checked, written });
  }
  if (options.json) terminal.out(JSON.stringify(results, null, 2));
  else for (const result of results) terminal.out(resultText(result, options, environment));
  const severities = new Set(results.flatMap(({ findings }) => findings.map((finding) => finding.severity)));
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
  checked: Checked,
  options: CheckOptions,
  environment: Environment,
): Promise<string | undefined> {
  const format = reportFormats.find(({ id }) => id === options.report);
  return format && writeReport(checked, format, options.out, options, environment);
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
    return { report, findings, figures: observations, held };
  } finally {
    store.close();
  }
}

function resultText(
  { report, findings, written }: Checked & { readonly written?: string },
  options: CheckOptions,
  environment: Environment,
): string {
  const shown = findings
    .slice(0, written === undefined ? (options.limit ?? SCREEN_LIMIT) : 0)
    .map((finding) => findingText(finding, options.lang, environment));
  const count = (severity: Finding["severity"]) =>
    findings.filter((finding) => finding.severity === severity).length;
  const more = findings.length - shown.length;
  return [
    report.outcome === "taken"
      ? dialectText(report, options.lang, environment)
      : `${report.submission.filename}:`,
    ...shown,
    ...(more > 0 && written === undefined
      ? [`… and ${more} more; --limit ${findings.length} shows all`]
      : []),
    `${count("error")} errors, ${count("warning")} warnings, ${count("info")} notes`,
    ...(written === undefined ? [] : [`Report: ${written}`]),
    "",
  ].join("\n");
}
