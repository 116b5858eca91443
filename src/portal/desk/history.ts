import { indicators, type SeriesOfIndicator, seriesByCode } from "../../../indicators/index.js";
import { standsBesideCountry } from "../../estimate/policy.js";
import { dimensionKey, groupBy } from "../../keys.js";
import { type Version, versions } from "../../run/release/triangle.js";
import { CLOSED } from "../../tables/countries.js";
import type { Dimensions, Estimate, StoredObservation } from "../../types.js";
import type { Given } from "../given.js";
import type { Query } from "../paging.js";
import type { Country } from "./country.js";
import { estimatesAt } from "./estimates.js";

/** One series and breakdown of a country, and what there is to choose from. */
export interface Choice extends SeriesOfIndicator {
  readonly dimensions: Dimensions;
  /** Series of which the country has handed in figures, in the order of indicators. */
  readonly all: readonly SeriesOfIndicator[];
  /** Breakdowns of the series of which it has, the total first. */
  readonly breakdowns: readonly Dimensions[];
}

/** One year of the series. */
export interface Year {
  readonly period: number;
  readonly inForce: StoredObservation | undefined;
  /** Only where it may stand beside the country's name. */
  readonly estimate: Estimate | undefined;
  /** Oldest first. */
  readonly versions: readonly Version[];
}

/** The figures of a country in force. */
export function figuresInForce({ environment: { store } }: Given, { m49 }: Country): StoredObservation[] {
  const vintage = store.vintage();
  return vintage ? store.observations(vintage.id, m49) : [];
}

/** What an address asks for, or else the first there is; undefined of a country that has handed in nothing. */
export function choiceOf(given: Given, country: Country, query: Query): Choice | undefined {
  const figures = groupBy(figuresInForce(given, country), ({ series }) => series);
  const all = indicators.flatMap((indicator) =>
    indicator.series.filter(({ code }) => figures.has(code)).map((series) => ({ indicator, series })),
  );
  const asked = seriesByCode.get((query.series ?? "").toUpperCase())?.series.code;
  const chosen =
    all.find(({ series }) => series.code === asked) ??
    all.find(({ indicator }) => indicator.id === query.indicator) ??
    all[0];
  if (!chosen) return undefined;
  const own = figures.get(chosen.series.code) ?? [];
  const breakdowns = [...new Map(own.map(({ dimensions }) => [dimensionKey(dimensions), dimensions]))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, dimensions]) => dimensions);
  const dimensions =
    breakdowns.find((one) => dimensionKey(one) === query.breakdown) ?? (breakdowns[0] as Dimensions);
  return { ...chosen, all, breakdowns, dimensions };
}

/** Every year of the chosen series, newest first, and whether estimates are still being made. */
export function yearsOf(
  given: Given,
  country: Country,
  { indicator, series, dimensions }: Choice,
): { readonly years: readonly Year[]; readonly estimating: boolean } {
  const breakdown = dimensionKey(dimensions);
  const isOf = (one: { readonly series: string; readonly dimensions: Dimensions }) =>
    one.series === series.code && dimensionKey(one.dimensions) === breakdown;
  const mayStand = standsBesideCountry(indicator, dimensions);
  const estimates = mayStand ? estimatesAt(given) : [];
  const key = { series: series.code, area: country.m49, period: 0, dimensions };
  const handedIn = groupBy(versions(given.environment, key), ({ period }) => period);
  const inForce = new Map(
    figuresInForce(given, country)
      .filter(isOf)
      .map((one) => [one.period, one]),
  );
  const estimated = new Map(
    (estimates ?? []).filter((one) => one.area === country.m49 && isOf(one)).map((one) => [one.period, one]),
  );
  const periods = [...new Set([...handedIn.keys(), ...inForce.keys(), ...estimated.keys()])];
  return {
    estimating: estimates === undefined,
    years: periods
      .sort((a, b) => b - a)
      .map((period) => ({
        ...{ period, inForce: inForce.get(period), versions: handedIn.get(period) ?? [] },
        // What the country says does not apply, or may not be shown, is not filled.
        estimate: CLOSED.has(inForce.get(period)?.status ?? "") ? undefined : estimated.get(period),
      })),
  };
}
