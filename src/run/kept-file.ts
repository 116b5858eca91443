import { createReadStream, existsSync } from "node:fs";
import { extname, join } from "node:path";
import type { Dialect, WorkbookDialect } from "../intake/dialect.js";
import type { ColumnMapping } from "../intake/header.js";
import { openRecords } from "../intake/records.js";
import { openWorkbook } from "../intake/xlsx.js";
import type { Row, Submission } from "../types.js";

/** Where the bytes of a submission are kept in an archive. */
export function keptAt(archive: string, { id, filename }: Pick<Submission, "id" | "filename">): string {
  return join(archive, id.slice(0, 2), id + extname(filename).toLowerCase());
}

/** The kept bytes of a submission; undefined where they are not there, as when the archive was moved. */
export function keptFile(
  archive: string,
  submission: Pick<Submission, "id" | "filename">,
): string | undefined {
  const path = keptAt(archive, submission);
  return existsSync(path) ? path : undefined;
}

/** How a file was read. */
export interface Manner {
  readonly dialect: Dialect | WorkbookDialect;
  readonly mapped: readonly ColumnMapping[];
}

/** The records of a file read once more, its titles first, as it was read when it was taken or checked. */
export async function* recordsOf(path: string, { dialect, mapped }: Manner): AsyncGenerator<readonly Row[]> {
  if ("sheets" in dialect) {
    const { header, batches } = await openWorkbook(path, { mappings: mapped });
    yield [{ line: dialect.sheets[0]?.headerRow ?? 1, cells: header.names }];
    yield* batches;
  } else yield* (await openRecords(createReadStream(path), dialect)).batches;
}
