import type { Part } from "./parts.js";

/** How much of a group has a value. Shares are 0 to 1, and 0 for a group without any weight. */
export interface Coverage {
  /** Share of the weight held by reported values. */
  readonly weightCovered: number;
  /** Share of the weight held by reported or estimated values. */
  readonly weightUsed: number;
  /** Share of the weight, covered or not, that is made of totals: the breakdown's own is not known. */
  readonly weightStandIn: number;
  readonly countries: number;
  readonly countriesReported: number;
  readonly countriesEstimated: number;
}

/**
 * Coverage of one group by its parts. Where countries are not weighted each part weighs 1, so the shares
 * are shares of countries. Real data and estimates are told apart, since a gap-filled aggregate says
 * nothing about how much countries reported.
 * @param countries members of the group where anybody lives, also those without a weight: a denominator that
 *   is known for a few countries only must not make the group look complete
 * @param standIns areas weighted with what stands in for their own weight
 */
export function coverageOf(
  parts: readonly Part[],
  countries: number,
  standIns: ReadonlySet<number> = new Set(),
): Coverage {
  let total = 0;
  let used = 0;
  let covered = 0;
  let standingIn = 0;
  let countriesReported = 0;
  let countriesEstimated = 0;
  for (const { area, weight, figure } of parts) {
    total += weight;
    if (standIns.has(area)) standingIn += weight;
    if (!figure) continue;
    used += weight;
    if (figure.estimated) countriesEstimated += 1;
    else {
      countriesReported += 1;
      covered += weight;
    }
  }
  const share = (weight: number) => (total > 0 ? weight / total : 0);
  return {
    weightCovered: share(covered),
    weightUsed: share(used),
    weightStandIn: share(standingIn),
    countries,
    countriesReported,
    countriesEstimated,
  };
}

/** The coverage as it would be if there were no estimates. */
export function reportedAlone(coverage: Coverage): Coverage {
  return { ...coverage, weightUsed: coverage.weightCovered, countriesEstimated: 0 };
}
