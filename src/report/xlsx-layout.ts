import type { Row } from "../types.js";
import { displayWidth } from "../workbook/notes.js";

/** Lines up to which a file is given whole; beyond it nobody corrects by hand, and a spreadsheet grows slow. */
export const WHOLE_LINES = 100_000;

/** What has to be known of a file before its sheet can be begun. */
interface Survey {
  readonly titles: Row;
  readonly lastLine: number;
  /** Width of every column in characters, by its widest cell. */
  readonly widths: readonly number[];
  /** The titles and the lines that were asked for. */
  readonly kept: ReadonlyMap<number, Row>;
}

/** Goes through the records of a file once; null when there are none. */
async function surveyed(
  records: AsyncIterable<readonly Row[]>,
  wanted: ReadonlySet<number>,
): Promise<Survey | null> {
  let titles: Row | null = null;
  let lastLine = 0;
  const widths: number[] = [];
  const kept = new Map<number, Row>();
  for await (const batch of records) {
    for (const row of batch) {
      if (titles === null || wanted.has(row.line)) kept.set(row.line, row);
      titles ??= row;
      lastLine = row.line;
      for (let index = 0; index < row.cells.length; index++)
        widths[index] = Math.max(widths[index] ?? 0, displayWidth(row.cells[index] ?? ""));
    }
  }
  return titles && { titles, lastLine, widths, kept };
}

/** How the data sheet is laid out over the file, whose lines are counted from 1 and columns from 0. */
export interface Layout extends Survey {
  /** The rows of the sheet. */
  readonly records: Iterable<readonly Row[]> | AsyncIterable<readonly Row[]>;
  /** The sheet's row of a line that it has. */
  readonly rowOf: (line: number) => number;
  readonly lastRow: number;
  /** Whether only the titles and the wanted lines are there, after a column for the numbers of the lines. */
  readonly excerpt: boolean;
}

/**
 * A file is given whole, every line in the row of its own number, so that "line 12" is row 12; one of more than
 * `wholeLines` lines as an excerpt. Null when there is nothing to give.
 */
export async function layOut(
  records: () => AsyncIterable<readonly Row[]>,
  wanted: ReadonlySet<number>,
  wholeLines: number,
): Promise<Layout | null> {
  const survey = await surveyed(records(), wanted);
  if (!survey) return null;
  const { lastLine, kept } = survey;
  if (lastLine <= wholeLines)
    return { ...survey, records: records(), rowOf: (line) => line, lastRow: lastLine, excerpt: false };
  const rows = new Map([...kept.keys()].map((line, index) => [line, index + 1]));
  const rowOf = (line: number) => rows.get(line) ?? 1;
  return { ...survey, records: [[...kept.values()]], rowOf, lastRow: kept.size, excerpt: true };
}
