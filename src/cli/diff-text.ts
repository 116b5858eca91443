import { seriesByCode } from "../../indicators/index.js";
import { dimensionKey, groupBy } from "../keys.js";
import type { Groups } from "../reference/groups.js";
import type { Change, Diff, Pair, Step } from "../run/release/diff.js";
import { CAUSES, type Cause } from "../run/release/stages.js";
import { type RevisionStatistics, revisionStatistics } from "../run/release/statistics.js";
import type { Language } from "../types.js";
import { columns } from "./print.js";

/** How figures of one series and kind of area were revised. */
interface Summary extends RevisionStatistics {
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

/** A comparison for people. */
export function diffText(
  shown: ShownDiff,
  language: Language,
  name: (area: number, language: Language) => string,
): string {
  const { from, to, figures, changed, byCause, statistics, changes } = shown;
  const head = `${from} → ${to}: ${changed} of ${figures} figures changed.`;
  if (changed === 0) return head;
  return [
    head,
    columns(
      ["cause", "figures it changed"],
      byCause.map(({ cause, changes }) => [cause, changes]),
    ),
    "",
    statistics.length === 0
      ? "No figure is a number on both sides and changed."
      : columns(
          ["series", "areas", "n", "revised", "MR", "MAR", "RMAR", "SD", "turned", "t"],
          statistics.map(({ series, kind, n, revised, mr, mar, rmar, sd, signChanges, t }) => [
            ...[
              series,
              kind,
              n,
              revised,
              short(mr),
              short(mar),
              percent(rmar),
              short(sd),
              percent(signChanges),
            ],
            short(t),
          ]),
        ),
    "",
    ...changes.map((change) => changeText(change, (area) => name(area, language))),
    ...(changed > changes.length ? [`${changes.length} of ${changed} are shown; --limit shows more.`] : []),
  ].join("\n");
}

function changeText(change: Change, name: (area: number) => string): string {
  const { series, area, period, dimensions, before, after } = change;
  const breakdown = dimensionKey(dimensions);
  const head = `${name(area)}, ${series} ${period}${breakdown ? ` ${breakdown}` : ""}: ${value(before, series)} → ${value(after, series)}`;
  return [head, ...change.steps.map((step) => `    ${stepText(step, series, name)}`)].join("\n");
}

function stepText(
  { cause, before, after, movers }: Step,
  series: string,
  name: (area: number) => string,
): string {
  const moved = before === null || after === null ? "" : ` (${signed(after - before)})`;
  const who = movers.map(({ area, moved }) => `${name(area)} ${signed(moved)}`).join(", ");
  return `${cause}: ${value(before, series)} → ${value(after, series)}${moved}${who ? `; ${who}` : ""}`;
}

/** Two digits more than are published, so that a change too small for the table can be seen. */
function value(number: number | null, series: string): string {
  return number === null ? "none" : number.toFixed((seriesByCode.get(series)?.series.decimals ?? 1) + 2);
}

const short = (number: number | null): string =>
  number === null ? "–" : String(Number(number.toPrecision(3)));
const percent = (share: number | null): string => (share === null ? "–" : `${short(100 * share)} %`);
const signed = (number: number): string => `${number < 0 ? "−" : "+"}${short(Math.abs(number))}`;
