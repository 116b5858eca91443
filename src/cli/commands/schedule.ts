import type { Command } from "commander";
import { schedule } from "node-cron";
import { pipelines } from "../../../pipelines/index.js";
import type { Pipeline } from "../../define.js";
import { runPipeline } from "../../run/pipeline.js";
import { type CommonOptions, findPipeline, type Terminal, withEnvironment } from "../context.js";
import { summary } from "../summary.js";
import { takeAll } from "./take.js";

export function scheduleCommand(program: Command, terminal: Terminal): void {
  program
    .command("schedule")
    .description(
      "run pipelines at the times they declare, until stopped; a run never overlaps the one before",
    )
    .argument("[pipeline...]", "which (default: all but the sample)")
    .addHelpText("after", "\nExample:\n  ictsdg schedule annual-collection")
    .action((ids: string[], _, self: Command) => {
      const options = self.optsWithGlobals<CommonOptions>();
      const chosen = ids.length > 0 ? ids.map(findPipeline) : pipelines.filter(({ id }) => id !== "sample");
      for (const pipeline of chosen) {
        schedule(pipeline.schedule, () => runOnce(pipeline, options, terminal), {
          timezone: pipeline.timezone,
          noOverlap: true,
          name: pipeline.id,
        });
        terminal.err(`${pipeline.id}: ${pipeline.schedule} (${pipeline.timezone})`);
      }
    });
}

/** A run that fails is told and does not end the schedule. */
async function runOnce(pipeline: Pipeline, options: CommonOptions, terminal: Terminal): Promise<void> {
  try {
    await withEnvironment(options, async (environment) => {
      const report = await runPipeline(pipeline, environment, (files, details) =>
        takeAll(files, environment, terminal, details),
      );
      terminal.out(
        `${new Date().toISOString()} ${pipeline.id}\n${summary(report, environment, options.lang)}`,
      );
    });
  } catch (error) {
    terminal.err(
      `${new Date().toISOString()} ${pipeline.id} failed: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
