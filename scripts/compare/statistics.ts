import { seriesByCode } from "../../indicators/index.js";
import type { Comparison } from "./comparison.js";

/** How far our values of some rows are from the published ones. */
export interface Statistics {
  /** Published values, and how many of them we have a value for. */
  readonly published: number;
  readonly compared: number;
  /** Mean of |ours − published| and of ours − published, in points; of counts in per cent of the published. */
  readonly meanAbsolute: number;
  readonly mean: number;
  readonly largest: Comparison | null;
}

/** Ours − published in the unit of a rate, in per cent of the published value of a count; null without ours. */
export function gapOf({ series, ours, published }: Comparison): number | null {
  if (ours === null) return null;
  const gap = ours - published;
  return isCount(series) ? (100 * gap) / published : gap;
}

export function isCount(series: string): boolean {
  return seriesByCode.get(series)?.series.integer === true;
}

export function statisticsOf(rows: readonly Comparison[]): Statistics {
  const gaps = rows.flatMap((row) => {
    const gap = gapOf(row);
    return gap === null ? [] : [{ row, gap }];
  });
  const mean = (size: (gap: number) => number) =>
    gaps.reduce((sum, { gap }) => sum + size(gap), 0) / gaps.length;
  const [first, ...rest] = gaps;
  const largest =
    first && rest.reduce((most, one) => (Math.abs(one.gap) > Math.abs(most.gap) ? one : most), first).row;
  return {
    published: rows.length,
    compared: gaps.length,
    meanAbsolute: mean(Math.abs),
    mean: mean((gap) => gap),
    largest: largest ?? null,
  };
}

/**
 * Why a value of ours is far off, as far as a machine can tell: `filled` when it comes at least half way to the
 * published one once estimated countries are left out; `thin` when countries of more than a twentieth of the weight
 * have neither figure nor estimate with us; `no-value` when we publish none; `weights-or-figures` otherwise, which is
 * a population revised since, another membership of the group, or country figures other than those handed in.
 */
export const CAUSES = ["filled", "thin", "weights-or-figures", "no-value"] as const;
export type Cause = (typeof CAUSES)[number];

/** From this share of the weight on a group counts as covered. */
export const COVERED = 0.95;

export function causeOf(row: Comparison): Cause {
  const { ours, unfilled, published } = row;
  if (ours === null) return "no-value";
  const isNearer = unfilled !== null && Math.abs(unfilled - published) <= Math.abs(ours - published) / 2;
  if (isNearer) return "filled";
  return row.used < COVERED ? "thin" : "weights-or-figures";
}
