import { createDecoder, type Encoding } from "../../src/intake/encoding.js";

const tables = new Map<Encoding, ReadonlyMap<string, readonly number[]>>();

/** Node reads legacy encodings but does not write them: the decoder turned around. */
function tableOf(encoding: Encoding): ReadonlyMap<string, readonly number[]> {
  let table = tables.get(encoding);
  if (!table) {
    table = new Map(sequences(encoding).flatMap((bytes) => entry(encoding, bytes)));
    tables.set(encoding, table);
  }
  return table;
}

/** Single bytes, and for GB18030 the pairs. */
function sequences(encoding: Encoding): readonly (readonly number[])[] {
  if (encoding !== "gb18030") return Array.from({ length: 256 }, (_, byte) => [byte]);
  const ascii = Array.from({ length: 128 }, (_, byte) => [byte]);
  const pairs = Array.from({ length: 126 * 191 }, (_, i) => [0x81 + Math.floor(i / 191), 0x40 + (i % 191)]);
  return [...ascii, ...pairs];
}

function entry(encoding: Encoding, bytes: readonly number[]): readonly [string, readonly number[]][] {
  const char = createDecoder(encoding)(Uint8Array.from(bytes));
  return [...char].length === 1 && char !== "\ufffd" ? [[char, bytes]] : [];
}

/** Text as bytes without a byte order mark; null when the encoding cannot carry it. */
export function encode(text: string, encoding: Encoding): Buffer | null {
  if (encoding === "utf-8") return Buffer.from(text, "utf8");
  if (encoding === "utf-16le") return Buffer.from(text, "utf16le");
  if (encoding === "utf-16be") return Buffer.from(text, "utf16le").swap16();
  const table = tableOf(encoding);
  const bytes: number[] = [];
  for (const char of text) {
    const code = table.get(char);
    if (!code) return null;
    bytes.push(...code);
  }
  return Buffer.from(bytes);
}
