import type { TableInput } from "../define.js";
import { text } from "../i18n/text.js";
import { keyId } from "../keys.js";
import type { Cell, Key } from "../types.js";

/** Footnotes of one table, numbered as they first appear in it. */
export interface Footnotes {
  /** Numbers of the footnotes that belong to a figure, such as "1, 3"; null where there are none. */
  markOf(key: Key): Cell;
  /** The footnotes marked so far, in order: `[1] Kenya, 2018: …`. */
  notes(): readonly string[];
}

/**
 * Footnotes of what countries explained, in their own words. To be asked in the order of the table's rows.
 * The same words about one country and year are one footnote, whatever the breakdown.
 */
export function createFootnotes({ explanations, language, areaName }: TableInput): Footnotes {
  const texts = new Map<string, string[]>();
  for (const explanation of explanations) {
    const id = keyId(explanation);
    texts.set(id, [...(texts.get(id) ?? []), explanation.text]);
  }
  const numbers = new Map<string, number>();
  const notes: string[] = [];
  const numberOf = ({ area, period }: Key, words: string): number => {
    const id = `${area} ${period} ${words}`;
    const known = numbers.get(id);
    if (known !== undefined) return known;
    const number = numbers.size + 1;
    numbers.set(id, number);
    const place = { number: String(number), area: areaName(area), year: String(period) };
    notes.push(text("tables", language, "footnote", { ...place, text: oneLine(words) }));
    return number;
  };
  return {
    markOf(key) {
      const own = texts.get(keyId(key));
      return own ? own.map((words) => numberOf(key, words)).join(", ") : null;
    },
    notes: () => (notes.length > 0 ? [text("tables", language, "note.explanations"), ...notes] : []),
  };
}

/** A note is one line of a file of notes. */
const oneLine = (words: string): string => words.replace(/\s+/g, " ").trim();
