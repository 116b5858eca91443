import type { TableInput } from "../define.js";
import type { Language } from "../types.js";

/** Compares two rows; 0 leaves the decision to the next comparison. */
export type Comparison<T> = (a: T, b: T) => number;

/** Tries comparisons in turn. */
export const inTurn =
  <T>(...comparisons: readonly Comparison<T>[]): Comparison<T> =>
  (a, b) => {
    for (const compare of comparisons) {
      const order = compare(a, b);
      if (order !== 0) return order;
    }
    return 0;
  };

/** Kinds of groups as ITU's "Facts and Figures" shows them; kinds not named come last. */
const KINDS = [
  "world",
  "itu-region",
  "m49-region",
  "sdg-region",
  "m49-sub-region",
  "m49-intermediate",
  "ldc",
  "lldc",
  "sids",
  "income-group",
];

/** Place of every group: by kind, and within a kind in the order given. */
export function groupOrder(groups: TableInput["groups"]): ReadonlyMap<number, number> {
  const rank = (kind: string) => (KINDS.includes(kind) ? KINDS.indexOf(kind) : KINDS.length);
  const sorted = [...groups].sort((a, b) => rank(a.kind) - rank(b.kind));
  return new Map(sorted.map(({ code }, place) => [code, place]));
}

/**
 * Place of every country in the alphabetical order of the language: the UN Editorial Manual arranges States
 * by name in each language version. Equal names fall back on the M49 code.
 */
export function countryOrder(areas: Iterable<number>, input: TableInput): ReadonlyMap<number, number> {
  const collator = collatorOf(input.language);
  const sorted = [...new Set(areas)].sort(
    (a, b) => collator.compare(input.areaName(a), input.areaName(b)) || a - b,
  );
  return new Map(sorted.map((area, place) => [area, place]));
}

/** Collation of a language; Chinese names are ordered by pinyin, as the UN's Chinese member list is. */
export const collatorOf = (language: Language): Intl.Collator =>
  new Intl.Collator(language === "zh" ? "zh-u-co-pinyin" : language);
