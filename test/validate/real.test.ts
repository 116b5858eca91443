/** Every row of the 228 real submissions; needs the data folder beside the checkout, skipped without it. */
import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { openCsv } from "../../src/intake/csv.js";
import { loadAreas } from "../../src/reference/areas.js";
import type { Finding } from "../../src/types.js";
import { createReader } from "../../src/validate/read.js";

const DATA = "../shared/data";
const FOLDER = join(DATA, "submissions");

interface FileRead {
  readonly name: string;
  /** Lines of the file with something on them, the header aside. */
  readonly lines: number;
  readonly rows: number;
  readonly observations: number;
  /** Rows that became neither an observation nor a finding. */
  readonly lost: readonly number[];
  /** Rows that became a finding and no observation. */
  readonly refused: number;
  readonly findings: readonly Finding[];
  readonly area: number | null;
}

const areas = existsSync(DATA) ? loadAreas("data/reference") : null;

async function readFile(name: string): Promise<FileRead> {
  const path = join(FOLDER, name);
  const findings: Finding[] = [];
  const { header, dialect, batches } = await openCsv(createReadStream(path));
  const reader = createReader(header, {
    ...{ area: null, anyArea: false, decimal: dialect.decimal },
    areaOf: (text) => areas?.findArea(text),
    report: (finding) => findings.push(finding),
  });
  const lost: number[] = [];
  let [rows, observations, refused] = [0, 0, 0];
  for await (const row of flat(batches)) {
    const before = findings.length;
    const read = reader.read(row).length;
    rows++;
    observations += read;
    if (read === 0 && findings.length === before) lost.push(row.line);
    else if (read === 0) refused++;
  }
  return { name, lines: linesOf(path), rows, observations, lost, refused, findings, area: reader.area() };
}

async function* flat<T>(batches: AsyncIterable<readonly T[]>): AsyncGenerator<T> {
  for await (const batch of batches) yield* batch;
}

/** Counted without the program: none of these files has a line break within a cell. */
function linesOf(path: string): number {
  return (
    readFileSync(path, "utf8")
      .split(/\r?\n/)
      .filter((line) => line.trim() !== "").length - 1
  );
}

describe.skipIf(!existsSync(DATA))("the real submissions, row by row (needs ../shared/data)", () => {
  const files: FileRead[] = [];
  beforeAll(async () => {
    for (const name of readdirSync(FOLDER).filter((file) => file.endsWith(".csv")))
      files.push(await readFile(name));
  }, 120_000);

  it("are 228 files with a row for each of their lines", () => {
    expect(files).toHaveLength(228);
    expect(files.filter(({ rows, lines }) => rows !== lines || rows === 0)).toEqual([]);
  });

  it("lose no row: each is an observation or a finding", () => {
    expect(files.filter(({ lost }) => lost.length > 0)).toEqual([]);
    for (const { rows, observations, refused } of files) expect(observations + refused).toBe(rows);
  });

  it.each(["unknown-series", "unknown-area", "wrong-unit", "foreign-area"])("have no finding %s", (rule) => {
    expect(files.flatMap(({ findings }) => findings.filter((finding) => finding.rule === rule))).toEqual([]);
  });

  it("speak each for the country that its name says", () => {
    for (const { name, area } of files)
      expect([name, area]).toEqual([name, areas?.findArea(name.slice(0, 3))]);
  });
});
