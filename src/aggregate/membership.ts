import type { Group } from "./input.js";

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
