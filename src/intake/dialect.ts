import type { ReadSheet } from "../types.js";
import type { Certainty, Encoding } from "./encoding.js";

export const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];
export type DecimalMark = "." | ",";

/** How a file is written. Detected, shown to the person, and open to being told otherwise. */
export interface Dialect {
  readonly encoding: Encoding;
  readonly certainty: Certainty;
  readonly delimiter: Delimiter;
  /** Null when the first part of the file does not settle it: then a number such as 1,234 stays ambiguous. */
  readonly decimal: DecimalMark | null;
}

/** How a workbook is read. Its numbers have no decimal mark; those that were typed as text may have. */
export interface WorkbookDialect {
  readonly format: "xlsx";
  readonly decimal: DecimalMark | null;
  readonly sheets: readonly ReadSheet[];
}

/** The delimiter that splits the header line into most cells, quoted text aside; comma when none does. */
export function detectDelimiter(head: string): Delimiter {
  const line = firstLine(head);
  let best: Delimiter = ",";
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const count = countUnquoted(line, delimiter);
    if (count > most) {
      most = count;
      best = delimiter;
    }
  }
  return best;
}

/**
 * The kinds of line break that the first part of a file holds; most files hold one. Mixed ones come from
 * files put together by hand, where each kind ends a record.
 */
export function lineBreaksIn(head: string): readonly string[] {
  const kinds = ["\r\n"].filter((kind) => head.includes(kind));
  if (/(?<!\r)\n/.test(head) || !/[\r\n]/.test(head)) kinds.push("\n");
  if (/\r(?!\n)/.test(head)) kinds.push("\r");
  return kinds;
}

function firstLine(head: string): string {
  let quoted = false;
  for (let i = 0; i < head.length; i++) {
    const char = head[i];
    if (char === '"') quoted = !quoted;
    else if ((char === "\n" || char === "\r") && !quoted) return head.slice(0, i);
  }
  return head;
}

function countUnquoted(line: string, wanted: string): number {
  let quoted = false;
  let count = 0;
  for (const char of line) {
    if (char === '"') quoted = !quoted;
    else if (char === wanted && !quoted) count++;
  }
  return count;
}

/** A group of thousands has three digits and no leading zero, so that these can only be a decimal comma. */
const COMMA =
  /^-?(\d+,\d{1,2}|\d+,\d{4,}|0+,\d+|\d{4,},\d+|[\d.\s\u00a0\u202f'’]+,\d{1,2}|\d{1,3}(\.\d{3}){2,}(,\d+)?|\d{1,3}(\.\d{3})+,\d+)$/;
const POINT =
  /^-?(\d+\.\d{1,2}|\d+\.\d{4,}|0+\.\d+|\d{4,}\.\d+|[\d,\s\u00a0\u202f'’]+\.\d{1,2}|\d{1,3}(,\d{3}){2,}(\.\d+)?|\d{1,3}(,\d{3})+\.\d+)$/;

/**
 * The decimal mark that the values themselves prove, such as `12,5` a comma and `12.5` or `1,234,567` a
 * point. Null without proof, or with proof of both.
 */
export function detectDecimal(values: Iterable<string>): DecimalMark | null {
  let comma = false;
  let point = false;
  for (const value of values) {
    const text = value.trim();
    comma ||= COMMA.test(text);
    point ||= POINT.test(text);
  }
  return comma === point ? null : comma ? "," : ".";
}
