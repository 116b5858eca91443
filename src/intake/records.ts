import { Readable } from "node:stream";
import { type Parser, parse } from "csv-parse";
import type { Row } from "../types.js";
import { type Delimiter, detectDelimiter, lineBreaksIn } from "./dialect.js";
import { type Certainty, createDecoder, detectEncoding, type Encoding, wholeCharacters } from "./encoding.js";
import { UnreadableFile } from "./errors.js";
import { LIMITS, type Limits } from "./limits.js";
import { transcode } from "./transcode.js";

/** Bytes looked at to tell encoding, delimiter and decimal mark. */
const HEAD_BYTES = 256 * 1024;

export interface RecordOptions {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  readonly limits?: Partial<Limits>;
}

export interface Records {
  readonly encoding: Encoding;
  readonly certainty: Certainty;
  readonly delimiter: Delimiter;
  /** All records in batches, streamed; blank lines are passed over but counted. */
  readonly batches: AsyncGenerator<Row[]>;
}

/** What the reading of bytes and the counting of lines share. */
interface Shared {
  readonly limits: Limits;
  /** A carriage return has come by, so that cells have to be searched for them. */
  returns: boolean;
}

/**
 * Opens delimited text given as a stream of bytes, whatever its columns are, and hands over its records.
 *
 * @throws UnreadableFile when it is empty or not text; while reading the batches, when a quotation mark is
 *   never closed, bytes are not of the encoding or a limit is passed
 */
export async function openRecords(
  bytes: AsyncIterable<Uint8Array>,
  options: RecordOptions = {},
): Promise<Records> {
  const source = bytes[Symbol.asyncIterator]();
  try {
    const head = await readHead(source);
    const { encoding, certainty } = encodingOf(head, options.encoding);
    const text = createDecoder(encoding)(wholeCharacters(head));
    if (text.trim() === "") throw new UnreadableFile("file-empty", {});
    const delimiter = options.delimiter ?? detectDelimiter(text);
    const shared: Shared = { limits: { ...LIMITS, ...options.limits }, returns: false };
    const pieces = utf8(bounded(head, source, shared), encoding, shared);
    const parsing = parser(pieces, delimiter, lineBreaksIn(text), shared);
    return { encoding, certainty, delimiter, batches: rows(parsing, shared) };
  } catch (error) {
    await source.return?.();
    throw error;
  }
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

function encodingOf(head: Uint8Array, given: Encoding | undefined): Pick<Records, "encoding" | "certainty"> {
  if (head.length === 0) throw new UnreadableFile("file-empty", {});
  if (given) return { encoding: given, certainty: "given" };
  const detected = detectEncoding(head);
  if (!detected) throw new UnreadableFile("file-binary", { found: signature(head) });
  return detected;
}

/** The head and what follows it, up to as many bytes as a file may have. */
async function* bounded(
  head: Uint8Array,
  source: AsyncIterator<Uint8Array>,
  { limits }: Shared,
): AsyncGenerator<Uint8Array> {
  let next: IteratorResult<Uint8Array> = { value: head, done: false };
  let size = 0;
  try {
    for (; !next.done; next = await source.next()) {
      size += next.value.length;
      if (size > limits.bytes) throw new UnreadableFile("file-too-large", { limit: limits.bytes });
      yield next.value;
    }
  } finally {
    await source.return?.();
  }
}

async function* utf8(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  shared: Shared,
): AsyncGenerator<Buffer> {
  for await (const piece of transcode(chunks, encoding, shared.limits.record)) {
    shared.returns ||= piece.includes(13);
    yield piece;
  }
}

function parser(
  bytes: AsyncIterable<Uint8Array>,
  delimiter: Delimiter,
  breaks: readonly string[],
  { limits }: Shared,
): Parser {
  const parsing = parse({
    bom: true,
    delimiter,
    record_delimiter: [...breaks],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: limits.record,
  });
  expectAnyLength(parsing);
  const reading = Readable.from(bytes, { objectMode: false, highWaterMark: 1 << 18 });
  reading.on("error", (error) => parsing.destroy(error));
  parsing.on("close", () => reading.destroy());
  return reading.pipe(parsing);
}

/** The part of csv-parse that ends a record; inner to it, and held by the version in package.json. */
interface Ending {
  readonly state: { expectedRecordLength?: number; readonly record: readonly string[] };
  __onRecord(push: unknown): unknown;
}

/**
 * csv-parse makes an error with a copy of the record for each one that is not as long as the first, also when
 * told to let it pass: ten times the work of reading it. So it is made to expect what it gets.
 */
function expectAnyLength(parsing: Parser): void {
  const { api } = parsing as unknown as { readonly api: Ending };
  const end = api.__onRecord;
  api.__onRecord = (push) => {
    api.state.expectedRecordLength = api.state.record.length;
    return end.call(api, push);
  };
}

/** Batches of what the parser has ready. A line number is where the record starts; quoted line breaks count. */
async function* rows(parsing: Parser, shared: Shared): AsyncGenerator<Row[]> {
  let line = 1;
  let records = 0;
  let kept = 0;
  try {
    for await (const batch of ready(parsing)) {
      const filled: Row[] = [];
      for (const cells of batch) {
        if (cells.length > 1 || cells[0]?.trim()) filled.push({ line, cells });
        line += 1 + lineBreaks(cells, line, shared);
      }
      records += batch.length;
      kept += filled.length;
      if (kept > shared.limits.rows) throw tooManyRows(filled, kept, shared.limits.rows);
      if (filled.length > 0) yield filled;
    }
  } catch (error) {
    // Records parsed but not handed over yet are skipped; each is taken for one line.
    throw unreadable(error, line + ((error as { records?: number }).records ?? records) - records, shared);
  } finally {
    parsing.destroy();
  }
}

function tooManyRows(last: readonly Row[], kept: number, limit: number): UnreadableFile {
  return new UnreadableFile("file-too-many-rows", { limit }, last[last.length - (kept - limit)]?.line);
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

/** Line breaks inside the cells of one record, whose size is looked at on the way. */
function lineBreaks(cells: readonly string[], line: number, { limits, returns }: Shared): number {
  if (cells.length > limits.columns)
    throw new UnreadableFile("file-too-many-columns", { limit: limits.columns, found: cells.length }, line);
  let count = 0;
  for (const cell of cells) {
    if (cell.length > limits.cell)
      throw new UnreadableFile("file-cell-too-long", { limit: limits.cell }, line);
    for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) count++;
    if (returns && cell.includes("\r")) count += cell.match(/\r(?!\n)/g)?.length ?? 0;
  }
  return count;
}

function unreadable(error: unknown, line: number, { limits }: Shared): unknown {
  const code = (error as { code?: string }).code;
  if (code === "CSV_QUOTE_NOT_CLOSED") return new UnreadableFile("file-quote-not-closed", {}, line);
  if (code === "CSV_MAX_RECORD_SIZE")
    return new UnreadableFile("file-record-too-long", { limit: limits.record }, line);
  if (code?.startsWith("CSV_")) return new UnreadableFile("file-unreadable", { cause: code }, line);
  return error;
}

/** Names what a file that is not text most likely is, from its first bytes. */
function signature(head: Uint8Array): string {
  const start = Buffer.from(head.subarray(0, 8)).toString("latin1");
  if (start.startsWith("PK")) return "ZIP / XLSX";
  if (start.startsWith("%PDF")) return "PDF";
  if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) return "XLS / DOC";
  return "binary";
}
