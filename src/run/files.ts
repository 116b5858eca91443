import { existsSync, readdirSync, statSync } from "node:fs";
import { extname, join } from "node:path";

const SUBMISSIONS = new Set([".csv", ".tsv", ".txt"]);

/** A path that leads nowhere. */
export class MissingFile extends Error {
  readonly code = "FILE_MISSING";
  constructor(path: string) {
    super(`There is no file or folder "${path}". Check the name and the folder you are in.`);
  }
}

/** The submission files that the paths name: files as they are, folders by their CSV, TSV and TXT files in order of name. */
export function submissionFiles(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (!existsSync(path)) throw new MissingFile(path);
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isFile() && SUBMISSIONS.has(extname(entry.name).toLowerCase()))
      .map((entry) => join(path, entry.name))
      .sort();
  });
}
