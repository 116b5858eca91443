import type { TableInput } from "../define.js";
import { absoluteValue } from "../estimate/absolute-value.js";
import { standsBesideCountry } from "../estimate/policy.js";
import { dimensionKey } from "../keys.js";
import type { Estimate, StoredObservation } from "../types.js";
import { type Measured, withIndicator } from "./measured.js";

/** One figure that may stand beside a country's name. `estimate` is null for what the country reported. */
export interface CountryFigure extends Measured {
  readonly record: StoredObservation | Estimate;
  readonly value: number | null;
  readonly estimate: Estimate | null;
}

const keyOf = ({ series, area, period, dimensions }: StoredObservation | Estimate): string =>
  `${series}/${area}/${period}/${dimensionKey(dimensions)}`;

/** Statuses under which the country says that there is nothing to estimate or to show. */
export const CLOSED = new Set(["M", "Q", "K"]);

/**
 * Reported figures, and estimates for keys the country left open where these may stand beside its name.
 * Country data are never replaced, and a cell the country declared not applicable, suppressed or counted
 * elsewhere is not filled (Principles Governing International Statistical Activities; SDG metadata of
 * 17.8.1 and 9.c.1 on missing values).
 */
export function countryFigures(input: TableInput): CountryFigure[] {
  const groups = new Set(input.groups.map(({ code }) => code));
  const ofCountry = ({ area }: { readonly area: number }) => !groups.has(area);
  const published = new Map(
    withIndicator(input.estimates.filter(ofCountry))
      .filter(({ indicator, record }) => standsBesideCountry(indicator, record.dimensions))
      .map((entry) => [keyOf(entry.record), entry]),
  );
  const figures: CountryFigure[] = [];
  for (const { record, ...measured } of withIndicator(input.observations.filter(ofCountry))) {
    const closed = record.value !== null || CLOSED.has(record.status);
    if (!closed && published.has(keyOf(record))) continue;
    published.delete(keyOf(record));
    figures.push({ ...measured, record, value: absoluteValue(record), estimate: null });
  }
  for (const { record, ...measured } of published.values()) {
    figures.push({ ...measured, record, value: record.value, estimate: record });
  }
  return figures;
}
