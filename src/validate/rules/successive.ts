import type { Observation } from "../../types.js";

/**
 * Each figure of a history with the one before it, where the two can be compared: not within one year, which
 * is a duplicate, and not across a break that the country has marked.
 *
 * @param known figures with a value, by year
 */
export function successive(known: readonly Observation[]): { before: Observation; at: Observation }[] {
  const pairs: { before: Observation; at: Observation }[] = [];
  known.forEach((at, i) => {
    const before = known[i - 1];
    if (before && at.period !== before.period && at.status !== "B") pairs.push({ before, at });
  });
  return pairs;
}
