import type { Indicator } from "../define.js";
import { dimensionKey } from "../keys.js";
import type { Estimate, Key } from "../types.js";

type Values = ReadonlyMap<string, number>;

const placeOf = ({ area, period, dimensions }: Key): string =>
  `${area} ${period} ${dimensionKey(dimensions)}`;

/**
 * Moves estimates so that each series of `nested` covers at least what the next one covers (SDG metadata
 * 9.c.1: "at least" that technology): none above the one before, none below what was reported of a later
 * one. Reported figures stay as they are, also where they contradict each other.
 * @param reported reported values by series code, then by area, period and breakdown
 */
export function nestEstimates(
  { nested = [] }: Indicator,
  estimates: readonly Estimate[],
  reported: ReadonlyMap<string, Values>,
): Estimate[] {
  const ceilings = new Map<string, number>();
  const done: Estimate[] = [];
  nested.forEach((code, index) => {
    const narrower = nested.slice(index + 1).map((later) => reported.get(later));
    for (const [place, value] of reported.get(code) ?? []) lower(ceilings, place, value);
    for (const estimate of estimates) {
      if (estimate.series !== code) continue;
      const place = placeOf(estimate);
      const floor = Math.max(0, ...narrower.map((values) => values?.get(place) ?? 0));
      const moved = between(
        estimate,
        floor,
        Math.max(floor, ceilings.get(place) ?? Number.POSITIVE_INFINITY),
      );
      lower(ceilings, place, moved.value);
      done.push(moved);
    }
  });
  return [...done, ...estimates.filter(({ series }) => !nested.includes(series))];
}

/** Values of a series by the same places, for `nestEstimates`. */
export function valuesByPlace(figures: readonly (Key & { readonly value: number })[]): Values {
  return new Map(figures.map((figure) => [placeOf(figure), figure.value]));
}

function lower(ceilings: Map<string, number>, place: string, value: number): void {
  ceilings.set(place, Math.min(ceilings.get(place) ?? value, value));
}

function between(estimate: Estimate, floor: number, ceiling: number): Estimate {
  const clamp = (value: number): number => Math.min(Math.max(value, floor), ceiling);
  if (clamp(estimate.value) === estimate.value && clamp(estimate.low) === estimate.low) {
    if (clamp(estimate.high) === estimate.high) return estimate;
  }
  return { ...estimate, value: clamp(estimate.value), low: clamp(estimate.low), high: clamp(estimate.high) };
}
