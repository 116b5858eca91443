import type { Archive } from "./archive.js";
import { UnreadableFile } from "./errors.js";
import type { Limits } from "./limits.js";
import { parseXml } from "./xml.js";

/** Gathers the text of one string item (`si`, `is`) from what a parser meets inside it. */
export interface StringItem {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
  /** The text gathered, and a fresh start. */
  take(): string;
}

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * The runs of a string item in order, without its phonetic guide (ECMA-376 part 1, 18.4.8). A digit set as
 * superscript becomes a superscript digit: 12.5 with a raised 1 is a footnote mark and not 12.51.
 */
export function stringItem(): StringItem {
  let gathered = "";
  let inText = false;
  let phonetic = false;
  let raised = false;
  return {
    open(name, attributes) {
      if (name === "t") inText = true;
      else if (name === "rPh") phonetic = true;
      else if (name === "r") raised = false;
      else if (name === "vertAlign") raised = attributes.val === "superscript";
    },
    text(text) {
      if (!inText || phonetic) return;
      gathered += raised ? text.replace(/\d/g, (digit) => RAISED[Number(digit)] as string) : text;
    },
    close(name) {
      if (name === "t") inText = false;
      else if (name === "rPh") phonetic = false;
      else if (name === "r") raised = false;
    },
    take() {
      const text = unescaped(gathered);
      gathered = "";
      return text;
    },
  };
}

/** `_x000D_` stands for a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
export function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/**
 * The texts that the cells of a workbook share.
 *
 * @throws UnreadableFile `file-archive-expands` when the table is larger than can be kept in memory
 */
export async function sharedStrings(
  archive: Archive,
  part: string,
  limits: Limits,
): Promise<readonly string[]> {
  const strings: string[] = [];
  const item = stringItem();
  const parsing = parseXml(bounded(archive.read(part), limits.shared), part, {
    ...item,
    close(name) {
      item.close(name);
      if (name === "si") strings.push(item.take());
    },
  });
  for await (const _ of parsing);
  return strings;
}

async function* bounded(bytes: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > limit) throw new UnreadableFile("file-archive-expands", { limit });
    yield chunk;
  }
}
