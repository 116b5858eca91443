import { seriesByCode } from "../../indicators/index.js";
import { dimensionKey } from "../keys.js";
import type { Change, Step } from "../run/release/diff.js";
import type { ShownDiff } from "../run/release/summary.js";
import type { Language } from "../types.js";
import { columns } from "./print.js";

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
