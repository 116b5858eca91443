import { readdirSync, statSync } from "node:fs";
import { extname, join } from "node:path";

const SUBMISSIONS = new Set([".csv", ".tsv", ".txt"]);

/** The submission files that the paths name: files as they are, folders by their CSV, TSV and TXT files in order of name. */
export function submissionFiles(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isFile() && SUBMISSIONS.has(extname(entry.name).toLowerCase()))
      .map((entry) => join(path, entry.name))
      .sort();
  });
}
