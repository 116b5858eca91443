/**
 * Memory of taking a file of 2 GB against one of 200 MB: `node dist/scripts/bench/large.js [megabytes=2000]`.
 * The lines are long, as the limit is ten million. Needs the disk for both files and the store.
 */
import { once } from "node:events";
import { createReadStream, createWriteStream, statSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { areaCodes, child, inScratch, type Measured, measure, take } from "./child.js";
import { generateSubmission } from "./generate.js";

/** Bytes that a comment adds to each line. */
const WIDE = 900;
/** Bytes of a line of generate.ts, more or less. */
const NARROW = 80;

/** A submission of about so many bytes: synthetic figures, each with a comment of its own. */
async function generateWide(path: string, bytes: number, folder: string): Promise<void> {
  const narrow = join(folder, "narrow.csv");
  await generateSubmission(narrow, Math.round(bytes / (WIDE + NARROW)), areaCodes(folder));
  const out = createWriteStream(path, { highWaterMark: 1 << 20 });
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(narrow) })) {
    line++;
    const comment = line === 1 ? "COMMENT_OBS" : `Remark ${line}: ${"text, ".repeat(WIDE / 6)}`;
    if (!out.write(`${text},"${comment}"\n`)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}

async function taken(bytes: number): Promise<Measured> {
  return inScratch(async (folder) => {
    const path = join(folder, "wide.csv");
    await generateWide(path, bytes, folder);
    const measured = child(fileURLToPath(import.meta.url), "take", path);
    const { seconds, memory, detail } = measured;
    const size = (statSync(path).size / 1e6).toFixed(0);
    console.log(`${size} MB: ${seconds.toFixed(0)} s, peak memory ${memory.toFixed(0)} MiB; ${detail}`);
    return measured;
  });
}

async function compare(megabytes: number): Promise<void> {
  const small = await taken(megabytes * 1e5);
  const large = await taken(megabytes * 1e6);
  console.log(`Memory is ${(large.memory / small.memory).toFixed(2)} times that of a tenth of the file.`);
}

// A process that may use all memory of the machine tidies up late. With so little, a heap that grew with the file would
// end it.
process.env.NODE_OPTIONS = "--max-old-space-size=256";

const [first = "2000", second = ""] = process.argv.slice(2);
if (first === "take") await measure(() => take(second));
else await compare(Number(first));
