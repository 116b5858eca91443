import type { TableInput } from "../define.js";
import { dimensionKey } from "../keys.js";
import { createComparability, type Flag, lagFlags } from "./comparability.js";
import { type CountryFigure, countryFigures } from "./countries.js";

/** A figure that countries can be ranked by, and what stands against comparing it. */
export interface Headline extends CountryFigure {
  readonly value: number;
  readonly flags: readonly Flag[];
}

/** Totals with a value. Counts are left out: a ranking by them would rank populations. */
const isHeadline = (figure: CountryFigure): figure is CountryFigure & { readonly value: number } =>
  figure.value !== null &&
  figure.series.aggregation.method !== "sum" &&
  dimensionKey(figure.record.dimensions) === "";

/** Every country's headline figures in all years, flagged. */
export function headlines(input: TableInput): Headline[] {
  const all = countryFigures(input);
  const flagsOf = createComparability(all);
  const figures = all.filter(isHeadline);
  const newest = new Map<string, number>();
  for (const { series, record } of figures) {
    newest.set(series.code, Math.max(newest.get(series.code) ?? record.period, record.period));
  }
  return figures.map((figure) => {
    const { period } = figure.record;
    const lag = lagFlags(period, newest.get(figure.series.code) ?? period);
    return { ...figure, flags: [...flagsOf(figure), ...lag] };
  });
}

/** The newest of each country's figures of one series. */
export function latestByCountry(figures: readonly Headline[]): Headline[] {
  const latest = new Map<number, Headline>();
  for (const figure of figures) {
    const known = latest.get(figure.record.area);
    if (!known || known.record.period < figure.record.period) latest.set(figure.record.area, figure);
  }
  return [...latest.values()];
}
