import { indicators, type SeriesOfIndicator, seriesByCode } from "../../indicators/index.js";
import type { Series } from "../define.js";
import type { Key } from "../types.js";

/** A series, the indicator it measures, and its place in the order tables follow. */
export interface Measured extends SeriesOfIndicator {
  readonly rank: number;
}

const inOrder: readonly Series[] = indicators.flatMap(({ series }) => series);
const ranks = new Map(inOrder.map(({ code }, rank) => [code, rank]));

/** Every series of every indicator, in the order tables follow. */
export const allSeries = (): readonly Series[] => inOrder;

/** Pairs records with their indicator and series, and leaves out those no indicator has. */
export function withIndicator<T extends Key>(records: readonly T[]): (Measured & { readonly record: T })[] {
  return records.flatMap((record) => {
    const entry = seriesByCode.get(record.series.toUpperCase());
    return entry ? [{ ...entry, record, rank: ranks.get(entry.series.code) ?? inOrder.length }] : [];
  });
}
