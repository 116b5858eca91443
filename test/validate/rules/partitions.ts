/** Fixed-broadband subscriptions by speed, for the tests of the three rules about them. */
import { SPEED_TIERS } from "../../../indicators/breakdowns.js";
import type { Observation } from "../../../src/types.js";
import { observed } from "../observation.js";

export const COUNT = "IT_NET_BBNDN";

/** The total on line 2 and the tiers, slowest first, on lines 3 to 5; undefined leaves one out. */
export function tiers(
  total: number | null | undefined,
  parts: readonly (number | null)[],
  fields: Partial<Observation> = {},
): Observation[] {
  const series = { series: COUNT, ...fields };
  const slower = parts.map((value, i) =>
    observed({
      ...series,
      value,
      line: 3 + i,
      dimensions: { COMPOSITE_BREAKDOWN: SPEED_TIERS[i] as string },
    }),
  );
  return total === undefined ? slower : [observed({ series: series.series, value: total }), ...slower];
}

/** What neither sum rule can judge. */
export const INCOMPLETE: readonly (readonly [string, readonly Observation[]])[] = [
  ["no total", tiers(undefined, [200, 300, 500])],
  ["an absent total", tiers(null, [200, 300, 500])],
  ["a tier left out", tiers(1000, [200, 300])],
  ["an absent tier", tiers(1000, [200, null, 500])],
  ["a tier given twice", [...tiers(1000, [200, 300, 500]), ...tiers(undefined, [200])]],
  ["a tier given twice and one left out", [...tiers(1000, [200, 300]), ...tiers(undefined, [200])]],
  ["a total alone", tiers(1000, [])],
];
