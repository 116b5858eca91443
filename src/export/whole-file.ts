import { createHash } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import type { Exporter } from "../define.js";

/** One file written. `path` has the directory in front; `sha256` is in hexadecimal. */
export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Pieces are gathered to this many bytes before a write, since a piece may be a single row. */
const BUFFER = 1 << 16;

type Pieces = ReturnType<Exporter["write"]>;

async function* gathered(pieces: Pieces): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const piece of pieces) {
    const bytes = typeof piece === "string" ? Buffer.from(piece, "utf8") : Buffer.from(piece);
    held.push(bytes);
    size += bytes.length;
    if (size < BUFFER) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held);
}

async function writePieces(path: string, pieces: Pieces): Promise<WrittenFile> {
  const hash = createHash("sha256");
  let bytes = 0;
  const file = await open(path, "w");
  try {
    for await (const piece of gathered(pieces)) {
      hash.update(piece);
      bytes += piece.length;
      await file.appendFile(piece);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { path, bytes, sha256: hash.digest("hex") };
}

/** A reader sees the old file or the new one, never half of it: written under another name, then renamed. */
export async function writeWhole(path: string, pieces: Pieces): Promise<WrittenFile> {
  const temporary = `${path}.${process.pid}.part`;
  try {
    const written = await writePieces(temporary, pieces);
    await rename(temporary, path);
    return { ...written, path };
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
