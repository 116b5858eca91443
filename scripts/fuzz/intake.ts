/**
 * Templates and sample files made wrong in seeded ways, through the reader:
 * `node dist/scripts/fuzz/intake.js [inputs=200000] [seed=1]`. Nothing may crash, take two seconds, or lose a
 * line without a word; `input N of seed S` in a complaint makes the same bytes again.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
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
  return [...texts, message.join("\n")];
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
    const { header, dialect, batches } = await openCsv(chunked(bytes, random));
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

/** Rejects when the promise takes longer than an input may. */
async function inTime<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("hangs")), PATIENCE);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Reads so many inputs and says how they ended. */
export async function fuzz(inputs: number, seed: number): Promise<FuzzReport> {
  const texts = seeds();
  const { findArea } = loadAreas(places().reference);
  // The first file of each kind waits for the schema and the tables of encodings; that is not its doing.
  for (const text of texts) await readOne(Buffer.from(text), () => 0, findArea);
  for (const encoding of ENCODINGS) encode("", encoding);
  const outcomes: Record<string, number> = {};
  const complaints: string[] = [];
  let rows = 0;
  let slowest = 0;
  for (let input = 0; input < inputs; input++) {
    const random = seededRandom(`${seed} ${input}`);
    const bytes = mutate(texts[input % texts.length] as string, random);
    const start = performance.now();
    const complain = (what: unknown) => complaints.push(`input ${input} of seed ${seed}: ${what}`);
    try {
      const read = await inTime(readOne(bytes, random, findArea));
      outcomes[read.outcome] = (outcomes[read.outcome] ?? 0) + 1;
      rows += read.rows;
    } catch (error) {
      complain(error instanceof Error ? error.stack : error);
    }
    const spent = performance.now() - start;
    if (spent > PATIENCE) complain(`took ${spent.toFixed(0)} ms`);
    slowest = Math.max(slowest, spent);
  }
  return { outcomes, rows, slowest, complaints };
}

async function main(inputs: number, seed: number): Promise<void> {
  const start = performance.now();
  const { outcomes, rows, slowest, complaints } = await fuzz(inputs, seed);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${inputs} inputs, seed ${seed}, ${rows} rows, ${seconds} s, slowest ${slowest.toFixed(0)} ms`);
  for (const [outcome, count] of Object.entries(outcomes).sort(([, a], [, b]) => b - a))
    console.log(`  ${String(count).padStart(8)} ${outcome}`);
  for (const complaint of complaints.slice(0, 10)) console.error(complaint);
  console.log(`${complaints.length} complaints`);
  if (complaints.length > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await main(Number(process.argv[2] ?? 200_000), Number(process.argv[3] ?? 1));
