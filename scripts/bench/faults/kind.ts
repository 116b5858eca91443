import { isCount, isPercentage, type Row } from "./rows.js";

/** Percentage points: what the collection's own rule asks about, when a percentage moves by more in a year. */
export const POINTS = 10;
/** The same for counts and rates, where 25 % is about a year of growth of fixed broadband in 2010. */
export const FACTOR = 1.25;
/** Below these a quarter more or less is not seen in any table: per 100 inhabitants, and subscriptions. */
const RATE = 0.5;
const COUNT = 1000;

/** The least size in words. */
export const LEAST = `${POINTS} points of a percentage; ${Math.round(100 * (FACTOR - 1))} % of a rate or count, and ${RATE} per 100 inhabitants or ${COUNT} subscriptions`;

/** One way to spoil a file. */
export interface Fault {
  /** Rows that stand in the place of others, by index. */
  readonly changed: ReadonlyMap<number, Row>;
  /** Rows behind the last one. */
  readonly added: readonly Row[];
  /** Size of the change in multiples of what a statistician would want found; null where size is no question. */
  readonly strength: number | null;
  /** The change in words, such as "45.2 → 4.52". */
  readonly what: string;
}

/** What a fault may be made from beside the file itself. */
export interface World {
  /** All years of the same country, those that were handed in before included. */
  readonly history: readonly Row[];
  /** The file of the next country in the alphabet, for values that slip by a row. */
  readonly neighbour: readonly Row[];
}

/** A kind of fault. `faults` lists every place of the file where it fits; nothing given is changed. */
export interface Kind {
  readonly id: string;
  readonly what: string;
  faults(rows: readonly Row[], world: World): Fault[];
}

/** The file with the fault in it. */
export function spoil(rows: readonly Row[], { changed, added }: Fault): Row[] {
  return [...rows.map((row, index) => changed.get(index) ?? row), ...added];
}

/** The lines of the spoilt file that are at fault; the first row stands on line 2. */
export function faultyLines(rows: readonly Row[], { changed, added }: Fault): Set<number> {
  return new Set([
    ...[...changed.keys()].map((index) => index + 2),
    ...added.map((_, i) => rows.length + i + 2),
  ]);
}

/** A change of value in multiples of the least that must be found. */
export function strengthOf(row: Row, before: number, after: number): number {
  const change = Math.abs(after - before);
  if (isPercentage(row)) return change / POINTS;
  const seen = change / (isCount(row) ? COUNT : RATE);
  if (before <= 0 || after <= 0) return seen;
  return Math.min(seen, Math.abs(Math.log(after / before)) / Math.log(FACTOR));
}

/** A fault that changes some cells of one row. */
export function inOneRow(
  rows: readonly Row[],
  index: number,
  cells: Partial<Row>,
  strength: number | null,
): Fault {
  const row = rows[index] as Row;
  const what = Object.entries(cells)
    .map(([column, cell]) => `${row[column as keyof Row]} → ${cell === "" ? "nothing" : cell}`)
    .join(", ");
  return { changed: new Map([[index, { ...row, ...cells }]]), added: [], strength, what };
}

/** A fault that gives one row another value. */
export function newValue(rows: readonly Row[], index: number, value: string): Fault {
  const row = rows[index] as Row;
  return inOneRow(rows, index, { OBS_VALUE: value }, strengthOf(row, Number(row.OBS_VALUE), Number(value)));
}

/** A fault that gives several rows other values; as strong as the strongest change. */
export function newValues(rows: readonly Row[], values: ReadonlyMap<number, string>, what: string): Fault {
  const changed = new Map<number, Row>();
  let strength = 0;
  for (const [index, value] of values) {
    const row = rows[index] as Row;
    if (value === row.OBS_VALUE) continue;
    changed.set(index, { ...row, OBS_VALUE: value });
    strength = Math.max(strength, strengthOf(row, Number(row.OBS_VALUE), Number(value)));
  }
  return { changed, added: [], strength, what };
}
