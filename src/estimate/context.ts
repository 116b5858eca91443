import type { Context, Covariate, History, Peer } from "../define.js";
import { dimensionKey } from "../keys.js";
import { operatorOf, type Surroundings } from "./surroundings.js";
import type { Breakdown } from "./years.js";

/** The context of one series and breakdown: all countries with what they reported of it. */
export function contextOf(
  { histories, series, dimensions }: Breakdown,
  surroundings: Surroundings,
  covariates: readonly Covariate[],
): Context {
  const reported = new Map(histories.map(({ area, points }) => [area, points]));
  const areas = [...new Set([...reported.keys(), ...surroundings.countries])].sort((a, b) => a - b);
  const peers = areas.map(
    (area): Peer => ({
      area,
      region: surroundings.regionOf(area),
      income: surroundings.incomeOf(area),
      values: new Map((reported.get(area) ?? []).map(({ period, value }) => [period, value])),
    }),
  );
  return {
    peers: new Map(peers.map((peer) => [peer.area, peer])),
    covariates,
    operator: operatorOf(series, dimensions, surroundings),
  };
}

/** Every series that compares between countries, as a covariate of the others: its totals, counts left out. */
export function covariatesOf(histories: readonly (readonly History[])[]): Covariate[] {
  return histories.flatMap((ofSeries) => {
    const totals = ofSeries.filter(({ dimensions }) => dimensionKey(dimensions) === "");
    const series = totals[0]?.series;
    if (!series || series.integer) return [];
    const values = new Map(
      totals.map(({ area, points }) => [area, new Map(points.map(({ period, value }) => [period, value]))]),
    );
    return [{ series, value: (area, period) => values.get(area)?.get(period) }];
  });
}
