import { columns } from "../../../src/cli/print.js";
import type { Size } from "./inject.js";
import { LEAST } from "./kind.js";
import { KINDS } from "./kinds.js";
import type { Measured } from "./measure.js";
import type { Outcome } from "./score.js";

/** Everything measured as JSON, each fault by its place and without the file around it. */
export function json(measured: readonly Measured[]): string {
  const brief = (outcome: Outcome) => {
    const { kind, size, area, by, reason } = outcome;
    return { kind, size, area, place: place(outcome), by, reason };
  };
  const scenarios = measured.map(({ scenario, outcomes, small, lines, alarms }) => ({
    ...{ scenario: scenario.id, what: scenario.what, lines },
    ...{ faults: outcomes.map(brief), small: small.map(brief), alarms },
  }));
  return JSON.stringify(scenarios, null, 2);
}

/** Everything measured, as text. */
export function report(measured: readonly Measured[]): string {
  return measured
    .map((one) => [head(one), kinds(one), sizes(one), ruleTable(one), missed(one)].join("\n\n"))
    .join("\n\n\n");
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`;
const found = (outcomes: readonly Outcome[]): number => outcomes.filter(({ by }) => by.length > 0).length;

function head({ scenario, outcomes, lines, alarms }: Measured): string {
  const share = percent(found(outcomes), outcomes.length);
  const errors = alarms.filter(({ severity }) => severity === "error").length;
  return [
    `${scenario.id}: ${scenario.what}`,
    `Found ${found(outcomes)} of ${outcomes.length} faults (${share}). In ${lines} lines without faults ${alarms.length} errors and warnings: ${rate(alarms.length, lines)} per 1000, of which ${rate(errors, lines)} errors, contradictions that the published figures have.`,
    `Least size of a fault that must be found: ${LEAST}, unless the kind says otherwise.`,
  ].join("\n");
}

const rate = (count: number, lines: number): string => ((1000 * count) / lines).toFixed(2);

function kinds({ outcomes }: Measured): string {
  return columns(
    ["kind", "injected", "found", "share", "by (faults)"],
    KINDS.map(({ id }) => {
      const own = outcomes.filter(({ kind }) => kind === id);
      return [
        id,
        own.length,
        found(own),
        percent(found(own), own.length),
        counted(own.flatMap(({ by }) => by)),
      ];
    }),
  );
}

/** How often each text stands there, the most frequent first. */
function counted(texts: readonly string[]): string {
  return tally(texts)
    .map(([text, count]) => `${text} ${count}`)
    .join(", ");
}

function tally(texts: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

const SIZES: Readonly<Record<Size, string>> = {
  large: "large: more than twice the least",
  medium: "medium: once to twice the least",
  small: "small: a quarter of the least and more; not in the figures above",
  none: "no size: the line itself is wrong",
};

function sizes({ outcomes, small }: Measured): string {
  return columns(
    ["size", "injected", "found", "share"],
    Object.entries(SIZES).map(([id, name]) => {
      const own = [...outcomes, ...small].filter(({ size }) => size === id);
      return [name, own.length, found(own), percent(found(own), own.length)];
    }),
  );
}

function ruleTable({ outcomes, alarms, lines }: Measured): string {
  const finds = new Map(tally(outcomes.flatMap(({ by }) => by)));
  const alone = new Map(tally(outcomes.flatMap(({ by }) => (by.length === 1 ? by : []))));
  const false_ = new Map(tally(alarms.map(({ rule }) => rule)));
  const rules = [...new Set([...finds.keys(), ...false_.keys()])];
  return columns(
    ["rule", "faults found", "by it alone", "in clean files", "per 1000 lines"],
    rules.map((rule) => {
      const clean = false_.get(rule) ?? 0;
      return [rule, finds.get(rule) ?? 0, alone.get(rule) ?? 0, clean, rate(clean, lines)];
    }),
  );
}

function missed({ outcomes }: Measured): string {
  const lost = outcomes.filter(({ by }) => by.length === 0);
  const lines = KINDS.flatMap(({ id }) => {
    const own = lost.filter(({ kind }) => kind === id);
    if (own.length === 0) return [];
    return [
      `${id}: ${counted(own.map(({ reason }) => reason))}`,
      ...own.map((one) => `  ${one.area} ${place(one)} (${one.size})`),
    ];
  });
  return [`Missed: ${lost.length}`, ...lines].join("\n");
}

function place({ clean, fault }: Outcome): string {
  const [index] = fault.changed.keys();
  const row = index === undefined ? fault.added[0] : clean[index];
  if (!row) return fault.what;
  const codes = [row.SERIES, row.SEX, row.COMPOSITE_BREAKDOWN].filter((code) => code !== "_T");
  return `${codes.join(" ")} ${row.TIME_PERIOD}: ${fault.what}`;
}
