/**
 * Speed and memory of the web service on two million synthetic observations: every series, every country, 25 years, by
 * sex and place of residence, in two releases of which the second revises one figure in a hundred. The service runs
 * in a process of its own; clients ask over the network of this machine.
 * Run: npx tsc -p tsconfig.build.json && node dist/scripts/bench/serve.js
 */
import { type ChildProcess, fork } from "node:child_process";
import { createHash } from "node:crypto";
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { seriesByCode } from "../../indicators/index.js";
import { randomFrom } from "../../src/random.js";
import { openEnvironment, places, ROOT } from "../../src/run/environment.js";
import { createApp } from "../../src/serve/app.js";
import type { Marked } from "../../src/serve/published/build.js";
import { createKeeper } from "../../src/serve/published/keeper.js";
import { sdmxService } from "../../src/serve/service.js";
import { inScratch } from "./child.js";

const YEARS = Array.from({ length: 25 }, (_, index) => 2000 + index);
const BREAKDOWNS = ["_T", "F", "M"].flatMap((sex) => ["_T", "U", "R"].map((place) => [sex, place] as const));
const HEADS =
  "SERIES,REF_AREA,TIME_PERIOD,SEX,AGE,URBANISATION,EDUCATION_LEV,COMPOSITE_BREAKDOWN,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,NATURE,COMMENT,SOURCE_DETAIL\n";

const SERIES = [...new Set([...seriesByCode.values()].map(({ series }) => series.code))].sort();

/** Writes the data of a release. `revised`: share of the figures that are other than those of the seed alone. */
async function freeze(
  folder: string,
  name: string,
  at: string,
  areas: readonly number[],
  revised: number,
): Promise<Marked> {
  mkdirSync(join(folder, name, "data"), { recursive: true });
  const path = join(folder, name, "data", "countries.csv");
  const file = createWriteStream(path);
  const [value, change] = [randomFrom(1), randomFrom(2)];
  file.write(HEADS);
  for (const series of SERIES)
    for (const area of areas) {
      const lines = BREAKDOWNS.flatMap(([sex, place]) =>
        YEARS.map((year) => {
          const figure = (100 * value() + (change() < revised ? 1 : 0)).toFixed(4);
          return `${series},${area},${year},${sex},_T,${place},_T,_T,${figure},A,PT,C,,National survey\n`;
        }),
      );
      if (!file.write(lines.join("")))
        await new Promise<void>((drained) => file.once("drain", () => drained()));
    }
  file.end();
  await finished(file);
  const sha256 = createHash("sha256").update(readFileSync(path)).digest("hex");
  const manifest = JSON.stringify({ files: [{ path: "data/countries.csv", sha256 }] });
  writeFileSync(join(folder, name, "manifest.json"), manifest);
  return { name, at, manifest: createHash("sha256").update(manifest).digest("hex") };
}

/** What the child process does: serves, and tells its memory when asked. */
async function serve(folder: string): Promise<void> {
  const releases = JSON.parse(readFileSync(join(folder, "releases.json"), "utf8")) as Marked[];
  const lists = openEnvironment({
    ...places(),
    store: join(folder, "store.db"),
    reference: join(ROOT, "data", "reference"),
  });
  const keeper = createKeeper({
    path: join(folder, "published.db"),
    releases: () => releases,
    folderOf: (name) => join(folder, name),
  });
  const start = performance.now();
  await keeper.refresh();
  const built = (performance.now() - start) / 1000;
  const app = await createApp({ sdmx: sdmxService(lists, keeper.current, "bench") });
  const address = await app.listen({ port: 0, host: "127.0.0.1" });
  process.on("message", () => process.send?.({ memory: process.memoryUsage.rss() / 2 ** 20 }));
  process.send?.({ address, built });
}

const heard = <T>(child: ChildProcess): Promise<T> =>
  new Promise((done) => child.once("message", (said) => done(said as T)));

interface Question {
  readonly what: string;
  readonly path: string;
  readonly times: number;
  readonly at: number;
}

