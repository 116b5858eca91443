import type { Command } from "commander";
import { pipelines } from "../../../pipelines/index.js";
import type { Environment } from "../../run/environment.js";
import { runPipeline } from "../../run/pipeline.js";
import { type CommonOptions, findPipeline, type Terminal, withEnvironment } from "../context.js";
import { EXIT } from "../exit-codes.js";
import { summary } from "../summary.js";
import { takeAll } from "./take.js";

interface RunOptions extends CommonOptions {
  readonly force?: boolean;
}

export function runCommand(program: Command, terminal: Terminal): void {
  program
    .command("run")
    .description("run a pipeline once: take its inbox, then publish")
    .argument("<pipeline>", `one of ${pipelines.map(({ id }) => id).join(", ")}`)
    .option("--force", "publish even when nothing has changed")
    .addHelpText("after", "\nExample:\n  ictsdg run annual-collection")
    .action(async (id: string, _, self: Command) => {
      const options = self.optsWithGlobals<RunOptions>();
      process.exitCode = await withEnvironment(options, (environment) =>
        run(id, options, environment, terminal),
      );
    });
}

async function run(
  id: string,
  options: RunOptions,
  environment: Environment,
  terminal: Terminal,
): Promise<number> {
  const pipeline = findPipeline(id);
  const report = await runPipeline(
    pipeline,
    environment,
    (files, details) => takeAll(files, environment, terminal, details),
    options.force,
  );
  if (options.json) {
    const { publication } = report;
    const files = publication.outcome === "published" ? publication.files : [];
    terminal.out(
      JSON.stringify({ ...report, publication: { outcome: publication.outcome, files } }, null, 2),
    );
  } else terminal.out(summary(report, environment, options.lang));
  return report.takes.some(({ outcome }) => outcome === "refused") ? EXIT.errors : EXIT.ok;
}
