#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { MissingFile } from "../run/files.js";
import { ReleaseError } from "../run/release/manifest.js";
import { aggregateCommand } from "./commands/aggregate.js";
import { backtestCommand } from "./commands/backtest.js";
import { chartCommand } from "./commands/chart.js";
import { checkCommand } from "./commands/check.js";
import { columnsCommand } from "./commands/columns.js";
import { deadlinesCommands } from "./commands/deadlines.js";
import { explainCommand } from "./commands/explain.js";
import { groupsCommand } from "./commands/groups.js";
import { indicatorsCommand } from "./commands/indicators.js";
import { publishCommands } from "./commands/publish.js";
import { queueCommand } from "./commands/queue.js";
import { referenceCommand } from "./commands/reference.js";
import { releaseCommand } from "./commands/release.js";
import { revisionsCommand } from "./commands/revisions.js";
import { rulesCommand } from "./commands/rules.js";
import { runCommand } from "./commands/run.js";
import { scheduleCommand } from "./commands/schedule.js";
import { sdmxCommands } from "./commands/sdmx.js";
import { serveCommand } from "./commands/serve.js";
import { settleCommands } from "./commands/settle.js";
import { storedCommands } from "./commands/stored.js";
import { takeCommand } from "./commands/take.js";
import { language, terminal, UsageError } from "./context.js";
import { EXIT } from "./exit-codes.js";

const program = new Command("ictsdg")
  .description(
    "ICT indicators of the Sustainable Development Goals: country submissions in, comparable tables out.",
  )
  .version("0.1.0")
  .option("--json", "print the result as JSON")
  .option("--store <file>", "database file (default: data/ictsdg.db, or ICTSDG_STORE)")
  .option("--lang <code>", "language of names and findings: ar, en, es, fr, ru, zh", language, "en")
  .addHelpText("after", "\nExample:\n  ictsdg check KEN.csv --lang fr")
  .exitOverride();

for (const add of [
  indicatorsCommand,
  checkCommand,
  takeCommand,
  columnsCommand,
  storedCommands,
  settleCommands,
  deadlinesCommands,
  queueCommand,
  referenceCommand,
  groupsCommand,
  aggregateCommand,
  publishCommands,
  releaseCommand,
  revisionsCommand,
  chartCommand,
  sdmxCommands,
  serveCommand,
  runCommand,
  rulesCommand,
  scheduleCommand,
  explainCommand,
  backtestCommand,
])
  add(program, terminal);

// `ictsdg findings | head` closes the pipe early, which is no mistake.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

/** What went wrong in one line; a stack trace only for bugs. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof UsageError || error instanceof MissingFile || error instanceof ReleaseError) {
    terminal.err(error.message);
    return EXIT.usage;
  }
  const { code, message, stack } = error as NodeJS.ErrnoException;
  const expected = code !== undefined || /^[a-z]+(-[a-z]+)+: |^[A-Z_]+: /.test(message ?? "");
  terminal.err(expected ? message : (stack ?? String(error)));
  return EXIT.failure;
}
