/**
 * Time and memory of writing one large table in each format, against csv-stringify alone on the same rows:
 * `node dist/scripts/bench/export.js [rows] [formats]`. Each measurement is a process of its own. Memory is given as the
 * largest resident set and, in brackets, what of it goes beyond the table itself.
 */
import { createWriteStream, statSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { stringify } from "csv-stringify";
import { exporters } from "../../src/export/index.js";
import { writeTables } from "../../src/export/write.js";
import { randomFrom } from "../../src/random.js";
import type { Cell, Column, Table } from "../../src/types.js";
import { child, inScratch, type Measured, measure } from "./child.js";

const SCRIPT = fileURLToPath(import.meta.url);
const ALONE = "csv-stringify alone";
const TABLE = "no format";
/** Formats without rows, and PDF, which has a limit of its own. */
const LEFT_OUT = ["notes", "csvw", "pdf"];

const COLUMNS: readonly Column[] = [
  { id: "REF_AREA", title: "Code", type: "integer", role: "dimension" },
  { id: "AREA_NAME", title: "Area", type: "text" },
  { id: "SERIES", title: "Series code", type: "text", role: "dimension" },
  { id: "TIME_PERIOD", title: "Year", type: "integer", role: "dimension" },
  { id: "COMPOSITE_BREAKDOWN", title: "Breakdown", type: "text", role: "dimension" },
  { id: "UNIT_MEASURE", title: "Unit", type: "text" },
  { id: "OBS_VALUE", title: "Value", type: "number", decimalsIn: "DECIMALS", statusIn: "OBS_STATUS" },
  { id: "OBS_STATUS", title: "Status", type: "text" },
  { id: "DECIMALS", title: "Decimals", type: "integer" },
  { id: "SOURCE_DETAIL", title: "Source", type: "text" },
];
const [AREAS, SERIES, YEARS] = [230, 30, 20] as const;

/** Rows like those of countries, each with a key of its own; one in ten has no value. */
function tableOf(rows: number): Table {
  const random = randomFrom(1);
  const row = (index: number): Cell[] => {
    const [area, rest] = [index % AREAS, Math.floor(index / AREAS)];
    const [series, above] = [rest % SERIES, Math.floor(rest / SERIES)];
    const missing = random() < 0.1;
    return [
      ...[area + 1, `Country or area, number ${area}`, `IT_SERIES_${series}`, 2000 + (above % YEARS)],
      ...[
        `SKILL_${Math.floor(above / YEARS)}`,
        "PT",
        missing ? null : random() * 100,
        missing ? "O" : "A",
        1,
      ],
      `National household survey, round ${above % 7}`,
    ];
  };
  return {
    ...{ id: "large", title: "Large", columns: COLUMNS, notes: [], language: "en" },
    rows: Array.from({ length: rows }, (_, index) => row(index)),
    vintage: { id: 1, asOf: "2026-01-01T00:00:00Z" },
  };
}

/** Writes the table, and gives the size of the file. */
function write(format: string, table: Table): Promise<string> {
  return inScratch(async (folder) => {
    if (format === TABLE) return "0 MB";
    const path = join(folder, "alone.csv");
    if (format === ALONE) await pipeline(Readable.from(table.rows), stringify(), createWriteStream(path));
    const [file] = format === ALONE ? [{ path }] : await writeTables([table], [format], folder);
    return `${(statSync(file?.path ?? "").size / 1e6).toFixed(0)} MB`;
  });
}

function line(name: string, { seconds, memory, detail }: Measured, alone: Measured, table: Measured): string {
  const time = `${seconds.toFixed(2)} s, ${(seconds / alone.seconds).toFixed(2)} times csv-stringify alone`;
  return `  ${name}: ${time}; ${memory.toFixed(0)} MiB (${(memory - table.memory).toFixed(0)}); ${detail}`;
}

const [first = "1000000", second = ""] = process.argv.slice(2);
if (first === "write") {
  const table = tableOf(Number(process.argv[4]));
  await measure(() => write(second, table));
} else {
  const measured = exporters.map(({ id }) => id).filter((id) => !LEFT_OUT.includes(id));
  const formats = second === "" ? measured : second.split(",");
  for (const rows of [Number(first) / 10, Number(first)]) {
    const of = (format: string) => child(SCRIPT, "write", format, String(rows));
    const [table, alone] = [of(TABLE), of(ALONE)];
    console.log(`${rows} rows, ${table.memory.toFixed(0)} MiB before writing`);
    for (const format of [ALONE, ...formats])
      console.log(line(format, format === ALONE ? alone : of(format), alone, table));
  }
}
