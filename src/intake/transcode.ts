import { isUtf8 } from "node:buffer";
import { createDecoder, type Encoding } from "./encoding.js";
import { UnreadableFile } from "./errors.js";

/**
 * Bytes of an encoding as UTF-8, in pieces of whole lines. Those that claim to be UTF-8 already are checked.
 *
 * @param longest characters of a line at most, as its end is waited for
 * @throws UnreadableFile `file-encoding` or `file-record-too-long`, naming the line
 */
export async function* transcode(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  longest: number,
): AsyncGenerator<Buffer> {
  const convert = createConverter(encoding);
  let line = 1;
  let carried: Buffer = Buffer.alloc(0);
  function converted(piece: Buffer, isLast: boolean): Buffer {
    const text = convert(piece, isLast);
    if (!text)
      throw new UnreadableFile(
        "file-encoding",
        { encoding: encoding.toUpperCase() },
        line + linesRead(piece, encoding),
      );
    line += countBreaks(text);
    return text;
  }
  for await (const chunk of chunks) {
    const joined = Buffer.concat([carried, chunk]);
    const end = lastBreak(joined, encoding);
    if (end > 0) yield converted(joined.subarray(0, end), false);
    carried = joined.subarray(end);
    // A character takes four bytes at most.
    if (carried.length > 4 * longest)
      throw new UnreadableFile("file-record-too-long", { limit: longest }, line);
  }
  if (carried.length > 0) yield converted(carried, true);
}

/** Takes whole lines, and gives null when they are not of the encoding. */
type Converter = (piece: Buffer, isLast: boolean) => Buffer | null;

function createConverter(encoding: Encoding): Converter {
  if (encoding === "utf-8") return (piece) => (isUtf8(piece) ? piece : null);
  const decode = createDecoder(encoding, { fatal: true });
  return (piece, isLast) => {
    try {
      return Buffer.from(decode(piece) + (isLast ? decode(null) : ""));
    } catch {
      return null;
    }
  };
}

/** Lines of a piece before the first that is not of the encoding, each read by itself. */
function linesRead(piece: Buffer, encoding: Encoding): number {
  let lines = 0;
  for (let start = 0; start < piece.length; lines++) {
    const end = firstBreak(piece, start, encoding);
    if (!createConverter(encoding)(piece.subarray(start, end), true)) break;
    start = end;
  }
  return lines;
}

/** A line feed and a carriage return as they stand in the encoding; no other character holds these bytes in one. */
function breaksIn(encoding: Encoding): readonly [feed: Buffer, back: Buffer] {
  const units = ["\n", "\r"].map((char) =>
    Buffer.from(char, encoding.startsWith("utf-16") ? "utf16le" : "ascii"),
  );
  return (encoding === "utf-16be" ? units.map((unit) => unit.swap16()) : units) as [Buffer, Buffer];
}

/** Where the last line that is whole ends; 0 when none is. A file without line feeds has carriage returns. */
function lastBreak(bytes: Buffer, encoding: Encoding): number {
  const [feed, back] = breaksIn(encoding);
  const width = feed.length;
  const last = (unit: Buffer, from: number): number => {
    let at = bytes.lastIndexOf(unit, from);
    while (at >= 0 && at % width !== 0) at = at === 0 ? -1 : bytes.lastIndexOf(unit, at - 1);
    return at < 0 ? 0 : at + width;
  };
  // A carriage return at the very end may be followed by its line feed.
  return last(feed, bytes.length) || (bytes.length > width ? last(back, bytes.length - width - 1) : 0);
}

/** Where the line that begins at `start` ends, its break included. */
function firstBreak(bytes: Buffer, start: number, encoding: Encoding): number {
  const [feed, back] = breaksIn(encoding);
  const width = feed.length;
  const is = (unit: Buffer, at: number) =>
    bytes.compare(unit, 0, width, at, Math.min(at + width, bytes.length)) === 0;
  for (let at = start; at < bytes.length; at += width)
    if (is(feed, at) || (is(back, at) && !is(feed, at + width))) return at + width;
  return bytes.length;
}

/** Line breaks of any kind in UTF-8. */
function countBreaks(text: Buffer): number {
  let count = 0;
  for (let at = text.indexOf(10); at >= 0; at = text.indexOf(10, at + 1)) count++;
  for (let at = text.indexOf(13); at >= 0; at = text.indexOf(13, at + 1)) if (text[at + 1] !== 10) count++;
  return count;
}
