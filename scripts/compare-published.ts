/**
 * Takes the 228 real submissions, imports the population, and compares every published aggregate with ours:
 * `node dist/scripts/compare-published.js [folder] [--all] [--markdown]`. The folder (default ../shared/data)
 * holds submissions/, published/ and reference/population.csv. Prints summaries by indicator, group and year;
 * with `--all` each value too; with `--markdown` the summaries as Markdown.
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { aggregate } from "../src/aggregate/aggregate.js";
import { type Environment, openEnvironment, places } from "../src/run/environment.js";
import { submissionFiles } from "../src/run/files.js";
import { addReference } from "../src/run/pipeline.js";
import { aggregateInput, type Computed, compute } from "../src/run/publish.js";
import { takeEnvironment, takeFile } from "../src/run/take.js";
import type { Aggregate } from "../src/types.js";
import { type Comparison, comparePublished } from "./compare/comparison.js";
import { listing, summaries } from "./compare/print.js";

export { type Comparison, comparePublished };

/** Takes every submission of `folder` into the environment's store. */
export async function takeReal(environment: Environment, folder: string): Promise<void> {
  const population = {
    series: "POPULATION",
    revision: "WB 2025",
    source: "World Bank, SP.POP.TOTL, via datasets/population",
  };
  addReference(environment, join(folder, "reference/population.csv"), population);
  for (const file of submissionFiles([join(folder, "submissions")])) {
    const report = await takeFile(file, { ...takeEnvironment(environment), archive: null });
    if (report.outcome !== "taken") throw new Error(`${file}: ${report.outcome}`);
  }
}

/** Aggregates of what was reported, however little that is. */
function unfilled(environment: Environment, { observations }: Computed): Aggregate[] {
  const thresholds = { minimumWeight: 0, minimumCountries: 0, reliableWeight: 0 };
  return aggregate({ ...aggregateInput(environment, observations, []), thresholds });
}

async function main(args: readonly string[]): Promise<void> {
  const folder = args.find((one) => !one.startsWith("--")) ?? "../shared/data";
  if (!existsSync(join(folder, "submissions")))
    throw new Error(`${folder} has no submissions/: give the folder of the real data.`);
  const scratch = mkdtempSync(join(tmpdir(), "ictsdg-compare-"));
  const environment = openEnvironment({ ...places(), store: join(scratch, "store.db") });
  try {
    await takeReal(environment, folder);
    const computed = compute(environment) as Computed;
    const rows = comparePublished(computed.aggregates, folder, unfilled(environment, computed));
    const name = (group: number) => environment.areas.areaName(group, "en");
    if (args.includes("--all")) console.log(`${listing(rows, name)}\n`);
    console.log(summaries(rows, name, args.includes("--markdown")));
  } finally {
    environment.close();
    rmSync(scratch, { recursive: true });
  }
}

if (process.argv[1]?.endsWith("compare-published.js")) await main(process.argv.slice(2));
