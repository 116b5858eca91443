import { dimensionKey } from "../../../src/keys.js";
import type { Finding } from "../../../src/types.js";
import type { Desk } from "./desk.js";
import type { Injection } from "./inject.js";
import { faultyLines, type World } from "./kind.js";
import { type CountryFile, figureOf, historyId, type Row, yearOf } from "./rows.js";

/** What became of one fault. */
export interface Outcome extends Injection {
  /** Rules with an error or warning that names the fault; none when it was missed. */
  readonly by: readonly string[];
  /** Why it was missed; empty when it was found. */
  readonly reason: string;
}

/** Takes every spoilt file and says which faults were found. */
export async function score(
  injections: readonly Injection[],
  desk: Desk,
  clean: ReadonlyMap<string, readonly Finding[]>,
  worldOf: (area: string) => World,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const injection of injections) {
    const { area, fault, spoilt } = injection;
    const old = new Set((clean.get(area) ?? []).map(identity));
    const lines = faultyLines(injection.clean, fault);
    const found = (await desk.findings(area, spoilt)).filter(
      (finding) => !old.has(identity(finding)) && names(finding, lines, spoilt),
    );
    const by = [...new Set(found.map(({ rule }) => rule))].sort();
    outcomes.push({
      ...injection,
      by,
      reason: by.length > 0 ? "" : reason(injection, worldOf(area).history),
    });
  }
  return outcomes;
}

/** Errors and warnings of the files as they are. */
export async function falseAlarms(
  files: readonly CountryFile[],
  desk: Desk,
): Promise<Map<string, readonly Finding[]>> {
  const findings = new Map<string, readonly Finding[]>();
  for (const { area, rows } of files) findings.set(area, await desk.findings(area, rows));
  return findings;
}

/** What the unspoilt file already had is no sign that the fault was found. */
function identity({ rule, line, params }: Finding): string {
  return `${rule} ${line} ${JSON.stringify(params)}`;
}

/**
 * Whether a finding leads to the fault: it stands at one of its lines, or its message names one, as the
 * line it compares with (`other`, `lines`) or the year of the same series (`beforePeriod`).
 */
export function names(
  { line, key, params }: Finding,
  faulty: ReadonlySet<number>,
  rows: readonly Row[],
): boolean {
  const named = [
    line,
    Number(params.other),
    ...String(params.lines ?? "")
      .split(", ")
      .map(Number),
  ];
  if (named.some((one) => faulty.has(one))) return true;
  if (!key || params.beforePeriod === undefined) return false;
  return [...faulty].some((one) => {
    const row = rows[one - 2];
    return (
      row !== undefined &&
      row.TIME_PERIOD === params.beforePeriod &&
      row.SERIES === key.series &&
      dimensionKey(row) === dimensionKey(key.dimensions)
    );
  });
}

/** Years on either side within which figures can be compared. */
const NEAR = 5;

/** Why nobody could tell, as far as the years beside the fault say. */
function reason({ clean, fault, spoilt }: Injection, history: readonly Row[]): string {
  const [index] = fault.changed.keys();
  const row = index === undefined ? spoilt.at(-1) : clean[index];
  if (!row || fault.strength === null) return "no rule";
  const others = history.filter(
    (other) =>
      historyId(other) === historyId(row) &&
      yearOf(other) !== yearOf(row) &&
      Math.abs(yearOf(other) - yearOf(row)) <= NEAR,
  );
  if (others.length === 0) return "no other year within five";
  const value = figureOf(spoilt[index ?? 0] as Row);
  const values = [...others.map(figureOf), figureOf(row)];
  if (value >= Math.min(...values) && value <= Math.max(...values))
    return "within the country's own values of these years";
  return others.length < 3 ? "fewer than three other years" : "within what rules allow";
}
