import { codeLists, type SeriesOfIndicator, seriesByCode } from "../../indicators/index.js";
import type { TableInput } from "../define.js";
import { text } from "../i18n/text.js";
import { dimensionKey } from "../keys.js";
import { localised } from "../tables/cell.js";
import { round } from "../tables/round.js";
import type { Aggregate, Language } from "../types.js";

/** There is nothing to draw, or no such series. */
export class NothingToDraw extends Error {
  readonly code = "CHART_EMPTY";
  constructor(what: string, remedy: string) {
    super(`CHART_EMPTY: ${what} ${remedy}`);
  }
}

/** One value of a group in one year, as a chart draws it. */
export interface GroupPoint {
  readonly group: string;
  readonly year: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The series with this code. Throws NothingToDraw when there is none. */
export function seriesOf(code: string): SeriesOfIndicator {
  const found = seriesByCode.get(code.toUpperCase());
  if (!found) throw new NothingToDraw(`There is no series "${code}".`, "`ictsdg indicators` lists them.");
  return found;
}

const isTotal = ({ dimensions }: Aggregate): boolean => dimensionKey(dimensions) === "";

/**
 * Totals of a series for these groups, in the order of the groups and then of the years; a value without a
 * band is its own bounds. Throws NothingToDraw when no group has a value.
 */
export function groupPoints(input: TableInput, code: string, groups: readonly number[]): GroupPoint[] {
  const points = groups.flatMap((area) =>
    input.aggregates
      .filter((one) => one.series === code && one.area === area && isTotal(one))
      .sort((a, b) => a.period - b.period)
      .flatMap(({ period, value, low, high }) =>
        value === null
          ? []
          : [{ group: input.areaName(area), year: period, value, low: low ?? value, high: high ?? value }],
      ),
  );
  if (points.length > 0) return points;
  throw new NothingToDraw(
    `No value of ${code} for ${groups.join(", ")}.`,
    "Name other groups or another series; `ictsdg aggregate` shows what there is.",
  );
}

const units = new Map(
  codeLists
    .filter(({ id }) => id === "UNIT_MEASURE")
    .flatMap(({ codes }) => codes.map(({ code, name }) => [code, name] as const)),
);

/** Name of a unit; its code where the list has none. */
export const unitName = (unit: string, language: Language): string => units.get(unit)?.[language] ?? unit;

/** A value in words of a text alternative. */
export const said = (value: number, decimals: number, language: Language): string =>
  localised(round(value, decimals), language);

/** First and last year of points that are not empty. */
export function span(points: readonly { readonly year: number }[]): { from: string; to: string } {
  const years = points.map(({ year }) => year);
  return { from: String(Math.min(...years)), to: String(Math.max(...years)) };
}

/** For every group in turn, its first and its last value in words. */
export function changes(points: readonly GroupPoint[], decimals: number, language: Language): string {
  const separator = { ar: "؛ ", zh: "；" }[language as "ar"] ?? "; ";
  return [...new Set(points.map(({ group }) => group))]
    .map((name) => {
      const own = points.filter(({ group }) => group === name);
      const [first, last] = [own[0] as GroupPoint, own[own.length - 1] as GroupPoint];
      return text("tables", language, "chart.change", {
        name,
        first: said(first.value, decimals, language),
        from: String(first.year),
        last: said(last.value, decimals, language),
        to: String(last.year),
      });
    })
    .join(separator);
}

/** What falls in the years asked for. */
export const within = <T extends { readonly year: number }>(
  points: readonly T[],
  {
    from = Number.NEGATIVE_INFINITY,
    to = Number.POSITIVE_INFINITY,
  }: { readonly from?: number; readonly to?: number },
): T[] => points.filter(({ year }) => year >= from && year <= to);