const KEY = (series: string, area: string, rest = "..........."): string => `..${series}.${area}${rest}`;
const QUESTIONS: readonly Question[] = [
  { what: "one series", path: KEY("IT_USE_II99", "404", "._T._T._T........"), times: 2000, at: 8 },
  { what: "one country", path: KEY("", "404"), times: 100, at: 4 },
  { what: "one indicator", path: KEY("IT_USE_II99", ""), times: 20, at: 2 },
  { what: "all", path: "all", times: 2, at: 1 },
];

interface Timing {
  readonly first: number;
  readonly whole: number;
  readonly bytes: number;
  readonly rows: number;
}

async function ask(url: string, accept: string): Promise<Timing> {
  const start = performance.now();
  const { body, status } = await fetch(url, { headers: { accept, "accept-encoding": "identity" } });
  if (status !== 200 || !body) throw new Error(`bench-status: ${url} gave ${status}.`);
  let [first, bytes, rows] = [0, 0, 0];
  for await (const piece of body) {
    if (first === 0) first = performance.now() - start;
    bytes += piece.length;
    for (const byte of piece) if (byte === 10) rows += 1;
  }
  return { first, whole: performance.now() - start, bytes, rows };
}

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0;

/** Largest resident set of the child while something is done, in MiB. */
async function memoryDuring(child: ChildProcess, work: () => Promise<unknown>): Promise<number> {
  let [most, isOver] = [0, false];
  const watch = async () => {
    while (!isOver) {
      const said = heard<{ memory: number }>(child);
      child.send("memory");
      most = Math.max(most, (await said).memory);
      await setTimeout(200);
    }
  };
  const watching = watch();
  await work();
  isOver = true;
  await watching;
  return most;
}

async function measure(base: string, question: Question, child: ChildProcess): Promise<void> {
  const { what, path, times, at } = question;
  const timings: Timing[] = [];
  let left = times;
  const asker = async () => {
    while (left-- > 0) timings.push(await ask(`${base}/rest/v1/data/GLOBAL/${path}`, "text/csv"));
  };
  const start = performance.now();
  const memory = await memoryDuring(child, () => Promise.all(Array.from({ length: at }, asker)));
  const seconds = (performance.now() - start) / 1000;
  const wholes = timings.map(({ whole }) => whole);
  const firsts = timings.map(({ first }) => first);
  const milliseconds = [percentile(wholes, 0.5), percentile(wholes, 0.99), percentile(firsts, 0.5)];
  const cells = [
    ...[what.padEnd(14), String((timings[0]?.rows ?? 1) - 1).padStart(9)],
    ...[times / seconds, ...milliseconds].map((number) => number.toFixed(1).padStart(12)),
    memory.toFixed(0).padStart(6),
  ];
  console.log(cells.join(""));
}

async function main(): Promise<void> {
  await inScratch(async (folder) => {
    const { areas, close } = openEnvironment({ ...places(), store: join(folder, "store.db") });
    const codes = areas.list.slice(0, 216).map(({ m49 }) => m49);
    close();
    if (!codes.includes(404)) codes[0] = 404;
    const releases = [
      await freeze(folder, "r1", "2026-01-01T00:00:00.000Z", codes, 0),
      await freeze(folder, "r2", "2026-04-01T00:00:00.000Z", codes, 0.01),
    ];
    writeFileSync(join(folder, "releases.json"), JSON.stringify(releases));
    const child = fork(fileURLToPath(import.meta.url), [folder]);
    const { address, built } = await heard<{ address: string; built: number }>(child);
    const observations = SERIES.length * codes.length * YEARS.length * BREAKDOWNS.length;
    console.log(
      `${observations} observations (synthetic) in two releases; index built in ${built.toFixed(0)} s`,
    );
    console.log("asked          observed   answers/s   50 % (ms)   99 % (ms)  first byte   MiB");
    for (const question of QUESTIONS) await measure(address, question, child);
    child.kill();
  });
}

const [folder] = process.argv.slice(2);
await (folder === undefined ? main() : serve(folder));
