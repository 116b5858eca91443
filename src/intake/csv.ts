import { isUtf8 } from "node:buffer";
import { Readable } from "node:stream";
import { type Parser, parse } from "csv-parse";
import type { Row } from "../types.js";
import { type DecimalMark, type Delimiter, type Dialect, detectDecimal, detectDelimiter } from "./dialect.js";
import { type DetectedEncoding, detectEncoding, type Encoding, wholeCharacters } from "./encoding.js";
import { UnreadableFile } from "./errors.js";
import { type Header, readHeader } from "./header.js";

/** Bytes looked at to tell encoding, delimiter and decimal mark. */
const HEAD_BYTES = 256 * 1024;
/** A record longer than this is a quotation mark that never closed, not a record. */
const MAX_RECORD_CHARACTERS = 1024 * 1024;

export interface CsvOptions {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  readonly decimal?: DecimalMark;
}

export interface CsvFile {
  readonly dialect: Dialect;
  readonly certainty: DetectedEncoding["certainty"] | "given";
  readonly header: Header;
  /** The records after the header, in batches, streamed; blank lines are passed over but counted. */
  readonly batches: AsyncIterable<readonly Row[]>;
}

/**
 * Opens a CSV file given as a stream of bytes: detects how it is written, reads the header and hands
 * over the records as text. Memory does not grow with the file.
 *
 * @throws UnreadableFile when it is empty, not text, or has no header that can be read; while reading
 *   the batches, when a quotation mark is never closed or bytes are not of the encoding
 */
export async function openCsv(bytes: AsyncIterable<Uint8Array>, options: CsvOptions = {}): Promise<CsvFile> {
  const source = bytes[Symbol.asyncIterator]();
  const head = await readHead(source);
  if (head.length === 0) throw new UnreadableFile("file-empty", {});
  const detected = options.encoding
    ? { encoding: options.encoding, certainty: "given" as const }
    : detectEncoding(head);
  if (!detected) throw new UnreadableFile("file-binary", { found: signature(head) });
  const text = new TextDecoder(detected.encoding).decode(wholeCharacters(head), { stream: true });
  if (text.trim() === "") throw new UnreadableFile("file-empty", {});
  const delimiter = options.delimiter ?? detectDelimiter(text);
  const records = rows(parser(utf8(source, head, detected.encoding), delimiter));
  const first = await records.next();
  if (first.done) throw new UnreadableFile("file-empty", {});
  const [titles, ...rest] = first.value as [Row, ...Row[]];
  const header = readHeader(titles.cells);
  const decimal = options.decimal ?? detectDecimal(valueCells(rest, header));
  return {
    dialect: { encoding: detected.encoding, delimiter, decimal },
    certainty: detected.certainty,
    header,
    batches: prepend(rest, records),
  };
}

async function readHead(source: AsyncIterator<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (size < HEAD_BYTES) {
    const next = await source.next();
    if (next.done) break;
    chunks.push(next.value);
    size += next.value.length;
  }
  return Buffer.concat(chunks);
}

/** The file's bytes as UTF-8, checked when they claim to be that already. */
async function* utf8(
  source: AsyncIterator<Uint8Array>,
  head: Uint8Array,
  encoding: Encoding,
): AsyncGenerator<Uint8Array> {
  const decode = encoding === "utf-8" ? null : new TextDecoder(encoding);
  let carried: Uint8Array = new Uint8Array(0);
  for (
    let next: IteratorResult<Uint8Array> = { value: head, done: false };
    !next.done;
    next = await source.next()
  ) {
    if (decode) {
      yield Buffer.from(decode.decode(next.value, { stream: true }));
      continue;
    }
    const joined = carried.length > 0 ? Buffer.concat([carried, next.value]) : next.value;
    const whole = wholeCharacters(joined);
    if (!isUtf8(whole)) throw new UnreadableFile("file-encoding", { encoding: "UTF-8" });
    carried = joined.subarray(whole.length);
    yield whole;
  }
  if (decode) yield Buffer.from(decode.decode());
  else if (carried.length > 0) throw new UnreadableFile("file-encoding", { encoding: "UTF-8" });
}

function parser(bytes: AsyncIterable<Uint8Array>, delimiter: Delimiter): Parser {
  const parsing = parse({
    bom: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MAX_RECORD_CHARACTERS,
  });
  const reading = Readable.from(bytes, { objectMode: false, highWaterMark: 1 << 18 });
  reading.on("error", (error) => parsing.destroy(error));
  return reading.pipe(parsing);
}

/** Batches of what the parser has ready. A line number is where the record starts; quoted line breaks count. */
async function* rows(parsing: Parser): AsyncGenerator<Row[]> {
  let line = 1;
  let records = 0;
  try {
    for await (const batch of ready(parsing)) {
      const filled: Row[] = [];
      for (const cells of batch) {
        if (cells.length > 1 || cells[0]?.trim()) filled.push({ line, cells });
        line += 1 + lineBreaks(cells);
      }
      records += batch.length;
      if (filled.length > 0) yield filled;
    }
  } catch (error) {
    // Records parsed but not handed over yet are skipped; each is taken for one line.
    throw unreadable(error, line + ((error as { records?: number }).records ?? records) - records);
  }
}

/** All records that have been parsed so far, again and again: several times quicker than one at a time. */
async function* ready(parsing: Parser): AsyncGenerator<string[][]> {
  let failure: unknown;
  let ended = false;
  let wake = () => {};
  parsing.on("readable", () => wake());
  parsing.on("end", () => {
    ended = true;
    wake();
  });
  parsing.on("error", (error) => {
    failure = error;
    wake();
  });
  while (!ended) {
    if (failure) throw failure;
    const batch: string[][] = [];
    for (
      let record = parsing.read() as string[] | null;
      record !== null;
      record = parsing.read() as string[] | null
    ) {
      batch.push(record);
      if (batch.length === 1000) break;
    }
    if (batch.length > 0) yield batch;
    else if (!ended && !failure) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
}

function lineBreaks(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells)
    for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) count++;
  return count;
}

function unreadable(error: unknown, line: number): unknown {
  const code = (error as { code?: string }).code;
  if (code === "CSV_QUOTE_NOT_CLOSED") return new UnreadableFile("file-quote-not-closed", {}, line);
  if (code === "CSV_MAX_RECORD_SIZE")
    return new UnreadableFile("file-record-too-long", { limit: MAX_RECORD_CHARACTERS }, line);
  if (code?.startsWith("CSV_")) return new UnreadableFile("file-unreadable", { cause: code }, line);
  return error;
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

/** Names what a file that is not text most likely is, from its first bytes. */
function signature(head: Uint8Array): string {
  const start = Buffer.from(head.subarray(0, 8)).toString("latin1");
  if (start.startsWith("PK")) return "ZIP / XLSX";
  if (start.startsWith("%PDF")) return "PDF";
  if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) return "XLS / DOC";
  return "binary";
}
