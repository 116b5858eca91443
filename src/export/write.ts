import { createHash } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Exporter } from "../define.js";
import type { Table } from "../types.js";
import { exporters, findExporter } from "./index.js";

/** One file written. `path` has the directory in front; `sha256` is in hexadecimal. */
export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A format id nobody declared. */
export class UnknownFormat extends Error {
  readonly code = "FORMAT_UNKNOWN";
  constructor(id: string) {
    super(`There is no format "${id}". Known: ${exporters.map((exporter) => exporter.id).join(", ")}.`);
  }
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
async function writeWhole(path: string, pieces: Pieces): Promise<WrittenFile> {
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

function exporterOf(id: string): Exporter {
  const exporter = findExporter(id);
  if (!exporter) throw new UnknownFormat(id);
  return exporter;
}

/** The hashes of the files, sorted by name, and the vintages: nothing that differs between equal runs. */
function manifest(
  tables: readonly Table[],
  files: readonly (WrittenFile & { readonly name: string })[],
): string {
  const byName = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  return `${JSON.stringify(
    {
      vintages: [...new Map(tables.map(({ vintage }) => [vintage.id, vintage])).values()],
      files: byName.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
    },
    null,
    2,
  )}\n`;
}

/**
 * Writes every table in every format as `<table>.<extension>` into `directory` (made when missing), and last
 * `manifest.json`, so that a manifest only ever names whole files. Equal tables give equal bytes.
 * Throws UnknownFormat before anything is written.
 */
export async function writeTables(
  tables: readonly Table[],
  formats: readonly string[],
  directory: string,
): Promise<readonly WrittenFile[]> {
  const chosen = formats.map(exporterOf);
  await mkdir(directory, { recursive: true });
  const files: (WrittenFile & { readonly name: string })[] = [];
  for (const table of tables) {
    for (const exporter of chosen) {
      const name = `${table.id}.${exporter.extension}`;
      files.push({ name, ...(await writeWhole(join(directory, name), exporter.write(table))) });
    }
  }
  const summary = await writeWhole(join(directory, "manifest.json"), [manifest(tables, files)]);
  return [...files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })), summary];
}
