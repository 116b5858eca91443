/**
 * Time of taking a file in which every line is wrong, against a clean one with as many lines:
 * `node dist/scripts/bench/findings-heavy.js [rows=300000] [pairs=3]`. Each measurement is a process of its own;
 * the two take turns, and the ratio is made pair by pair, since machines drift.
 */
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { areaCodes, child, inScratch, measure, middle, take } from "./child.js";
import { generateSubmission } from "./generate.js";

const put = (cells: readonly string[], at: number, text: string): readonly string[] =>
  cells.map((cell, index) => (index === at ? text : cell));

/** Every way of being wrong, as a change to the cells of a line (the header of generate.ts). */
const WRONG: Readonly<Record<string, (cells: readonly string[], line: number) => readonly string[]>> = {
  "unknown codes": (cells) => put(cells, 3, "XX"),
  "unknown codes, each another": (cells, line) => put(cells, 3, `X${line}`),
  "unknown areas": (cells) => put(cells, 1, "XXX"),
  "not a number": (cells) => put(cells, 8, "about 40"),
  "two readings": (cells) => put(cells, 8, '"1,234"'),
  "out of range": (cells) => put(cells, 8, "-5"),
  "too many cells": (cells) => [...cells, "x"],
  duplicates: (cells) => put(cells, 2, "2010"),
};

async function spoil(from: string, to: string, wrong: (typeof WRONG)[string]): Promise<void> {
  const out = createWriteStream(to, { highWaterMark: 1 << 20 });
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(from) })) {
    line++;
    const changed = line === 1 ? text : wrong(text.split(","), line).join(",");
    if (!out.write(`${changed}\n`)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}

async function compare(rows: number, pairs: number): Promise<void> {
  const script = fileURLToPath(import.meta.url);
  await inScratch(async (folder) => {
    const clean = join(folder, "clean.csv");
    await generateSubmission(clean, rows, areaCodes(folder));
    for (const [kind, wrong] of Object.entries(WRONG)) {
      const spoilt = join(folder, "spoilt.csv");
      await spoil(clean, spoilt, wrong);
      const measured = Array.from(
        { length: pairs },
        () => [child(script, "take", clean), child(script, "take", spoilt)] as const,
      );
      const ratio = middle(measured.map(([before, after]) => after.seconds / before.seconds));
      const [before, after] = measured[0] ?? [];
      console.log(
        `${kind}: ${ratio.toFixed(2)} times the time of a clean file (${before?.seconds.toFixed(1)} s, ${after?.seconds.toFixed(1)} s), ${after?.memory.toFixed(0)} MiB against ${before?.memory.toFixed(0)}; ${after?.detail}`,
      );
    }
  });
}

const [first = "300000", second = "3"] = process.argv.slice(2);
if (first === "take") await measure(() => take(second));
else await compare(Number(first), Number(second));
