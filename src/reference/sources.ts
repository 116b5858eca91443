import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadRecords, requiredCell } from "./records.js";

/** Where a reference list comes from, and as of when. */
export interface ListSource {
  /** File and, of members, the kind of group: `members.csv ldc`. */
  readonly list: string;
  readonly source: string;
  readonly date: string;
  readonly note: string;
}

/**
 * Reads `sources.csv` and any `sources-*.csv` beside it; without the first, no source is known.
 * @param directory the reference directory, such as data/reference
 * @throws MalformedReference naming file, line, cause and remedy
 */
export function loadSources(directory: string): ListSource[] {
  if (!existsSync(join(directory, "sources.csv"))) return [];
  return loadRecords(directory, "sources", ["list", "source", "date", "note"]).map((record) => {
    const { source = "", date = "", note = "" } = record.cells;
    return { list: requiredCell(record, "list"), source, date, note };
  });
}

/** What is said of the members of groups of a kind, in whichever of the files. */
export function sourcesOfKind(sources: readonly ListSource[], kind: string): ListSource[] {
  return sources.filter(({ list }) => list.startsWith("members") && list.endsWith(`.csv ${kind}`));
}
