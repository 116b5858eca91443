import { seriesByCode } from "../../../indicators/index.js";
import { median } from "../../aggregate/median.js";
import { historyChart, type YearValue } from "../../charts/history.js";
import { surroundingsOf } from "../../run/surroundings.js";
import type { StoredFinding } from "../../store/store.js";
import { breakdown } from "../../tables/breakdown.js";
import type { Key, Language, StoredObservation } from "../../types.js";
import { figure } from "../../validate/rules/figures.js";
import type { Given } from "../given.js";
import { settlingOf } from "./settling.js";

/** The figures in force of a country in the series and breakdown of a key, years ascending. */
export function historyOf(given: Given, key: Key): readonly StoredObservation[] {
  const own = settlingOf(given).seriesOf(key).get(key.area) ?? [];
  return [...own].sort((a, b) => a.period - b.period);
}

/** A country that is like another one, and its figures of the same series and breakdown by year. */
export interface LikeCountry {
  readonly area: number;
  readonly values: ReadonlyMap<number, number>;
}

/**
 * Countries of the same ITU region and income class that have figures, by area: the donors that estimation
 * looks at first. None where the country is in no region.
 */
export function likeCountries(given: Given, key: Key): LikeCountry[] {
  const { environment } = given;
  const year = Number(environment.store.vintage()?.asOf.slice(0, 4));
  const { regionOf, incomeOf } = surroundingsOf(environment, year);
  const [region, income] = [regionOf(key.area), incomeOf(key.area)];
  if (region === undefined) return [];
  return [...settlingOf(given).seriesOf(key)]
    .filter(([area]) => area !== key.area && regionOf(area) === region && incomeOf(area) === income)
    .map(([area, observations]) => ({ area, values: valuesOf(observations) }))
    .sort((a, b) => a.area - b.area);
}

/** Figures that have a value, by year, multipliers applied. */
export const valuesOf = (observations: readonly StoredObservation[]): ReadonlyMap<number, number> =>
  new Map(observations.flatMap((one) => (one.value === null ? [] : [[one.period, figure(one)] as const])));

/** Fewer countries than this make no median worth drawing (own choice). */
const LEAST_PEERS = 3;

/** The median of countries for each year in which at least three have a figure, years ascending. */
export function mediansOf(countries: readonly LikeCountry[]): YearValue[] {
  const years = [...new Set(countries.flatMap(({ values }) => [...values.keys()]))].sort((a, b) => a - b);
  return years.flatMap((year) => {
    const values = countries.flatMap(({ values }) => values.get(year) ?? []);
    return values.length < LEAST_PEERS ? [] : [{ year, value: median(values) }];
  });
}

/** The chart of a doubted figure among its country's history; undefined where there is nothing to draw. */
export function findingChart(given: Given, { key, value }: StoredFinding, language: Language) {
  const series = seriesByCode.get(key?.series ?? "")?.series;
  if (!key || !series) return undefined;
  const figures = [...valuesOf(historyOf(given, key))].map(([year, value]) => ({ year, value }));
  return historyChart({
    ...{ language, series, figures },
    area: given.environment.areas.areaName(key.area, language),
    breakdown: String(breakdown(key.dimensions, language).BREAKDOWN),
    doubted: value === null ? null : { year: key.period, value },
    peers: mediansOf(likeCountries(given, key)),
  });
}
