/** The sample collection from files to tables, as `npm start` runs it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import sample from "../../pipelines/sample.js";
import { findExporter } from "../../src/export/index.js";
import { type PipelineReport, runPipeline } from "../../src/run/pipeline.js";
import type { TakeReport } from "../../src/run/take.js";
import { hashes, openWorkshop, tableCounts, type Workshop } from "./workshop.js";

let shop: Workshop;
let first: PipelineReport;

async function takeAll(files: readonly string[]): Promise<TakeReport[]> {
  const reports: TakeReport[] = [];
  for (const file of files) reports.push(await shop.take(file));
  return reports;
}

beforeAll(async () => {
  shop = openWorkshop();
  first = await runPipeline(sample, shop.environment, takeAll);
});
afterAll(() => shop.close());

/** Which rule finds a fault, by the words README.md has for it; null where there is nothing to find. */
const RULES: readonly [RegExp, string | null][] = [
  [/another country/, "foreign-area"],
  [/women's value above the total/, "total-between-parts"],
  [/series code nobody knows/, "unknown-series"],
  [/percentage of 120/, "within-range"],
  [/4G coverage above 3G/, "nested-coverage"],
  [/same key twice/, "duplicate-key"],
  [/read in two ways/, "ambiguous-number"],
  [/words in place of a number/, "not-a-number"],
  [/missing-value symbol/, null],
  [/year that has not come/, "future-period"],
  [/unit that is not the series'/, "wrong-unit"],
];

interface Fault {
  readonly file: string;
  readonly line: number;
  readonly what: string;
  readonly rule: string | null | undefined;
}

function faults(): Fault[] {
  const found: Fault[] = [];
  let file = "";
  for (const text of readFileSync("data/sample/README.md", "utf8").split("\n")) {
    file = /^\*\*(\S+\.csv)\*\*$/.exec(text)?.[1] ?? file;
    const [, line, what = ""] = /^- line (\d+): (.+)$/.exec(text) ?? [];
    if (line)
      found.push({ file, line: Number(line), what, rule: RULES.find(([words]) => words.test(what))?.[1] });
  }
  return found;
}

/** Lines that findings of a rule are about: where they stand, and the others that they name. */
function linesOf(file: string, rule: string): number[] {
  const found = shop.environment.store.findings({ rule }).filter(({ filename }) => filename === file);
  return found.flatMap(({ line, params }) => [
    line,
    ...String(params.lines ?? "")
      .split(", ")
      .map(Number),
  ]);
}

describe("the sample pipeline", () => {
  it("takes 24 files and publishes its tables", () => {
    expect(first.takes.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 24 }, () => "taken"));
    expect(first.referenceAdded).toBeGreaterThan(0);
    const extensions = sample.formats.map((format) => findExporter(format)?.extension);
    const expected = sample.tables.flatMap((table) =>
      extensions.map((extension) => `en/${table}.${extension}`),
    );
    expect(Object.keys(hashes(join(shop.folder, "out")))).toEqual(expect.arrayContaining(expected));
  });

  it("takes and publishes nothing when it runs again", async () => {
    const state = () => [hashes(join(shop.folder, "out")), { ...tableCounts(shop.store), run: 0 }];
    const before = state();
    const second = await runPipeline(sample, shop.environment, takeAll);
    expect(second.takes.map(({ outcome }) => outcome)).toEqual(
      Array.from({ length: 24 }, () => "already-taken"),
    );
    expect(second.referenceAdded).toBe(0);
    expect(second.publication.outcome).toBe("unchanged");
    expect(state()).toEqual(before);
  });

  it("is on record with its steps, and what the second run left alone", () => {
    const [second, ...earlier] = shop.environment.store.runs();
    expect(earlier.map(({ outcome }) => outcome)).toEqual(["published"]);
    expect(second).toMatchObject({ pipeline: "sample", outcome: "unchanged", log: "" });
    expect(second?.steps.map(({ name, inputs, skipped }) => [name, inputs.length, skipped.length])).toEqual([
      ["reference", 1, 1],
      ["take", 24, 24],
      ["publish", 1, 1],
    ]);
    const [reference, take, publish] = earlier[0]?.steps ?? [];
    expect(reference?.outputs).toEqual(["denominators.csv"]);
    expect(take?.outputs).toEqual(shop.environment.store.submissions().map(({ id }) => id));
    expect(publish?.outputs).toContain("en/availability.csv");
    expect(earlier[0]?.log.split("\n")).toHaveLength(24);
  });

  it.each(faults().filter(({ rule }) => rule !== null))(
    "finds in $file, line $line: $what",
    ({ file, line, rule }) => {
      expect(rule).toBeDefined();
      expect(linesOf(file, rule ?? "")).toContain(line);
    },
  );

  it.each(faults().filter(({ rule }) => rule === null))(
    "reads in $file, line $line: $what",
    ({ file, line }) => {
      const { store } = shop.environment;
      expect(
        store.findings({ severity: "error" }).filter((one) => one.filename === file && one.line === line),
      ).toEqual([]);
      const id = store.submissions().find(({ filename }) => filename === file)?.id;
      const figures = store
        .observations(Number.MAX_SAFE_INTEGER)
        .filter((one) => one.submission === id && one.line === line);
      expect(figures.map(({ value, status }) => [value, status])).toEqual([[null, "O"]]);
    },
  );
});
