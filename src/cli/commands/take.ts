import type { Command } from "commander";
import type { Environment } from "../../run/environment.js";
import { submissionFiles } from "../../run/files.js";
import { type TakeReport, takeEnvironment, takeFile } from "../../run/take.js";
import { createSilence } from "../../settle/state.js";
import { areaOrGroup, type CommonOptions, type Terminal, withEnvironment } from "../context.js";
import { EXIT } from "../exit-codes.js";
import { mappingHints } from "../headings.js";
import { columns, dialectText, failures, findingText } from "../print.js";
import { progress } from "../progress.js";
import { type ReadingOptions, readingOptions, withReadingOptions } from "../reading-options.js";
import { settledText } from "../said.js";

interface TakeCommandOptions extends CommonOptions, ReadingOptions {
  readonly from?: string;
}

export function takeCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command("take")
    .description(
      "take submissions into the store; each file becomes a vintage of its own, and the same file is taken once",
    )
    .argument("<file-or-folder...>", "files, or folders with CSV, TSV or TXT files")
    .option("--from <sender>", "who handed it in")
    .addHelpText(
      "after",
      '\nExample:\n  ictsdg take data/inbox\n  ictsdg take KEN.csv --from "Communications Authority of Kenya"',
    );
  withReadingOptions(command).action(async (paths: string[], _, self: Command) => {
    const options = self.optsWithGlobals<TakeCommandOptions>();
    process.exitCode = await withEnvironment(options, (environment) =>
      take(paths, options, environment, terminal),
    );
  });
}

async function take(
  paths: readonly string[],
  options: TakeCommandOptions,
  environment: Environment,
  terminal: Terminal,
): Promise<number> {
  const reports = await takeAll(submissionFiles(paths), environment, terminal, {
    ...readingOptions(options, options.area ? areaOrGroup(environment, options.area) : null),
    ...(options.from ? { from: options.from } : {}),
  });
  if (options.json) terminal.out(JSON.stringify(reports, null, 2));
  else
    terminal.out(
      reports
        .flatMap((report) => [
          reportText(report, options.lang, environment),
          ...mappingHints(report, options.map),
        ])
        .join("\n"),
    );
  return reports.some((report) => report.outcome === "refused") ? EXIT.errors : EXIT.ok;
}

/** Takes file after file; one that is refused does not keep the others out. */
export async function takeAll(
  files: readonly string[],
  environment: Environment,
  terminal: Terminal,
  options: Parameters<typeof takeFile>[2],
): Promise<TakeReport[]> {
  const bar = progress(terminal, files.length, "files");
  const reports: TakeReport[] = [];
  try {
    for (const file of files) {
      reports.push(await takeFile(file, takeEnvironment(environment), options));
      bar.at(reports.length);
    }
  } finally {
    bar.stop();
  }
  return reports;
}

function reportText(report: TakeReport, lang: CommonOptions["lang"], environment: Environment): string {
  switch (report.outcome) {
    case "already-taken":
      return `= ${report.submission.filename}: already taken (${report.submission.id.slice(0, 12)}), nothing to do`;
    case "refused":
      return findingText(report.finding, lang, environment, report.submission.filename);
    case "taken": {
      const failed = report.counts.filter((count) => count.fail > 0);
      const table =
        failed.length > 0
          ? `\n${columns(
              ["  rule", "found"],
              failed.map((count) => [`  ${count.rule}`, count.fail]),
            )}`
          : "";
      const { id, area } = report.submission;
      const settled = settledIn(environment, id, area);
      const line = settled > 0 ? `\n  ${settledText(settled)}` : "";
      return `+ ${dialectText(report, lang, environment)}\n  receipt ${id}\n  ${failures(failed)} findings${table}${line}`;
    }
  }
}

/** How many findings of a submission had been settled when it came. */
function settledIn({ store }: Environment, submission: string, area: number | null): number {
  const settlements = store.settlements({ area: area ?? undefined });
  if (settlements.length === 0) return 0;
  return store.findings({ submission }).filter(createSilence(settlements)).length;
}
