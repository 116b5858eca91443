import { codeOf, columnsOf, nameColumnOf } from "../tables/role.js";
import type { Column, Table } from "../types.js";

type Codes = Map<string, number>;

/** A dimension of a cube with its categories in the order in which rows have them. */
export interface CubeDimension {
  readonly id: string;
  readonly label: string;
  /** Place of each category. */
  readonly codes: ReadonlyMap<string, number>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly units?: Readonly<Record<string, string>>;
}

export interface Measure {
  readonly column: Column;
  readonly at: number;
}

/** A table as a cube: its declared dimensions, and one more of its measures where it has several. */
export interface Cube {
  readonly dimensions: readonly CubeDimension[];
  readonly measures: readonly Measure[];
  readonly size: readonly number[];
  /** Place of the first measure of a row in row-major order, the last dimension changing fastest. */
  placeOf(row: Table["rows"][number], index: number): number;
}

/** Ids of the dimensions made here. */
export const METRIC = "METRIC";
const ROW = "ROW";

/** Reads a table's dimensions. Throws where they do not tell its rows apart, or are too many to count. */
export function cubeOf(table: Table): Cube {
  const declared = columnsOf(table, "dimension");
  const codes = codesOf(table, declared);
  const measures = columnsOf(table, "measure");
  const dimensions = declared.map(({ column, at }, index) => ({
    ...{ id: column.id, label: column.title, codes: codes[index] as Codes },
    ...labelsOf(table, column.id, at),
  }));
  const all = [
    ...withUnits(table, dimensions.length > 0 ? dimensions : [orderOf(table)]),
    ...(measures.length > 1 ? [metricOf(measures)] : []),
  ];
  const size = all.map((one) => one.codes.size);
  const cells = measures.length || 1;
  const rowPlace = declared.length > 0 ? placeBy(declared, codes) : (_: unknown, index: number) => index;
  const placeOf: Cube["placeOf"] = (row, index) => cells * rowPlace(row, index);
  requireDistinct(table, size, placeOf);
  return { dimensions: all, measures, size, placeOf };
}

/** Place of a row among the combinations of codes. */
const placeBy =
  (declared: readonly Measure[], codes: readonly Codes[]) =>
  (row: Table["rows"][number]): number =>
    declared.reduce((sum, { at }, index) => {
      const known = codes[index] as Codes;
      return sum * known.size + (known.get(codeOf(row[at])) as number);
    }, 0);

/** Rows without a dimension are told apart by their order. */
const orderOf = ({ rows }: Table): CubeDimension => ({
  ...{ id: ROW, label: ROW },
  codes: placed(rows.map((_, row) => String(row + 1))),
});

const placed = (codes: Iterable<string>): Codes =>
  new Map([...new Set(codes)].map((code, place) => [code, place]));

function codesOf({ rows }: Table, declared: readonly Measure[]): Codes[] {
  const codes = declared.map((): Codes => new Map());
  for (const row of rows)
    for (const [index, { at }] of declared.entries()) {
      const known = codes[index] as Codes;
      const code = codeOf(row[at]);
      if (!known.has(code)) known.set(code, known.size);
    }
  return codes;
}

function labelsOf({ columns, rows }: Table, id: string, at: number): Pick<CubeDimension, "labels"> {
  const names = columns.findIndex((column) => column.id === nameColumnOf(id));
  if (names < 0) return {};
  const labels: Record<string, string> = {};
  for (const row of rows) labels[codeOf(row[at])] ??= String(row[names] ?? "");
  return { labels };
}

function metricOf(measures: readonly Measure[]): CubeDimension {
  const labels = Object.fromEntries(measures.map(({ column }) => [column.id, column.title]));
  return { id: METRIC, label: METRIC, codes: placed(Object.keys(labels)), labels };
}

/** The dimensions a unit may belong to, the one that decides first: a gap is in percentage points whatever it is of. */
const WITH_UNITS = ["MEASURE", "SERIES"] as const;

/** Gives a category its unit where it has but one in all rows whose unit no earlier dimension has given. */
function withUnits(table: Table, dimensions: readonly CubeDimension[]): CubeDimension[] {
  const unit = table.columns.findIndex(({ id }) => id === "UNIT_MEASURE");
  const found = new Map<string, Record<string, string>>();
  let rest = unit < 0 ? [] : table.rows;
  for (const id of WITH_UNITS) {
    const at = table.columns.findIndex((column) => column.id === id);
    if (at < 0) continue;
    const units = new Map<string, Set<string>>();
    for (const row of rest) {
      const code = codeOf(row[at]);
      units.set(code, (units.get(code) ?? new Set()).add(String(row[unit] ?? "")));
    }
    const single = [...units].flatMap(([code, [one = "", ...others]]) =>
      others.length === 0 && one !== "" ? [[code, one] as const] : [],
    );
    found.set(id, Object.fromEntries(single));
    rest = rest.filter((row) => !found.get(id)?.[codeOf(row[at])]);
  }
  return dimensions.map((one) => {
    const units = found.get(one.id);
    return units && Object.keys(units).length > 0 ? { ...one, units } : one;
  });
}

function requireDistinct(table: Table, size: readonly number[], placeOf: Cube["placeOf"]): void {
  const total = size.reduce((product, each) => product * each, 1);
  if (!Number.isSafeInteger(total))
    throw new Error(`The dimensions of table "${table.id}" span ${total} cells, more than can be numbered.`);
  const places = Float64Array.from(table.rows, placeOf).sort();
  const twice = places.findIndex((place, index) => index > 0 && place === places[index - 1]);
  if (twice >= 0)
    throw new Error(`Two rows of table "${table.id}" have the same codes in all of its dimensions.`);
}
