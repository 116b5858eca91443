import { UnreadableFile } from "./errors.js";
import type { Header } from "./header.js";

/** A row as text, to look for the heads of columns in. */
export interface TitleRow {
  readonly number: number;
  readonly titles: readonly string[];
  /** Whether the title of a column stands over several columns. */
  readonly grouping: (column: number) => boolean;
}

/** Reads titles as a header, given the row below them; throws UnreadableFile where they are none. */
export type ReadTitles = (titles: readonly string[], below: readonly string[] | undefined) => Header;

export interface Head {
  readonly header: Header;
  /** The last row of the head; data begin below. */
  readonly row: number;
}

/**
 * Finds the heads of the columns among the first rows of a sheet: titles, logos and notes may stand above. A
 * head may take two rows, such as an indicator merged over its years, or names in two languages.
 *
 * @returns the head, or why the row that comes closest is none
 */
export function findHead(rows: readonly TitleRow[], read: ReadTitles): Head | UnreadableFile {
  const headAt = (titles: readonly string[], index: number) => headOf(titles, rows, index, read);
  let closest = new UnreadableFile("file-no-header", {});
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1];
    const below = next?.number === row.number + 1 ? next : undefined;
    const joined = below && headAt(joinedTitles(row, below), index + 1);
    if (joined && !(joined instanceof UnreadableFile)) return lastOf(joined, rows, index + 1, read);
    const alone = headAt(row.titles, index);
    if (!(alone instanceof UnreadableFile)) return lastOf(alone, rows, index, read);
    if (closeness(alone) > closeness(closest)) closest = alone;
  }
  return closest;
}

/** Heads that are merged downwards, or repeated in another language, make the next row a head as well. */
function lastOf(head: Head, rows: readonly TitleRow[], index: number, read: ReadTitles): Head {
  const next = rows[index + 1];
  if (next?.number !== head.row + 1) return head;
  const again = headOf(next.titles, rows, index + 1, read);
  return again instanceof UnreadableFile ? head : lastOf(again, rows, index + 1, read);
}

/** @param index of the last row that the titles are on */
function headOf(
  titles: readonly string[],
  rows: readonly TitleRow[],
  index: number,
  read: ReadTitles,
): Head | UnreadableFile {
  const row = rows[index]?.number ?? 0;
  try {
    return { header: read(titles, rows[index + 1]?.titles), row };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return new UnreadableFile(error.rule, error.params, row);
  }
}

/** The upper title where there is no lower one or both are one cell; the lower one where the upper groups several. */
function joinedTitles(upper: TitleRow, lower: TitleRow): string[] {
  const width = Math.max(upper.titles.length, lower.titles.length);
  return Array.from({ length: width }, (_, column) => {
    const above = (upper.titles[column] ?? "").trim();
    const below = (lower.titles[column] ?? "").trim();
    if (below === "" || above === below) return above;
    if (above === "" || upper.grouping(column) || /^(19|20)\d\d$/.test(below)) return below;
    return `${above} ${below}`;
  });
}

/** How much of a head a row is: what lacks one column comes close, what lacks three is hardly one. */
function closeness({ rule, params }: UnreadableFile): number {
  if (rule === "file-missing-column") return 10 - String(params.column).split(",").length;
  return rule === "file-duplicate-column" ? 1 : 0;
}
