import { indicators } from "../../indicators/index.js";
import type { Environment } from "../run/environment.js";
import type { I18n } from "../types.js";

/** Something that can be searched for. */
export interface Found {
  readonly kind: "indicator" | "series" | "country" | "group";
  /** Id of an indicator (of a series that of its indicator), M49 code of a country or group. */
  readonly id: string;
  readonly code: string;
  readonly name: I18n;
}

interface Entry extends Found {
  /** Codes, and names in the six languages, folded. */
  readonly codes: readonly string[];
  readonly names: readonly string[];
}

/**
 * Text without what writers leave out: case, accents, marks of vowels, the bar that stretches an Arabic word; the forms
 * of alif, and final ya and ta, are one (as the analysers for Arabic of Lucene have it).
 */
export function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\u0640]/gu, "")
    .toLowerCase()
    .replace(/ى/g, "ي")
    .replace(/ة/g, "ه")
    .replace(/ё/g, "е")
    .replace(/[\p{P}\p{S}]/gu, (mark) => (/[._]/.test(mark) ? mark : " "))
    .replace(/\s+/g, " ")
    .trim();
}

/** Finds indicators, series, countries and groups by words of their names in any of the six languages, or by code. */
export function createSearch({
  areas,
  groups,
}: Pick<Environment, "areas" | "groups">): (text: string) => Found[] {
  const entry = (kind: Found["kind"], id: string, name: I18n, codes: readonly string[]): Entry => ({
    ...{ kind, id, name, code: codes[0] ?? id, codes: codes.filter((code) => code !== "").map(folded) },
    names: [...new Set(Object.values(name).map(folded))],
  });
  const entries = [
    ...indicators.map(({ id, name, aliases }) => entry("indicator", id, name, [id, ...aliases])),
    ...groups.list.map(({ code, alias, name }) =>
      entry("group", String(code), name, [alias || String(code), String(code)]),
    ),
    ...areas.list.map(({ m49, iso2, iso3, name }) =>
      entry("country", String(m49), name, [iso3, iso2, String(m49)]),
    ),
    ...indicators.flatMap(({ id, series }) =>
      series.map(({ code, aliases = [], name }) => entry("series", id, name, [code, ...aliases])),
    ),
  ];
  return (text) => {
    const asked = folded(text);
    if (asked === "") return [];
    const scored = entries.map((one) => ({ one, score: scoreOf(one, asked) }));
    return scored
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .map(({ one: { kind, id, code, name } }) => ({ kind, id, code, name }));
  };
}

/** 0 where something asked for is in no name; else the better, the more of a name or code it is. Choice of our own. */
function scoreOf({ codes, names }: Entry, asked: string): number {
  if (codes.includes(asked)) return 6;
  if (names.includes(asked)) return 5;
  if (asked.length > 2 && codes.some((code) => code.startsWith(asked))) return 4;
  if (names.some((name) => name.startsWith(asked))) return 3;
  if (names.some((name) => name.includes(` ${asked}`))) return 2;
  const words = asked.split(" ");
  return names.some((name) => words.every((word) => name.includes(word))) ? 1 : 0;
}
