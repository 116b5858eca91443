import type { Command } from "commander";
import type { Environment } from "../../run/environment.js";
import { submissionFiles } from "../../run/files.js";
import { type TakeReport, takeFile } from "../../run/take.js";
import { openSqlite } from "../../store/sqlite.js";
import type { Finding } from "../../types.js";
import { areaOrGroup, type CommonOptions, type Terminal, withEnvironment } from "../context.js";
import { EXIT } from "../exit-codes.js";
import { dialectText, findingText } from "../print.js";
import { type ReadingOptions, readingOptions, withReadingOptions } from "../reading-options.js";
import { takeEnvironment } from "./take.js";

interface CheckOptions extends CommonOptions, ReadingOptions {
  readonly limit: number;
}

interface Checked {
  readonly report: TakeReport;
  readonly findings: readonly Finding[];
}

export function checkCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command("check")
    .description("say everything that is wrong or doubtful in files, and store nothing")
    .argument("<file...>", "files, or folders with CSV, TSV or TXT files")
    .option("--limit <n>", "findings to show for each file", Number, 50)
    .addHelpText(
      "after",
      "\nExample:\n  ictsdg check KEN.csv --lang fr\n\nExit code: 0 clean, 3 errors, 4 warnings but no error",
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
  const results: Checked[] = [];
  for (const path of submissionFiles(paths)) results.push(await checkFile(path, options, environment));
  if (options.json) terminal.out(JSON.stringify(results, null, 2));
  else for (const result of results) terminal.out(resultText(result, options, environment));
  const severities = new Set(results.flatMap(({ findings }) => findings.map((finding) => finding.severity)));
  if (severities.has("error")) return EXIT.errors;
  return severities.has("warning") ? EXIT.warnings : EXIT.ok;
}

/** The same as taking, into a store that is thrown away: what is checked is what will be taken. */
async function checkFile(path: string, options: CheckOptions, environment: Environment): Promise<Checked> {
  const store = openSqlite("");
  try {
    const area = options.area ? areaOrGroup(environment, options.area) : null;
    const report = await takeFile(
      path,
      { ...takeEnvironment(environment), store, archive: null },
      readingOptions(options, area),
    );
    return { report, findings: report.outcome === "refused" ? [report.finding] : store.findings() };
  } finally {
    store.close();
  }
}

function resultText({ report, findings }: Checked, options: CheckOptions, environment: Environment): string {
  const shown = findings
    .slice(0, options.limit)
    .map((finding) => findingText(finding, options.lang, environment));
  const count = (severity: Finding["severity"]) =>
    findings.filter((finding) => finding.severity === severity).length;
  const more = findings.length - shown.length;
  return [
    report.outcome === "taken"
      ? dialectText(report, options.lang, environment)
      : `${report.submission.filename}:`,
    ...shown,
    ...(more > 0 ? [`… and ${more} more; --limit ${findings.length} shows all`] : []),
    `${count("error")} errors, ${count("warning")} warnings, ${count("info")} notes`,
    "",
  ].join("\n");
}
