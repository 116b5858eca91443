/**
 * Templates and sample files made wrong in seeded ways, through the reader:
 * `node dist/scripts/fuzz/intake.js [inputs=200000] [seed=1] [threads=the machine's]`. Nothing may crash, take
 * two seconds, or lose a line without a word; `input N of seed S` in a complaint makes the same bytes again.
 */
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { openCsv } from "../../src/intake/csv.js";
import { createDecoder, detectEncoding, ENCODINGS, type Encoding } from "../../src/intake/encoding.js";
import { UnreadableFile } from "../../src/intake/errors.js";
import { loadAreas } from "../../src/reference/areas.js";
import { places, ROOT } from "../../src/run/environment.js";
import type { Finding, Row } from "../../src/types.js";
import { createReader } from "../../src/validate/read.js";
import { seededRandom } from "../sample/random.js";
import { encode } from "./encode.js";
import { mutate, type Random } from "./mutate.js";

/** Milliseconds one input may take. */
const PATIENCE = 2_000;
/** Limits that small files pass. */
const NARROW = { rows: 5, columns: 15, cell: 30, record: 150, bytes: 600 };

/** Inputs `part`, `part + parts`, `part + 2 parts` … below `inputs`. */
interface Share {
  readonly inputs: number;
  readonly seed: number;
  readonly part: number;
  readonly parts: number;
  /** Where the input being read is written, for who watches from another thread. */
  readonly at: Int32Array;
}

export interface FuzzReport {
  /** How often an input ended so: `read`, `findings`, or the rule by which the file was refused. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly rows: number;
  /** Milliseconds of the slowest input. */
  readonly slowest: number;
  /** What must not be, with what makes it again. */
  readonly complaints: readonly string[];
}

/** The first lines of every template and sample file, as text, and an SDMX-CSV message. */
function seeds(): readonly string[] {
  const files = ["templates", "sample"].flatMap((folder) =>
    readdirSync(join(ROOT, "data", folder))
      .filter((name) => name.endsWith(".csv") && name !== "denominators.csv")
      .map((name) => readFileSync(join(ROOT, "data", folder, name))),
  );
  const texts = files.map((bytes) => {
    const encoding = detectEncoding(bytes)?.encoding ?? "utf-8";
    return createDecoder(encoding)(bytes).split("\n").slice(0, 8).join("\n");
  });
  const message = [
    "STRUCTURE,STRUCTURE_ID,ACTION,SERIES: Series,REF_AREA,SEX: Sex,DISABILITY_STATUS,TIME_PERIOD,OBS_VALUE,OBS_STATUS",
    "dataflow,A:B(1.0),I,IT_USE_II99: Internet,KEN,F: Female,_T,2020,40.5,A",
    "dataflow,A:B(1.0),D,IT_USE_II99: Internet,KEN,M: Male,_T,2020,-,",
    "dataflow,A:B(1.0),M,IT_USE_II99: Internet,KEN,_T: Total,PD,2020,NaN,O",
  ];
  const across = [
    "SERIES;REF_AREA;SEX;2018;2019;2020;NUMERATOR",
    "IT_USE_II99;KEN;F;40,5;;42;7",
    "IT_USE_II99;KEN;M;..;1.234,5;42*;",
  ];
  return [...texts, message.join("\n"), across.join("\n")];
}

