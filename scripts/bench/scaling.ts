/**
 * How time and memory grow with the figures of 228 countries, step by step: take, estimate, aggregate, tables.
 * `NODE_OPTIONS=--max-old-space-size=14000 node dist/scripts/bench/scaling.js [factors=1,10,100] [figures=28000]`.
 * At factor 1 each country hands in one file of some series over 25 years with three in ten figures missing; at greater factors
 * the same countries and years with more series, and then more breakdowns of each. Synthetic, the same every time.
 * Prints the slope on log-log paper between neighbours; a step that grows faster than figures^1.1 fails the run.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { tables } from "../../pipelines/tables/index.js";
import { aggregate } from "../../src/aggregate/aggregate.js";
import { DENOMINATORS } from "../../src/define.js";
import { writeTables } from "../../src/export/write.js";
import { type Environment, openEnvironment, places } from "../../src/run/environment.js";
import { aggregateInput, estimatesOf, tablesOf } from "../../src/run/publish.js";
import { takeEnvironment, takeFile } from "../../src/run/take.js";
import type { StoredObservation, Vintage } from "../../src/types.js";
import { areaCodes, child, inScratch } from "./child.js";
import { generateSubmission } from "./generate.js";

const COUNTRIES = 228;
const KEPT_OF_TEN = 7;
const MOST_SLOPE = 1.1;
const STEPS = ["take", "estimate", "aggregate", "tables"] as const;
type Step = (typeof STEPS)[number];

/** What one size cost; its JSON is what a child process prints as detail. */
interface Cost {
  readonly figures: number;
  readonly estimates: number;
  readonly aggregates: number;
  readonly rows: number;
  readonly seconds: Readonly<Record<Step, number>>;
}

/** One file for each country, so many figures in all. Countries differ in what they leave out. */
async function generate(folder: string, figures: number): Promise<string[]> {
  const areas = areaCodes(folder).slice(0, COUNTRIES);
  const [first = ""] = areas;
  const path = join(folder, "whole.csv");
  await generateSubmission(path, Math.round(((figures / COUNTRIES) * 10) / KEPT_OF_TEN), [first]);
  const [header, ...lines] = readFileSync(path, "utf8").trimEnd().split("\n");
  return areas.map((area, place) => {
    // 7 has no divisor in common with 10: every stretch of ten years has gaps, in each country others.
    const kept = lines.filter((_, i) => (i * 7 + place + Math.floor(i / 10)) % 10 < KEPT_OF_TEN);
    const own = kept.map((line) => line.replace(`,${first},`, `,${area},`));
    const file = join(folder, `${area}.csv`);
    writeFileSync(file, `${[header, ...own].join("\n")}\n`);
    return file;
  });
}

function importReference(environment: Environment): void {
  const years = Array.from({ length: 25 }, (_, i) => 2000 + i);
  const values = DENOMINATORS.flatMap((series) =>
    environment.areas.list.flatMap(({ m49: area }) =>
      years.map((period) => ({
        ...{ series, area, period, dimensions: {}, value: 100_000 * area },
        ...{ revision: "synthetic", source: "synthetic" },
      })),
    ),
  );
  environment.store.importReference("synthetic", values, "2026-01-01T00:00:00Z");
  environment.referenceChanged();
}

async function run(figures: number): Promise<Cost> {
  return inScratch(async (folder) => {
    const environment = openEnvironment({ ...places(), store: join(folder, "store.db") });
    importReference(environment);
    const files = await generate(folder, figures);
    const { seconds, timed } = stopwatch();
    await timed("take", () => takeAll(environment, files));
    const vintage = environment.store.vintage() as Vintage;
    const observations: StoredObservation[] = environment.store.observations(vintage.id);
    const estimates = await timed("estimate", () => estimatesOf(environment, vintage, observations));
    const aggregates = await timed("aggregate", () =>
      aggregate(aggregateInput(environment, observations, estimates)),
    );
    const computed = { vintage, observations, explanations: [], estimates, aggregates };
    const ids = tables.map(({ id }) => id);
    const made = await timed("tables", async () => {
      const built = tablesOf(environment, computed, ids, "en");
      await writeTables(built, ["csv"], join(folder, "out"));
      return built;
    });
    environment.close();
    const rows = made.reduce((sum, table) => sum + table.rows.length, 0);
    const sizes = { estimates: estimates.length, aggregates: aggregates.length, rows };
    return { figures: observations.length, ...sizes, seconds: seconds() };
  });
}

async function takeAll(environment: Environment, files: readonly string[]): Promise<void> {
  for (const file of files) {
    const report = await takeFile(file, { ...takeEnvironment(environment), archive: null });
    if (report.outcome !== "taken") throw new Error(JSON.stringify(report));
  }
}

function stopwatch() {
  const taken = new Map<Step, number>();
  return {
    timed: async <T>(step: Step, work: () => T | Promise<T>): Promise<T> => {
      const start = performance.now();
      const result = await work();
      taken.set(step, (performance.now() - start) / 1000);
      return result;
    },
    seconds: () => Object.fromEntries(taken) as Record<Step, number>,
  };
}

async function compare(factors: readonly number[], figures: number): Promise<void> {
  const costs: Cost[] = [];
  for (const factor of factors) {
    const measured = child(fileURLToPath(import.meta.url), "run", String(factor * figures));
    const cost = JSON.parse(measured.detail) as Cost;
    const times = STEPS.map((step) => `${step} ${cost.seconds[step].toFixed(2)} s`).join(", ");
    const sizes = `${cost.figures} figures, ${cost.estimates} estimates, ${cost.aggregates} aggregates, ${cost.rows} rows`;
    console.log(`${factor} times: ${sizes}: ${times}; peak memory ${measured.memory.toFixed(0)} MiB`);
    const before = costs.at(-1);
    if (before) printSlopes(before, cost);
    costs.push(cost);
  }
}

function printSlopes(before: Cost, after: Cost): void {
  const slopes = STEPS.map((step) => {
    const slope =
      Math.log(after.seconds[step] / before.seconds[step]) / Math.log(after.figures / before.figures);
    if (slope > MOST_SLOPE) process.exitCode = 1;
    return `${step} ${slope.toFixed(2)}${slope > MOST_SLOPE ? " (above 1.1)" : ""}`;
  });
  console.log(`  slope: ${slopes.join(", ")}`);
}

const [first = "1,10,100", second = "28000"] = process.argv.slice(2);
if (first === "run") {
  const start = performance.now();
  const detail = JSON.stringify(await run(Number(second)));
  const seconds = (performance.now() - start) / 1000;
  console.log(JSON.stringify({ seconds, memory: process.resourceUsage().maxRSS / 1024, detail }));
} else await compare(first.split(",").map(Number), Number(second));
