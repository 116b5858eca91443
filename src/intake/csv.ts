import type { Row } from "../types.js";
import { type DecimalMark, type Dialect, detectDecimal } from "./dialect.js";
import { UnreadableFile } from "./errors.js";
import { type Header, readHeader } from "./header.js";
import { openRecords, type RecordOptions, type Records } from "./records.js";

export interface CsvOptions extends RecordOptions {
  readonly decimal?: DecimalMark;
}

export interface CsvFile {
  readonly dialect: Dialect;
  readonly certainty: Records["certainty"];
  readonly header: Header;
  /** The records after the header, in batches, streamed; blank lines are passed over but counted. */
  readonly batches: AsyncIterable<readonly Row[]>;
}

/**
 * Opens a CSV file given as a stream of bytes: detects how it is written, reads the header and hands
 * over the records as text. Memory does not grow with the file.
 *
 * @throws UnreadableFile when it is empty, not text, or has no header that can be read; while reading
 *   the batches, when a quotation mark is never closed, bytes are not of the encoding or a limit is passed
 */
export async function openCsv(bytes: AsyncIterable<Uint8Array>, options: CsvOptions = {}): Promise<CsvFile> {
  const { encoding, certainty, delimiter, batches } = await openRecords(bytes, options);
  try {
    const first = await batches.next();
    if (first.done) throw new UnreadableFile("file-empty", {});
    const [titles, ...rest] = first.value as [Row, ...Row[]];
    const header = readHeader(titles.cells);
    const decimal = options.decimal ?? detectDecimal(valueCells(rest, header));
    return { dialect: { encoding, delimiter, decimal }, certainty, header, batches: prepend(rest, batches) };
  } catch (error) {
    await batches.return(undefined);
    throw error;
  }
}

async function* prepend(first: readonly Row[], rest: AsyncGenerator<Row[]>): AsyncGenerator<readonly Row[]> {
  if (first.length > 0) yield first;
  yield* rest;
}

function* valueCells(rows: readonly Row[], header: Header): Generator<string> {
  const at = header.columns.OBS_VALUE;
  for (const row of rows) {
    if (at !== undefined) yield row.cells[at] ?? "";
    for (const year of header.years) yield row.cells[year.index] ?? "";
  }
}
