import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Part, zipped } from "../workbook/zip.js";
import { type WrittenFile, writeWhole } from "./whole-file.js";

/**
 * Writes a folder as one archive beside it, `<folder>.zip`, with the folder's name in front of every file's. Files are
 * in the order of their paths and read as they are packed; `time` dates all of them, so that equal folders give equal
 * bytes. Files whose name begins with a point are marks of ours and left out.
 * @throws ArchiveTooLarge
 */
export function writePack(folder: string, time: Date): Promise<WrittenFile> {
  return writeWhole(`${folder}.zip`, packed(folder, time));
}

/** The same archive in pieces, to be sent as it is made. @throws ArchiveTooLarge */
export const packed = (folder: string, time: Date) => zipped(partsOf(folder), time);

async function* partsOf(folder: string): AsyncGenerator<Part> {
  for (const path of await pathsIn(folder, ""))
    yield { name: `${basename(folder)}/${path}`, content: createReadStream(join(folder, path)) };
}

/** Paths of the files below a folder with `/` between names, as an archive has them. */
async function pathsIn(folder: string, below: string): Promise<string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  const found = await Promise.all(
    entries
      .filter(({ name }) => !name.startsWith("."))
      .map((entry) => {
        const path = below === "" ? entry.name : `${below}/${entry.name}`;
        return entry.isDirectory() ? pathsIn(folder, path) : [path];
      }),
  );
  return found.flat().sort();
}
