/**
 * Time and memory of taking one large submission, against csv-parse alone on the same bytes:
 * `node dist/scripts/bench/take.js [rows] [runs]`. Each measurement is a process of its own; the two
 * take turns, and the ratio is made pair by pair, since machines drift.
 */
import { createReadStream, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse";
import { areaCodes, child, inScratch, measure, middle, take } from "./child.js";
import { generateSubmission } from "./generate.js";

async function parseAlone(path: string): Promise<string> {
  let records = 0;
  const parsing = createReadStream(path).pipe(parse({ bom: true }));
  for await (const _ of parsing) records++;
  return `${records} records`;
}

async function compare(rows: number, runs: number): Promise<number> {
  const script = fileURLToPath(import.meta.url);
  return inScratch(async (folder) => {
    const path = join(folder, "submission.csv");
    await generateSubmission(path, rows, areaCodes(folder));
    const size = statSync(path).size / 1e6;
    const pairs = Array.from({ length: runs }, () => ({
      alone: child(script, "parse", path),
      whole: child(script, "take", path),
    }));
    const ratio = middle(pairs.map(({ alone, whole }) => whole.seconds / alone.seconds));
    const memory = middle(pairs.map(({ whole }) => whole.memory));
    console.log(
      `${rows} rows, ${size.toFixed(0)} MB, ${runs} pairs (medians): csv-parse alone ${middle(pairs.map(({ alone }) => alone.seconds)).toFixed(2)} s, take ${middle(pairs.map(({ whole }) => whole.seconds)).toFixed(2)} s, ratio ${ratio.toFixed(2)}, take's peak memory ${memory.toFixed(0)} MiB`,
    );
    console.log(`  ${pairs[0]?.whole.detail}`);
    return memory;
  });
}

const [first = "", second = ""] = process.argv.slice(2);
if (first === "take") await measure(() => take(second));
else if (first === "parse") await measure(() => parseAlone(second));
else {
  const rows = Number(first || 1_000_000);
  const runs = Number(second || 3);
  const small = await compare(rows, runs);
  const large = await compare(4 * rows, 1);
  console.log(`Memory at ${4 * rows} rows is ${(large / small).toFixed(2)} times that at ${rows}.`);
}
