import { SaxesParser } from "saxes";
import { damaged, UnreadableFile } from "./errors.js";

/** What is made of an XML part. Names come without their prefix, which every writer chooses for itself. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Levels of elements; SpreadsheetML needs fewer than ten. A parser keeps those that are open. */
const DEEPEST = 100;

/**
 * Parses an XML part as it streams by. Yields after each chunk, so that what the handler gathered can be
 * taken and memory does not grow with the part. Entities are the five of XML only.
 *
 * @throws UnreadableFile `file-archive-damaged` when it is not well formed
 */
export async function* parseXml(
  bytes: AsyncIterable<Uint8Array>,
  part: string,
  handler: XmlHandler,
): AsyncGenerator<void> {
  const parser = saxParser(part, handler);
  const decode = xmlText(part);
  for await (const chunk of bytes) {
    parser.write(decode(chunk));
    yield;
  }
  parser.close();
  yield;
}

/** Parses a small XML part whole. */
export async function readXml(
  bytes: AsyncIterable<Uint8Array>,
  part: string,
  handler: XmlHandler,
): Promise<void> {
  for await (const _ of parseXml(bytes, part, handler));
}

function saxParser(part: string, handler: XmlHandler): SaxesParser {
  const parser = new SaxesParser({ position: false });
  let depth = 0;
  parser.on("opentag", ({ name, attributes }) => {
    if (++depth > DEEPEST) throw damaged(`${part}: ${depth} levels`);
    handler.open(local(name), attributes as Record<string, string>);
  });
  parser.on("closetag", ({ name }) => {
    depth--;
    handler.close?.(local(name));
  });
  parser.on("text", (text) => handler.text?.(text));
  parser.on("cdata", (text) => handler.text?.(text));
  parser.on("doctype", () => {
    throw new UnreadableFile("file-xml-entities", { part });
  });
  parser.on("error", (error) => {
    throw damaged(`${part}: ${error.message}`);
  });
  return parser;
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** A decoder of XML that takes chunk after chunk: UTF-16 by its mark or its NULs, otherwise UTF-8 (XML 1.0, F.1). */
export function xmlText(part: string): (chunk: Uint8Array) => string {
  let decoder: TextDecoder | null = null;
  return (chunk) => {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    try {
      return decoder.decode(chunk, { stream: true });
    } catch {
      throw damaged(`${part}: not ${decoder.encoding}`);
    }
  };
}

function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  return "utf-8";
}
