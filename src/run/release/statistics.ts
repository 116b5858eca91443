import { groupBy, keyId } from "../../keys.js";
import type { Pair } from "./diff.js";

/**
 * How large revisions were. With P the earlier and L the later value, and R = L − P: mean, mean absolute and relative
 * mean absolute revision, ΣR/n, Σ|R|/n and Σ|R|/Σ|L|; the standard deviation of R; the share of year-on-year changes
 * whose sign turned; and Student's t of the hypothesis that the mean revision is zero, of n − 1 degrees of freedom.
 * Source: McKenzie and Gamba, "Interpreting the results of revision analyses", OECD 2008.
 */
export interface RevisionStatistics {
  /** Figures that are numbers on both sides, revised or not. */
  readonly n: number;
  readonly revised: number;
  readonly mr: number;
  readonly mar: number;
  /** Null where all later values are zero. */
  readonly rmar: number | null;
  /** Null with fewer than two figures. */
  readonly sd: number | null;
  /** Null where no two years follow each other. */
  readonly signChanges: number | null;
  /** Null with fewer than two figures, and where all revisions are equal. */
  readonly t: number | null;
}

type Numbers = Pair & { readonly before: number; readonly after: number };

/** Statistics of the pairs that are numbers on both sides; null when there are none. */
export function revisionStatistics(pairs: readonly Pair[]): RevisionStatistics | null {
  const both = pairs.filter((pair): pair is Numbers => pair.before !== null && pair.after !== null);
  const n = both.length;
  if (n === 0) return null;
  const revisions = both.map(({ before, after }) => after - before);
  const mr = sum(revisions) / n;
  const absolute = sum(revisions.map(Math.abs));
  const levels = sum(both.map(({ after }) => Math.abs(after)));
  const sd = n < 2 ? null : Math.sqrt(sum(revisions.map((one) => (one - mr) ** 2)) / (n - 1));
  return {
    ...{ n, revised: revisions.filter((one) => one !== 0).length, mr, mar: absolute / n },
    rmar: levels === 0 ? null : absolute / levels,
    ...{ sd, signChanges: signChanges(both), t: sd ? mr / (sd / Math.sqrt(n)) : null },
  };
}

/** Share of pairs of neighbouring years in which the figure now moves the other way. */
function signChanges(both: readonly Numbers[]): number | null {
  const series = groupBy(both, (pair) => keyId({ ...pair, period: 0 }));
  const turned = [...series.values()].flatMap((points) => {
    const byYear = new Map(points.map((point) => [point.period, point]));
    return points.flatMap((point) => {
      const last = byYear.get(point.period - 1);
      return last ? [Math.sign(point.before - last.before) !== Math.sign(point.after - last.after)] : [];
    });
  });
  return turned.length === 0 ? null : turned.filter(Boolean).length / turned.length;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
