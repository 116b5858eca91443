import type { Environment } from "../../run/environment.js";
import { rememberedHeadings } from "../../run/headings.js";
import { keptFile, type Manner, recordsOf } from "../../run/kept-file.js";
import type { StoredFinding } from "../../store/store.js";
import type { Row } from "../../types.js";

/** Lines shown before and after the one that a finding is about. */
const AROUND = 2;
/** A file is read from its start: what stands further down is not looked for while somebody waits (own choice). */
const FURTHEST = 50_000;

/** The heads of a file's columns, and some of its lines. */
export interface Excerpt {
  readonly heads: Row;
  readonly rows: readonly Row[];
}

/**
 * The line of a finding in the file as it came, with those around it; undefined where the finding is about the whole file,
 * the line stands too far down, or the bytes are no longer kept.
 */
export async function linesAround(
  { store, archive }: Pick<Environment, "store" | "archive">,
  { submission: id, line }: StoredFinding,
): Promise<Excerpt | undefined> {
  const submission = store.submission(id);
  const path = submission && keptFile(archive, submission);
  if (!submission || path === undefined || line < 1 || line > FURTHEST) return undefined;
  const dialect = JSON.parse(submission.dialect) as Manner["dialect"];
  const mapped = submission.area === null ? [] : rememberedHeadings(store, submission.area);
  let heads: Row | undefined;
  const rows: Row[] = [];
  for await (const batch of recordsOf(path, { dialect, mapped })) {
    const [first, ...others] = batch;
    const data = heads ? batch : others;
    heads ??= first;
    rows.push(...data.filter((row) => Math.abs(row.line - line) <= AROUND));
    if ((batch.at(-1)?.line ?? 0) > line + AROUND) break;
  }
  return heads && rows.length > 0 ? { heads, rows } : undefined;
}
