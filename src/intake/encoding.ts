import { isAscii, isUtf8 } from "node:buffer";

/** Encodings a submission may come in, by their WHATWG names. */
export const ENCODINGS = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "windows-1251",
  "windows-1256",
  "koi8-r",
  "gb18030",
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/**
 * How an encoding is known. `given`: a person says so. `bom`: the file does. `valid`: the bytes can be nothing
 * else. `likely`: the best of several readings, and a guess where it is of an encoding that is not in the list.
 */
export type Certainty = "given" | "bom" | "valid" | "likely";

interface DetectedEncoding {
  readonly encoding: Encoding;
  readonly certainty: Exclude<Certainty, "given">;
}

/**
 * Tells the encoding of a file from its first bytes. Returns null when they are not text at all
 * (a NUL outside UTF-16, or control characters that no text file holds).
 */
export function detectEncoding(head: Uint8Array): DetectedEncoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf)
    return { encoding: "utf-8", certainty: "bom" };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", certainty: "bom" };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be", certainty: "bom" };
  const wide = bomlessUtf16(head);
  if (wide) return { encoding: wide, certainty: "likely" };
  if (looksBinary(head)) return null;
  if (isUtf8(wholeCharacters(head))) return { encoding: "utf-8", certainty: "valid" };
  if (isMostlyUtf8(head)) return { encoding: "utf-8", certainty: "likely" };
  return { encoding: likeliest(head), certainty: "likely" };
}

/**
 * The commas, digits and line breaks of a table have a NUL in UTF-16, in the byte that tells the order;
 * letters of other scripts have none, or a few in the other byte. What then decodes to control characters
 * was not text.
 */
function bomlessUtf16(head: Uint8Array): "utf-16le" | "utf-16be" | null {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++) if (head[i] === 0) i % 2 === 0 ? even++ : odd++;
  if (Math.max(odd, even) <= Math.max(3 * Math.min(odd, even), head.length * 0.025)) return null;
  const encoding = odd > even ? "utf-16le" : "utf-16be";
  const text = new TextDecoder(encoding).decode(head, { stream: true });
  return /[^\P{C}\t\r\n\p{Cf}]|\ufffd/u.test(text) ? null : encoding;
}

/**
 * True when of the lines with more than ASCII at least half are UTF-8. Legacy text hardly ever is by chance, so
 * the others have got into a UTF-8 file, where they are faults to be named, and not the file's encoding.
 */
function isMostlyUtf8(head: Uint8Array): boolean {
  let balance = 0;
  let valid = 0;
  for (let start = 0; start < head.length; ) {
    const feed = head.indexOf(10, start);
    const line = head.subarray(start, feed < 0 ? head.length : feed);
    if (!isAscii(line)) {
      const whole = isUtf8(feed < 0 ? wholeCharacters(line) : line);
      balance += whole ? 1 : -1;
      if (whole) valid++;
    }
    start += line.length + 1;
  }
  return valid > 0 && balance >= 0;
}

function looksBinary(head: Uint8Array): boolean {
  let control = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) control++;
  }
  return control > head.length * 0.01;
}

/** The head without a UTF-8 character that its end may have cut in two. */
export function wholeCharacters(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return bytes;
    if (byte >= 0xc0) {
      const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needs > back ? bytes.subarray(0, bytes.length - back) : bytes;
    }
  }
  return bytes;
}

/** Bytes 0x80 to 0x9f of Windows-1252, which some releases of Node read as Latin-1. */
const WESTERN = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * A decoder that takes chunk after chunk, and null for the end. A byte order mark is left out.
 *
 * @param options.fatal whether bytes that are not of the encoding throw instead of becoming U+FFFD
 */
export function createDecoder(
  encoding: Encoding,
  options: { readonly fatal?: boolean } = {},
): (chunk: Uint8Array | null) => string {
  const decoder = new TextDecoder(encoding, options);
  const decode = (chunk: Uint8Array | null) =>
    chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  if (encoding !== "windows-1252") return decode;
  return (chunk) =>
    decode(chunk).replace(/[\u0080-\u009f]/g, (char) => WESTERN[char.charCodeAt(0) - 0x80] as string);
}

const LEGACY: readonly Encoding[] = ["gb18030", "windows-1251", "koi8-r", "windows-1256", "windows-1252"];

/** The legacy encoding under which the non-ASCII characters look most like words of its language. */
function likeliest(head: Uint8Array): Encoding {
  let best: Encoding = "windows-1252";
  let bestScore = -Infinity;
  for (const encoding of LEGACY) {
    const score = plausibility(createDecoder(encoding)(head), encoding);
    if (score > bestScore) {
      best = encoding;
      bestScore = score;
    }
  }
  return best;
}

const EXPECTED: Partial<Record<Encoding, RegExp>> = {
  // The 3,500 common characters lie in GB2312's first level, which sits in the CJK block.
  gb18030: /[\u4e00-\u9fff\u3000-\u3002\uff01-\uff5e]/u,
  "windows-1251": /[\u0430-\u044f\u0451]/u,
  "koi8-r": /[\u0430-\u044f\u0451]/u,
  "windows-1256": /[\u0621-\u064a\u060c]/u,
  "windows-1252": /[à-öø-ÿÀ-ÖØ-Üß«»’–°ºª¿¡]/u,
};

/**
 * Mean over the non-ASCII characters: +1 for a letter the encoding's language writes, less for what it
 * does not. Words decide between look-alikes: Russian is lower case inside words (KOI8-R read as
 * Windows-1251 turns case around), while Western accents stand between ASCII letters.
 */
function plausibility(text: string, encoding: Encoding): number {
  const expected = EXPECTED[encoding] as RegExp;
  let score = 0;
  let seen = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string;
    if (char < "\u0080") continue;
    seen++;
    if (char === "\ufffd") score -= 5;
    else if (expected.test(char))
      score += latinNeighbours(text, i) === (encoding === "windows-1252") ? 1 : 0.1;
    else if (!/[\u0410-\u042f\u00a0\u2013\u2014«»№]/u.test(char)) score -= 0.5;
  }
  return seen === 0 ? 0 : score / seen;
}

/** True when the run of non-ASCII characters at `i` is one or two long and touches an ASCII letter. */
function latinNeighbours(text: string, i: number): boolean {
  const ascii = (c: string | undefined) => c !== undefined && /[a-z]/i.test(c);
  return ascii(text[i - 1]) || ascii(text[i + 1]);
}
