import type { Row } from "../types.js";
import { type DecimalMark, type Dialect, detectDecimal } from "./dialect.js";
import { UnreadableFile } from "./errors.js";
import { areaColumn, type ColumnMapping, type Header, isSdmx, readHeader } from "./header.js";
import { openRecords, type RecordOptions } from "./records.js";

/** What is known of headings that are not ours. */
export interface HeadingOptions {
  /** What headings mean in this file, by the person who hands it in. */
  readonly mappings?: readonly ColumnMapping[];
  /**
   * What a country confirmed that headings mean, by what stands for the country in the first row after the
   * header; empty where that is not known.
   */
  readonly confirmed?: ((area: string) => readonly ColumnMapping[]) | undefined;
}

export interface CsvOptions extends RecordOptions, HeadingOptions {
  readonly decimal?: DecimalMark;
}

export interface CsvFile {
  readonly dialect: Dialect;
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
    const header = headerOf(titles.cells, rest[0]?.cells, options);
    const decimal =
      // SDMX-CSV has a point as its decimal mark, whatever the locale.
      options.decimal ?? (isSdmx(header) ? "." : detectDecimal(valueCells(rest, header)));
    return { dialect: { encoding, certainty, delimiter, decimal }, header, batches: prepend(rest, batches) };
  } catch (error) {
    await batches.return(undefined);
    throw error;
  }
}

/**
 * Reads the header with what was said of its headings.
 *
 * @param first the row after it, which tells the country
 * @throws UnreadableFile as `readHeader` does
 */
export function headerOf(
  titles: readonly string[],
  first: readonly string[] = [],
  { mappings = [], confirmed }: HeadingOptions = {},
): Header {
  const area = first[areaColumn(titles, mappings) ?? -1]?.trim() ?? "";
  return readHeader(titles, [...mappings, ...(confirmed?.(area) ?? [])]);
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
