import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Exporter, FolderExporter } from "../define.js";
import type { Table } from "../types.js";
import { exporters, folderExporters, formatIds } from "./index.js";
import { type WrittenFile, writeWhole } from "./whole-file.js";

/** A format id nobody declared. */
export class UnknownFormat extends Error {
  readonly code = "FORMAT_UNKNOWN";
  constructor(id: string) {
    super(`There is no format "${id}". Known: ${formatIds.join(", ")}.`);
  }
}

/** The formats asked for, and those that the ones asked for describe. */
function chosen(ids: readonly string[]): {
  readonly each: readonly Exporter[];
  readonly whole: readonly FolderExporter[];
} {
  const unknown = ids.find((id) => !formatIds.includes(id));
  if (unknown !== undefined) throw new UnknownFormat(unknown);
  const described = [...exporters, ...folderExporters].flatMap(({ id, describes }) =>
    ids.includes(id) && describes ? [describes] : [],
  );
  const wanted = [...new Set([...ids, ...described])];
  return {
    each: wanted.flatMap((id) => exporters.filter((one) => one.id === id)),
    whole: wanted.flatMap((id) => folderExporters.filter((one) => one.id === id)),
  };
}

/** A file of a folder by its name there; `format` and `table` say what it is. */
interface NamedFile extends WrittenFile {
  readonly name: string;
  readonly format: string;
  readonly table?: Table;
}

async function writeEach(
  tables: readonly Table[],
  formats: readonly Exporter[],
  directory: string,
): Promise<NamedFile[]> {
  const files: NamedFile[] = [];
  for (const table of tables) {
    for (const { id, extension, write } of formats) {
      const name = `${table.id}.${extension}`;
      files.push({ name, format: id, table, ...(await writeWhole(join(directory, name), write(table))) });
    }
  }
  return files;
}

/** Writes what there is once for all tables, with the files each describes in view. */
async function writeForAll(
  tables: readonly Table[],
  formats: readonly FolderExporter[],
  written: readonly NamedFile[],
  directory: string,
): Promise<NamedFile[]> {
  const files: NamedFile[] = [];
  for (const { id, filename, describes, write } of formats) {
    const described = written.flatMap(({ table, format, ...file }) =>
      table && format === describes ? [{ table, ...file }] : [],
    );
    const path = join(directory, filename);
    files.push({ name: filename, format: id, ...(await writeWhole(path, write(tables, described))) });
  }
  return files;
}

/** The hashes of the files, sorted by name, and what they were made from: nothing that differs between equal runs. */
function manifest(
  tables: readonly Table[],
  files: readonly NamedFile[],
  made: Readonly<Record<string, unknown>>,
): string {
  const byName = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  return `${JSON.stringify(
    {
      vintages: [...new Map(tables.map(({ vintage }) => [vintage.id, vintage])).values()],
      ...made,
      files: byName.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
    },
    null,
    2,
  )}\n`;
}

/**
 * Writes every table in every format as `<table>.<extension>` into `directory` (made when missing), then the files
 * of which there is one for all tables, and last `manifest.json`, so that a manifest only ever names whole files.
 * A format that describes another brings it along. Equal tables give equal bytes.
 * @param made what else the manifest is to say of how they were made
 * @throws UnknownFormat before anything is written
 */
export async function writeTables(
  tables: readonly Table[],
  formats: readonly string[],
  directory: string,
  made: Readonly<Record<string, unknown>> = {},
): Promise<readonly WrittenFile[]> {
  const { each, whole } = chosen(formats);
  await mkdir(directory, { recursive: true });
  const own = await writeEach(tables, each, directory);
  const files = [...own, ...(await writeForAll(tables, whole, own, directory))];
  const summary = await writeWhole(join(directory, "manifest.json"), [manifest(tables, files, made)]);
  return [...files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })), summary];
}
