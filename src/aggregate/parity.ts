import { compareKeys, dimensionKey } from "../keys.js";
import type { Aggregate, Dimensions, Key } from "../types.js";

/** Bounds of parity, both included (ITU, Facts and Figures 2022, The gender digital divide). */
export const PARITY = { from: 0.98, to: 1.02 } as const;

export type ParityClass = "women-behind" | "parity" | "men-behind";

/** Women and men of one group compared; `dimensions` are those of the aggregates without SEX. */
export interface GenderParity extends Key {
  /** Female aggregate ÷ male aggregate. */
  readonly score: number;
  /** Male − female, in the series' unit (percentage points for percentages). */
  readonly gap: number;
  readonly parity: ParityClass;
}

/**
 * The gender parity score of each group, breakdown and year with a published value for both sexes,
 * ordered by series, area, period, dimensions. It is the ratio of the two aggregates, not the mean of the
 * countries' ratios. There is none where the male value is 0. Only rates and percentages should be given:
 * the ratio of two counts says nothing about parity.
 */
export function genderParity(aggregates: readonly Aggregate[]): GenderParity[] {
  const men = new Map<string, number>();
  for (const aggregate of aggregates) {
    const { value, dimensions } = aggregate;
    if (dimensions.SEX === "M" && value !== null && value !== 0) men.set(pairKey(aggregate), value);
  }
  return aggregates
    .flatMap((women) => {
      const male = men.get(pairKey(women));
      if (women.dimensions.SEX !== "F" || women.value === null || male === undefined) return [];
      return [compare(women, women.value, male)];
    })
    .sort(compareKeys);
}

/** The class of a score. The bounds are compared with the unrounded score. */
export function parityClass(score: number): ParityClass {
  if (score < PARITY.from) return "women-behind";
  return score > PARITY.to ? "men-behind" : "parity";
}

function compare({ series, area, period, dimensions }: Key, female: number, male: number): GenderParity {
  const score = female / male;
  const key = { series, area, period, dimensions: withoutSex(dimensions) };
  return { ...key, score, gap: male - female, parity: parityClass(score) };
}

function pairKey({ series, area, period, dimensions }: Key): string {
  return `${series} ${area} ${period} ${dimensionKey(withoutSex(dimensions))}`;
}

function withoutSex({ SEX: _, ...rest }: Dimensions): Dimensions {
  return rest;
}
