import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { ROOT } from "./environment.js";

/** The program that made something: its version, and a hash of all that it is made of. */
export interface Program {
  readonly version: string;
  /** SHA-256 in hexadecimal. */
  readonly sha256: string;
}

/** What decides figures and tables. The packages used are fixed by the lock file. */
const PARTS = ["src", "indicators", "pipelines"];

let known: Program | null = null;

/** The program that is running. Read once. */
export function program(): Program {
  const here = fileURLToPath(import.meta.url);
  const top = dirname(dirname(dirname(here)));
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
  const files = PARTS.flatMap((part) => filesBelow(join(top, part), [extname(here), ".json"]));
  known ??= { version, sha256: hashOf(top, files, [join(ROOT, "package-lock.json")]) };
  return known;
}

/** SHA-256 of the CSV and JSON files of a folder by name and content; the same lists give the same. */
export function listsHash(folder: string): string {
  return hashOf(folder, listFiles(folder), []);
}

/** The files of reference lists in a folder, in order of name. */
export function listFiles(folder: string): string[] {
  return filesBelow(folder, [".csv", ".json"]);
}

function filesBelow(folder: string, extensions: readonly string[]): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && extensions.includes(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function hashOf(top: string, files: readonly string[], beside: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of files)
    hash
      .update(`${relative(top, path)}\0`)
      .update(readFileSync(path))
      .update("\0");
  for (const path of beside) if (existsSync(path)) hash.update(readFileSync(path));
  return hash.digest("hex");
}