async function* chunked(bytes: Buffer, random: Random): AsyncGenerator<Uint8Array> {
  const size = random() < 0.8 ? bytes.length : 1 + Math.floor(random() * 64);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Reads one input as taking does; returns how it ended. Throws what no input may bring about. */
async function readOne(
  bytes: Buffer,
  random: Random,
  areaOf: (text: string) => number | undefined,
): Promise<{ readonly outcome: string; readonly rows: number }> {
  try {
    const limits = random() < 0.05 ? NARROW : {};
    const { header, dialect, batches } = await openCsv(chunked(bytes, random), { limits });
    let findings = 0;
    const report = (_: Finding) => void findings++;
    const anyArea = random() < 0.5;
    const reader = createReader(header, { areaOf, area: null, anyArea, decimal: dialect.decimal, report });
    const rows: Row[] = [];
    for await (const batch of batches) {
      for (const row of batch) {
        const before = findings;
        if (reader.read(row).length === 0 && findings === before) throw new Error(`line ${row.line} is lost`);
        rows.push(row);
      }
    }
    requireAllLines(bytes, dialect.encoding, rows);
    return { outcome: findings > 0 ? "findings" : "read", rows: rows.length };
  } catch (error) {
    if (error instanceof UnreadableFile) return { outcome: error.rule, rows: 0 };
    throw error;
  }
}

/** Every line after the header is blank or inside one record, by the line numbers the records came with. */
function requireAllLines(bytes: Buffer, encoding: Encoding, rows: readonly Row[]): void {
  const lines = createDecoder(encoding)(bytes).split(/\r\n|\n|\r/);
  let next = rows[0]?.line ?? 1;
  for (const { line, cells } of [...rows, { line: lines.length + 1, cells: [] }]) {
    if (line < next) throw new Error(`line ${line} comes after line ${next - 1}`);
    const between = rows.length > 0 ? lines.slice(next - 1, line - 1) : [];
    if (between.some((text) => /[^"\s]/.test(text)))
      throw new Error(`a line from ${next} to ${line - 1} is lost`);
    next = line + cells.join("\u0000").split(/\r\n|\n|\r/).length;
  }
}

/** Reads a share of the inputs and says how they ended. */
export async function fuzz({ inputs, seed, part, parts, at }: Share): Promise<FuzzReport> {
  const texts = seeds();
  const { findArea } = loadAreas(places().reference);
  // The first file of each kind waits for the schema and the tables of encodings; that is not its doing.
  for (const text of texts) await readOne(Buffer.from(text), () => 0.5, findArea);
  for (const encoding of ENCODINGS) encode("", encoding);
  const outcomes: Record<string, number> = {};
  const complaints: string[] = [];
  let rows = 0;
  let slowest = 0;
  for (let input = part; input < inputs; input += parts) {
    Atomics.store(at, 0, input);
    const random = seededRandom(`${seed} ${input}`);
    const bytes = mutate(texts[input % texts.length] as string, random);
    const start = performance.now();
    try {
      const read = await readOne(bytes, random, findArea);
      outcomes[read.outcome] = (outcomes[read.outcome] ?? 0) + 1;
      rows += read.rows;
    } catch (error) {
      complaints.push(`input ${input} of seed ${seed}: ${error instanceof Error ? error.stack : error}`);
    }
    const spent = performance.now() - start;
    if (spent > PATIENCE) complaints.push(`input ${input} of seed ${seed}: took ${spent.toFixed(0)} ms`);
    slowest = Math.max(slowest, spent);
  }
  return { outcomes, rows, slowest, complaints };
}

/** A share read in a thread of its own, which is stopped when an input never ends. */
function inThread(share: Share): Promise<FuzzReport> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: share });
    let before = -1;
    const watch = setInterval(() => {
      const input = Atomics.load(share.at, 0);
      if (input === before) {
        const complaints = [`input ${input} of seed ${share.seed}: hangs`];
        resolve({ outcomes: {}, rows: 0, slowest: Infinity, complaints });
        void worker.terminate();
      }
      before = input;
    }, 5 * PATIENCE);
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => clearInterval(watch));
  });
}

function together(reports: readonly FuzzReport[]): FuzzReport {
  const outcomes: Record<string, number> = {};
  for (const report of reports)
    for (const [outcome, count] of Object.entries(report.outcomes))
      outcomes[outcome] = (outcomes[outcome] ?? 0) + count;
  return {
    outcomes,
    rows: reports.reduce((sum, { rows }) => sum + rows, 0),
    slowest: Math.max(...reports.map(({ slowest }) => slowest)),
    complaints: reports.flatMap(({ complaints }) => complaints),
  };
}

async function main(inputs: number, seed: number, threads: number): Promise<void> {
  const start = performance.now();
  const shares = Array.from({ length: threads }, (_, part) => ({
    ...{ inputs, seed, part, parts: threads },
    at: new Int32Array(new SharedArrayBuffer(4)).fill(-2),
  }));
  const { outcomes, rows, slowest, complaints } = together(await Promise.all(shares.map(inThread)));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `${inputs} inputs, seed ${seed}, ${rows} rows, ${threads} threads, ${seconds} s, slowest ${slowest.toFixed(0)} ms`,
  );
  for (const [outcome, count] of Object.entries(outcomes).sort(([, a], [, b]) => b - a))
    console.log(`  ${String(count).padStart(8)} ${outcome}`);
  for (const complaint of complaints.slice(0, 10)) console.error(complaint);
  console.log(`${complaints.length} complaints`);
  if (complaints.length > 0) process.exitCode = 1;
}

if (!isMainThread && (workerData as Share | null)?.at)
  parentPort?.postMessage(await fuzz(workerData as Share));
else if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [inputs = 200_000, seed = 1, threads = availableParallelism()] = process.argv.slice(2).map(Number);
  await main(inputs, seed, threads);
}
