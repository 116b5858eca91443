import { groupBy } from "../../keys.js";
import type { Groups } from "../../reference/groups.js";
import type { Change, Diff, Pair } from "./diff.js";
import { CAUSES, type Cause } from "./stages.js";
import { type RevisionStatistics, revisionStatistics } from "./statistics.js";

/** How figures of one series and kind of area were revised. */
export interface Summary extends RevisionStatistics {
  readonly series: string;
  /** Kind of group; `country` for countries. */
  readonly kind: string;
}

/** A comparison as it is shown: all counts and statistics, and the largest changes. */
export interface ShownDiff {
  readonly from: string;
  readonly to: string;
  readonly figures: number;
  readonly changed: number;
  readonly byCause: readonly { readonly cause: Cause; readonly changes: number }[];
  readonly statistics: readonly Summary[];
  readonly changes: readonly Change[];
}

/** What is shown of a comparison: `limit` changes, appeared and vanished figures first, then by size. */
export function summaryOf(diff: Diff, limit: number, groups: Pick<Groups, "get">): ShownDiff {
  const size = ({ difference }: Change) =>
    difference === null ? Number.POSITIVE_INFINITY : Math.abs(difference);
  const largest = [...diff.changes].sort((a, b) => relative(b, size) - relative(a, size)).slice(0, limit);
  const did = (cause: Cause) =>
    diff.changes.filter(({ steps }) => steps.some((step) => step.cause === cause)).length;
  return {
    from: diff.from,
    to: diff.to,
    figures: diff.pairs.length,
    changed: diff.changes.length,
    byCause: CAUSES.map((cause) => ({ cause, changes: did(cause) })).filter(({ changes }) => changes > 0),
    statistics: statisticsOf(diff.pairs, groups),
    changes: largest.map(diff.withMovers),
  };
}

/** Counts and rates in one order: by the change against the larger of both values. */
function relative(change: Change, size: (change: Change) => number): number {
  const scale = Math.max(Math.abs(change.before ?? 0), Math.abs(change.after ?? 0));
  return scale === 0 ? 0 : size(change) / scale;
}

function statisticsOf(pairs: readonly Pair[], groups: Pick<Groups, "get">): Summary[] {
  const kindOf = ({ of, area }: Pair) => (of === "country" ? "country" : (groups.get(area)?.kind ?? "group"));
  const sets = groupBy(pairs, (pair) => `${pair.series} ${kindOf(pair)}`);
  return [...sets].flatMap(([id, set]): Summary[] => {
    const [series = "", kind = ""] = id.split(" ");
    const statistics = revisionStatistics(set);
    return statistics && statistics.revised > 0 ? [{ series, kind, ...statistics }] : [];
  });
}
