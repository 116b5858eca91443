/**
 * Time and memory of taking one large submission, against csv-parse alone on the same bytes:
 * `node dist/scripts/bench/take.js [rows] [runs]`. Each measurement is a process of its own; the two
 * take turns, and the ratio is made pair by pair, since machines drift.
 */
import { spawnSync } from "node:child_process";
import { createReadStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse";
import { openEnvironment, places } from "../../src/run/environment.js";
import { takeEnvironment, takeFile } from "../../src/run/take.js";
import { generateSubmission } from "./generate.js";

interface Measured {
  readonly seconds: number;
  /** Largest resident set, MiB. */
  readonly memory: number;
  readonly detail: string;
}

async function parseAlone(path: string): Promise<string> {
  let records = 0;
  const parsing = createReadStream(path).pipe(parse({ bom: true }));
  for await (const _ of parsing) records++;
  return `${records} records`;
}

async function take(path: string): Promise<string> {
  const scratch = mkdtempSync(join(tmpdir(), "ictsdg-bench-"));
  const own = { store: join(scratch, "store.db"), archive: join(scratch, "archive") };
  const environment = openEnvironment({ ...places(), ...own });
  const report = await takeFile(path, takeEnvironment(environment), { anyArea: true });
  if (report.outcome !== "taken") throw new Error(JSON.stringify(report));
  const [stored] = environment.store.submissions();
  environment.close();
  rmSync(scratch, { recursive: true });
  return `${stored?.observations} figures, ${stored?.held} held, ${stored?.errors} errors and ${stored?.warnings} warnings listed`;
}

async function measure(what: string, path: string): Promise<void> {
  const start = performance.now();
  const detail = await (what === "take" ? take(path) : parseAlone(path));
  const seconds = (performance.now() - start) / 1000;
  console.log(
    JSON.stringify({ seconds, memory: process.resourceUsage().maxRSS / 1024, detail } satisfies Measured),
  );
}

function child(what: string, path: string): Measured {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.url), what, path],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Measured;
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

async function compare(rows: number, runs: number): Promise<number> {
  const scratch = mkdtempSync(join(tmpdir(), "ictsdg-bench-"));
  const path = join(scratch, "submission.csv");
  const { areas, close } = openEnvironment({ ...places(), store: join(scratch, "areas.db") });
  close();
  await generateSubmission(
    path,
    rows,
    areas.list.slice(0, 230).map(({ iso3 }) => iso3),
  );
  const size = statSync(path).size / 1e6;
  const pairs = Array.from({ length: runs }, () => ({
    alone: child("parse", path),
    whole: child("take", path),
  }));
  rmSync(scratch, { recursive: true });
  const ratio = middle(pairs.map(({ alone, whole }) => whole.seconds / alone.seconds));
  const memory = middle(pairs.map(({ whole }) => whole.memory));
  console.log(
    `${rows} rows, ${size.toFixed(0)} MB, ${runs} pairs (medians): csv-parse alone ${middle(pairs.map(({ alone }) => alone.seconds)).toFixed(2)} s, take ${middle(pairs.map(({ whole }) => whole.seconds)).toFixed(2)} s, ratio ${ratio.toFixed(2)}, take's peak memory ${memory.toFixed(0)} MiB`,
  );
  console.log(`  ${pairs[0]?.whole.detail}`);
  return memory;
}

const [first = "", second = ""] = process.argv.slice(2);
if (first === "take" || first === "parse") await measure(first, second);
else {
  const rows = Number(first || 1_000_000);
  const runs = Number(second || 3);
  const small = await compare(rows, runs);
  const large = await compare(4 * rows, 1);
  console.log(`Memory at ${4 * rows} rows is ${(large / small).toFixed(2)} times that at ${rows}.`);
}
