export type Encoding = "utf-8" | "utf-8-bom" | "utf-16le" | "windows-1251" | "windows-1252";

/** Node decodes single-byte encodings but does not write them: turn the decoder's table around. */
function singleByte(text: string, encoding: string): Buffer {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const bytes = new Map([...new TextDecoder(encoding).decode(all)].map((char, byte) => [char, byte]));
  return Buffer.from(
    [...text].map((char) => {
      const byte = bytes.get(char);
      if (byte === undefined) throw new Error(`${encoding} has no "${char}".`);
      return byte;
    }),
  );
}

/** Text as bytes; UTF-16 always with its byte order mark, as Excel saves it. */
export function encode(text: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case "utf-8":
      return Buffer.from(text, "utf8");
    case "utf-8-bom":
      return Buffer.from(`\uFEFF${text}`, "utf8");
    case "utf-16le":
      return Buffer.from(`\uFEFF${text}`, "utf16le");
    default:
      return singleByte(text, encoding);
  }
}
