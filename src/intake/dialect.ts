import type { Encoding } from "./encoding.js";

export const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];
export type DecimalMark = "." | ",";

/** How a file is written. Detected, shown to the person, and open to being told otherwise. */
export interface Dialect {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  /** Null when the first part of the file does not settle it: then a number such as 1,234 stays ambiguous. */
  readonly decimal: DecimalMark | null;
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

/**
 * The decimal mark that the values themselves prove: `12,5` and `0,123` can only be a decimal comma
 * (a group of thousands has three digits and no leading zero), `12.5` only a point. Null without
 * proof, or with proof of both.
 */
export function detectDecimal(values: Iterable<string>): DecimalMark | null {
  let comma = false;
  let point = false;
  for (const value of values) {
    const text = value.trim();
    if (/^-?(\d+,\d{1,2}|\d+,\d{4,}|0+,\d+|\d{4,},\d+|[\d.\s\u00a0\u202f]+,\d{1,2})$/.test(text))
      comma = true;
    else if (/^-?(\d+\.\d{1,2}|\d+\.\d{4,}|0+\.\d+|\d{4,}\.\d+|[\d,]+\.\d{1,2})$/.test(text)) point = true;
  }
  return comma === point ? null : comma ? "," : ".";
}
