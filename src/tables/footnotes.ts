import type { TableInput } from "../define.js";
import { text } from "../i18n/text.js";
import { keyId } from "../keys.js";
import type { Cell, Key } from "../types.js";
import { type Flag, flagText } from "./comparability.js";

/** Footnotes of one table, numbered as they first appear in it. */
export interface Footnotes {
  /** Numbers of the footnotes that belong to a figure, such as "1, 3"; null where there are none. */
  markOf(key: Key, flags?: readonly Flag[]): Cell;
  /** The footnotes marked so far, in order: `[1] Kenya, 2018: …`. */
  notes(): readonly string[];
}

/**
 * Footnotes of what stands against comparing a figure, and of what countries explained, in their own words.
 * To be asked in the order of the table's rows. One reason is one footnote wherever it holds; the same words
 * about one country and year are one footnote, whatever the breakdown.
 */
export function createFootnotes({ explanations, language, areaName }: TableInput): Footnotes {
  const texts = new Map<string, string[]>();
  for (const explanation of explanations) {
    const id = keyId(explanation);
    texts.set(id, [...(texts.get(id) ?? []), explanation.text]);
  }
  const numbers = new Map<string, number>();
  const notes: string[] = [];
  let explained = false;
  const numberOf = (id: string, noteOf: (number: string) => string): number => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    const number = numbers.size + 1;
    numbers.set(id, number);
    notes.push(noteOf(String(number)));
    return number;
  };
  const ofFlag = (flag: Flag): number => {
    const words = flagText(flag, language);
    return numberOf(words, (number) => text("tables", language, "footnote.shared", { number, text: words }));
  };
  const ofExplanation = ({ area, period }: Key, words: string): number => {
    explained = true;
    const place = { area: areaName(area), year: String(period), text: oneLine(words) };
    return numberOf(`${area} ${period} ${words}`, (number) =>
      text("tables", language, "footnote", { number, ...place }),
    );
  };
  return {
    markOf(key, flags = []) {
      const own = (texts.get(keyId(key)) ?? []).map((words) => ofExplanation(key, words));
      const marks = [...flags.map(ofFlag), ...own];
      return marks.length > 0 ? marks.join(", ") : null;
    },
    notes: () => [...(explained ? [text("tables", language, "note.explanations")] : []), ...notes],
  };
}

/** A note is one line of a file of notes. */
const oneLine = (words: string): string => words.replace(/\s+/g, " ").trim();
