import { isDay } from "../dates.js";
import type { Composition } from "../types.js";
import type { Group } from "./input.js";

/** The year whose members make the groups' figures of `period`. */
export function composedIn(period: number, composition: Composition = "by-year"): number {
  return composition === "by-year" ? period : composition;
}

/**
 * Reads `by-year`, a year, or a date as `YYYY-MM-DD`; undefined for any other text. Members are listed by year, as of
 * 31 December, so that a date earlier in its year takes the members of the year before: what was last listed then.
 */
export function readComposition(text: string): Composition | undefined {
  if (text === "by-year") return text;
  const [, year = "", monthAndDay] = /^([12]\d{3})(-\d{2}-\d{2})?$/.exec(text) ?? [];
  if (year === "") return undefined;
  if (monthAndDay === undefined || monthAndDay === "-12-31") return Number(year);
  return isDay(text) ? Number(year) - 1 : undefined;
}

/** The groups as they were composed in one year. Codes ascend everywhere, and no member stands twice. */
export interface Membership {
  readonly groups: readonly { readonly code: number; readonly members: readonly number[] }[];
  /** Every country that is in some group. */
  readonly areas: readonly number[];
}

/**
 * Composition of the groups by year, worked out once per year. Members are sorted because the order of
 * addition decides the last bits of a sum, and the same input must give the same bits.
 */
export function membershipByYear(groups: readonly Group[]): (year: number) => Membership {
  const years = new Map<number, Membership>();
  const inOrder = [...groups].sort((a, b) => a.code - b.code);
  return (year) => {
    const known = years.get(year);
    if (known) return known;
    const composed = inOrder.map((group) => ({ code: group.code, members: ascending(group.members(year)) }));
    const membership = { groups: composed, areas: ascending(composed.flatMap((group) => group.members)) };
    years.set(year, membership);
    return membership;
  };
}

function ascending(codes: readonly number[]): number[] {
  return [...new Set(codes)].sort((a, b) => a - b);
}
