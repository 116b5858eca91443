/**
 * Takes the 228 real submissions, imports the population, and prints every published aggregate beside
 * ours: `node dist/scripts/compare-published.js [folder] [--all]`. The folder (default ../shared/data)
 * holds submissions/, published/ and reference/population.csv.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { dimensionKey, dimensionsOf } from "../src/keys.js";
import { type Environment, openEnvironment, places } from "../src/run/environment.js";
import { submissionFiles } from "../src/run/files.js";
import { addReference } from "../src/run/pipeline.js";
import { compute } from "../src/run/publish.js";
import { takeEnvironment, takeFile } from "../src/run/take.js";
import type { Aggregate } from "../src/types.js";

/** One published value and ours for the same key. */
export interface Comparison {
  readonly series: string;
  readonly group: number;
  readonly year: number;
  readonly breakdown: string;
  readonly published: number;
  readonly ours: number | null;
  /** Share of the group's weight with a reported value, and with a reported or estimated one. */
  readonly reported: number;
  readonly used: number;
}

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

/** Every value of `published/` beside ours. */
export function comparePublished(aggregates: readonly Aggregate[], folder: string): Comparison[] {
  const keyOf = (series: string, area: number, period: number, breakdown: string) =>
    `${series} ${area} ${period} ${breakdown}`;
  const ours = new Map(
    aggregates.map((one) => [keyOf(one.series, one.area, one.period, dimensionKey(one.dimensions)), one]),
  );
  return readdirSync(join(folder, "published"))
    .sort()
    .flatMap((name) => {
      const records = parse(readFileSync(join(folder, "published", name)), { columns: true }) as Record<
        string,
        string
      >[];
      return records.map((record) => {
        const { SERIES: series = "", SEX = "_T", COMPOSITE_BREAKDOWN = "_T" } = record;
        const [group, year] = [Number(record.REF_AREA), Number(record.TIME_PERIOD)];
        const breakdown = dimensionKey(dimensionsOf({ SEX, COMPOSITE_BREAKDOWN }));
        const found = ours.get(keyOf(series, group, year, breakdown));
        return {
          series,
          group,
          year,
          breakdown,
          published: Number(record.OBS_VALUE),
          ours: found?.value ?? null,
          reported: found?.weightCovered ?? 0,
          used: found?.weightUsed ?? 0,
        };
      });
    });
}

function statistics(rows: readonly Comparison[]): string {
  const gaps = rows.flatMap((row) => (row.ours === null ? [] : [{ row, gap: row.ours - row.published }]));
  const mean = gaps.reduce((sum, { gap }) => sum + Math.abs(gap), 0) / gaps.length;
  const worst = gaps.reduce(
    (most, one) => (Math.abs(one.gap) > Math.abs(most.gap) ? one : most),
    gaps[0] as (typeof gaps)[number],
  );
  const { row } = worst ?? { row: undefined };
  return gaps.length === 0
    ? `${rows.length} values, none of ours`
    : `${gaps.length} of ${rows.length} values, mean |difference| ${mean.toFixed(2)}, largest ${worst.gap.toFixed(2)} (group ${row?.group}, ${row?.year})`;
}

async function main(): Promise<void> {
  const folder = process.argv[2]?.startsWith("--") ? "../shared/data" : (process.argv[2] ?? "../shared/data");
  if (!existsSync(join(folder, "submissions")))
    throw new Error(`${folder} has no submissions/: give the folder of the real data.`);
  const scratch = mkdtempSync(join(tmpdir(), "ictsdg-compare-"));
  const environment = openEnvironment({ ...places(), store: join(scratch, "store.db") });
  try {
    await takeReal(environment, folder);
    const rows = comparePublished(compute(environment)?.aggregates ?? [], folder);
    print(rows, environment, process.argv.includes("--summary"));
  } finally {
    environment.close();
    rmSync(scratch, { recursive: true });
  }
}

function print(rows: readonly Comparison[], environment: Environment, onlySummary: boolean): void {
  const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
  if (!onlySummary) {
    console.log(
      [
        "series",
        "group",
        "name",
        "year",
        "breakdown",
        "published",
        "ours",
        "difference",
        "reported",
        "used",
      ].join("\t"),
    );
    for (const row of rows) {
      const gap = row.ours === null ? "" : (row.ours - row.published).toFixed(2);
      console.log(
        [
          row.series,
          row.group,
          environment.areas.areaName(row.group, "en"),
          row.year,
          row.breakdown || "total",
          row.published,
          row.ours?.toFixed(2) ?? "..",
          gap,
          percent(row.reported),
          percent(row.used),
        ].join("\t"),
      );
    }
  }
  for (const series of new Set(rows.map((row) => row.series))) {
    const own = rows.filter((row) => row.series === series);
    const known = own.filter((row) => row.used >= 0.95);
    console.log(`${series}: all: ${statistics(own)}`);
    console.log(`${series}: reported or estimated for at least 95 % of the weight: ${statistics(known)}`);
    const years = series === "IT_USE_II99" ? [2005, 2010, 2015, 2017] : [2015];
    console.log(
      `${series}: ${years.join(", ")} at that coverage: ${statistics(known.filter((row) => years.includes(row.year)))}`,
    );
  }
}

if (process.argv[1]?.endsWith("compare-published.js")) await main();
