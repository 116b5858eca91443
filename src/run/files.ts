import { existsSync, readdirSync, statSync } from "node:fs";
import { extname, join } from "node:path";

const SUBMISSIONS = new Set([".csv", ".tsv", ".txt", ".xlsx", ".xlsm"]);

/** Excel keeps a file beside each workbook that is open, with its name and this before it. */
const LOCK = "~$";

/** A path that leads nowhere. */
export class MissingFile extends Error {
  readonly code = "FILE_MISSING";
  constructor(path: string) {
    super(`There is no file or folder "${path}". Check the name and the folder you are in.`);
  }
}

/** The submission files that the paths name: files as they are, folders by their CSV, TSV, TXT, XLSX and XLSM files in order of name. */
export function submissionFiles(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (!existsSync(path)) throw new MissingFile(path);
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path, { withFileTypes: true })
      .filter(({ name }) => !name.startsWith(LOCK) && SUBMISSIONS.has(extname(name).toLowerCase()))
      .filter((entry) => entry.isFile())
      .map((entry) => join(path, entry.name))
      .sort();
  });
}
