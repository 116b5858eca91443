import { type I18n, LANGUAGES } from "../types.js";
import type { Areas } from "./areas.js";
import { createGroups, type Group, type Groups } from "./groups.js";

/** A group somebody asks about once, which no list has: the same areas in all years. */
export interface AdHocGroup {
  readonly name: string;
  /** M49 codes. */
  readonly areas: readonly number[];
}

/** Private use in M49; ours are there too (docs/adr/0007-own-group-codes-and-years.md). */
const CODES = { first: 900, last: 999 };

/**
 * The lists with ad hoc groups added behind the others. Each has the lowest code from 900 to 999 that is free, its name
 * as alias and in every language, and the kind `ad-hoc`.
 * @throws Error `group-codes-used` when there are more groups than free codes
 */
export function withAdHoc(
  { areas, groups }: { readonly areas: Areas; readonly groups: Groups },
  wanted: readonly AdHocGroup[],
): { readonly areas: Areas; readonly groups: Groups; readonly added: readonly Group[] } {
  const codes = freeCodes(groups);
  const made = wanted.map((one, index) => ({ group: groupOf(one, codes[index]), areas: one.areas }));
  const added = made.map(({ group }) => group);
  const memberships = made.flatMap(({ group, areas }) =>
    [...new Set(areas)].map((area) => ({ ...{ group: group.code, area }, from: -Infinity, to: Infinity })),
  );
  const names = new Map(added.map(({ code, name }) => [code, name]));
  return {
    areas: { ...areas, areaName: (code, lang) => names.get(code)?.[lang] ?? areas.areaName(code, lang) },
    groups: createGroups([...groups.list, ...added], [...groups.memberships, ...memberships]),
    added,
  };
}

function freeCodes(groups: Groups): number[] {
  const all = Array.from({ length: CODES.last - CODES.first + 1 }, (_, index) => CODES.first + index);
  return all.filter((code) => groups.get(code) === undefined);
}

function groupOf({ name }: AdHocGroup, code: number | undefined): Group {
  if (code === undefined)
    throw new Error(
      `group-codes-used: no code from ${CODES.first} to ${CODES.last} is left for "${name}". Ask about fewer groups.`,
    );
  const names = Object.fromEntries(LANGUAGES.map((language) => [language, name])) as I18n;
  return { code, alias: name, kind: "ad-hoc", name: names };
}
