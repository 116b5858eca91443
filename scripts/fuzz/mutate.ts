import { ENCODINGS } from "../../src/intake/encoding.js";
import { LIMITS } from "../../src/intake/limits.js";
import { encode } from "./encode.js";

export type Random = () => number;

/** Bits of text that readers of tables have stumbled over. */
const SNIPPETS = [
  '"',
  '""',
  '"\n',
  '","',
  ",",
  ";",
  "\t",
  "|",
  "\r",
  "\n",
  "\r\n",
  "\n\n",
  "\ufeff",
  "\u0000",
  "\u0085",
  "\u2028",
  "1,234",
  "1.234,5",
  "٤٥٫٦",
  "１２",
  "NaN",
  "#N/A",
  "..",
  "45.6%",
  "_T",
  "D",
  "ACTION",
  "2019",
  "__proto__",
  "constructor",
  "=1+1",
  "é",
  "год",
  "年份",
  "𠀀",
  "-0",
  "1e999",
  "\ud800",
  "۴۵",
  "४५",
  "1\u202f234",
  " ",
];

const below = (limit: number, random: Random) => Math.floor(random() * limit);
const oneOf = <T>(list: readonly T[], random: Random) => list[below(list.length, random)] as T;

function shuffled(text: string, random: Random): string {
  const lines = text.split("\n");
  const [from, to] = [below(lines.length, random), below(lines.length, random)];
  lines.splice(to, 0, ...lines.splice(from, 1));
  return lines.join("\n");
}

function repeatedLine(text: string, random: Random): string {
  const lines = text.split("\n");
  return [...lines, oneOf(lines, random)].join("\n");
}

function inserted(text: string, random: Random): string {
  const at = below(text.length + 1, random);
  return text.slice(0, at) + oneOf(SNIPPETS, random) + text.slice(at);
}

function cutOut(text: string, random: Random): string {
  const at = below(text.length, random);
  return text.slice(0, at) + text.slice(at + 1 + below(20, random));
}

function cellReplaced(text: string, random: Random): string {
  const cells = text.split(/([,;\t|\n])/);
  cells[2 * below(Math.ceil(cells.length / 2), random)] =
    random() < 0.005 ? "x".repeat(LIMITS.cell + below(3, random)) : oneOf(SNIPPETS, random);
  return cells.join("");
}

const onText = [shuffled, repeatedLine, inserted, inserted, cutOut, cellReplaced, cellReplaced];

/**
 * Marks of byte order in the wrong place, a surrogate and an overlong NUL in UTF-8, a code point beyond the
 * last, and lead bytes without what they lead.
 */
const SEQUENCES = [
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0xed, 0xa0, 0x80],
  [0xc0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xe2, 0x82],
  [0x81],
  [0x00, 0xdc],
  [0x00],
  [0x0d],
  [0x0a],
];

function flipped(bytes: Buffer, random: Random): Buffer {
  const copy = Buffer.from(bytes);
  const at = below(copy.length, random);
  copy[at] = (copy[at] as number) ^ (1 << below(8, random));
  return copy;
}

function truncated(bytes: Buffer, random: Random): Buffer {
  return bytes.subarray(0, below(bytes.length + 1, random));
}

function spliced(bytes: Buffer, random: Random): Buffer {
  const at = below(bytes.length + 1, random);
  const some = random() < 0.5 ? [below(256, random)] : oneOf(SEQUENCES, random);
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(some), bytes.subarray(at)]);
}

const onBytes = [flipped, truncated, spliced, spliced];

/** A file made wrong: up to four changes to its text, another encoding, up to two changes to its bytes. */
export function mutate(text: string, random: Random): Buffer {
  let changed = text;
  for (let i = below(5, random); i > 0; i--) changed = oneOf(onText, random)(changed, random);
  if (random() < 0.1) changed = changed.replaceAll("\n", oneOf(["\r\n", "\r"], random));
  const encoding = random() < 0.5 ? "utf-8" : oneOf(ENCODINGS, random);
  const marked = random() < 0.2 ? `\ufeff${changed}` : changed;
  let bytes = encode(marked, encoding) ?? Buffer.from(changed, "utf8");
  if (random() < 0.5)
    for (let i = 1 + below(2, random); i > 0 && bytes.length > 0; i--)
      bytes = oneOf(onBytes, random)(bytes, random);
  return bytes;
}
