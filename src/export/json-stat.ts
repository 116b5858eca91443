import { defineExporter } from "../define.js";
import { dataCells } from "../tables/cell.js";
import type { Column, Table } from "../types.js";

type Records = readonly (readonly string[])[];

interface Dimension {
  readonly id: string;
  readonly label: string;
  readonly codes: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
}

/** SDMX code of a dimension that does not apply; an empty id is no category. */
const NOT_APPLICABLE = "_Z";
const [METRIC, ROW] = ["METRIC", "ROW"] as const;
const ROLES: Readonly<Record<string, string>> = {
  TIME_PERIOD: "time",
  REF_AREA: "geo",
  AREA_NAME: "geo",
  [METRIC]: "metric",
};

/** Column that names the codes of another: SERIES_NAME of SERIES, AREA_NAME of REF_AREA. */
const nameOf = (id: string): string => `${id.replace(/^REF_/, "")}_NAME`;
const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];
const code = (text: string | undefined): string => text || NOT_APPLICABLE;

/**
 * Positions of the columns that tell rows apart: from left to right each that is the same in every row, that
 * has a role (a year is never left out), or that tells apart rows which those before it do not. Names, statuses and decimals are of the others.
 */
function keyOf({ columns }: Table, records: Records): number[] {
  const beside = new Set(
    columns.flatMap(({ id, statusIn, decimalsIn }) => [nameOf(id), statusIn, decimalsIn]),
  );
  const key: number[] = [];
  let groups = records.map(() => "");
  for (const [at, { id, type }] of columns.entries()) {
    if (type === "number" || beside.has(id)) continue;
    const finer = groups.map((group, row) => JSON.stringify([group, code(records[row]?.[at])]));
    const ids = new Map(distinct(finer).map((group, index) => [group, String(index)]));
    const constant = new Set(records.map((record) => record[at])).size === 1 && records[0]?.[at] !== "";
    if (!constant && !ROLES[id] && ids.size === new Set(groups).size) continue;
    key.push(at);
    groups = finer.map((group) => ids.get(group) ?? "");
  }
  return key;
}

function dimension({ columns }: Table, records: Records, at: number): Dimension {
  const { id, title } = columns[at] as Column;
  const names = columns.findIndex((column) => column.id === nameOf(id));
  const codes = distinct(records.map((record) => code(record[at])));
  if (names < 0) return { id, label: title, codes };
  const labels = Object.fromEntries(records.map((record) => [code(record[at]), record[names] ?? ""]));
  return { id, label: title, codes, labels };
}

/** Columns of numbers; of counts, in a table without them. */
function metricsOf({ columns }: Table, key: readonly number[]): readonly Column[] {
  const numbers = columns.filter(({ type }) => type === "number");
  if (numbers.length > 0) return numbers;
  return columns.filter(({ type }, at) => type === "integer" && !key.includes(at));
}

function dimensionsOf(table: Table, records: Records, key: readonly number[], metrics: readonly Column[]) {
  const found = key.map((at) => dimension(table, records, at));
  const tuples = new Set(records.map((record) => JSON.stringify(key.map((at) => code(record[at])))));
  // Rows that no column tells apart are told apart by their order.
  if (tuples.size < records.length || key.length === 0)
    found.push({ id: ROW, label: ROW, codes: records.map((_, row) => String(row + 1)) });
  if (metrics.length > 1) {
    const labels = Object.fromEntries(metrics.map(({ id, title }) => [id, title]));
    found.push({ id: METRIC, label: METRIC, codes: metrics.map(({ id }) => id), labels });
  }
  return found;
}

/** Values and statuses by their place in row-major order. */
function observations(
  table: Table,
  records: Records,
  dimensions: readonly Dimension[],
  metrics: readonly Column[],
) {
  const position = new Map(table.columns.map(({ id }, at) => [id, at]));
  const places = dimensions.map(({ codes }) => new Map(codes.map((each, index) => [each, index])));
  const values = new Map<number, number>();
  const statuses = new Map<number, string>();
  for (const [row, record] of records.entries()) {
    const cell = (id: string | undefined): string => record[position.get(id ?? "") ?? -1] ?? "";
    for (const metric of metrics) {
      const own = (id: string) => (id === METRIC ? metric.id : id === ROW ? String(row + 1) : code(cell(id)));
      const place = dimensions.reduce(
        (sum, { id, codes }, at) => sum * codes.length + (places[at]?.get(own(id)) ?? 0),
        0,
      );
      if (cell(metric.id) !== "") values.set(place, Number(cell(metric.id)));
      if (cell(metric.statusIn) !== "") statuses.set(place, cell(metric.statusIn));
    }
  }
  return { values, statuses };
}

function rolesOf(dimensions: readonly Dimension[]) {
  const roles: Record<string, string[]> = {};
  for (const { id } of dimensions) {
    const role = ROLES[id];
    if (role) roles[role] = [...(roles[role] ?? []), id];
  }
  return roles;
}

/**
 * Dataset of JSON-stat 2.0 (https://json-stat.org/full/): key columns are dimensions, columns of numbers are
 * metrics, rounded as in the CSV. Other texts of a row are not in it. Less than half filled, values are an object.
 */
export default defineExporter({
  id: "json-stat",
  extension: "jsonstat.json",
  mediaType: "application/json",
  headRow: null,
  *write(table) {
    const records = table.rows.map(dataCells(table));
    const key = keyOf(table, records);
    const metrics = metricsOf(table, key);
    const dimensions = dimensionsOf(table, records, key, metrics);
    const { values, statuses } = observations(table, records, dimensions, metrics);
    const size = dimensions.map(({ codes }) => codes.length);
    const total = size.reduce((product, each) => product * each, 1);
    const dense = values.size * 2 >= total;
    const document = {
      ...{
        version: "2.0",
        class: "dataset",
        label: table.title,
        source: `ictsdg, vintage ${table.vintage.id}`,
      },
      ...{ updated: table.vintage.asOf, note: table.notes, id: dimensions.map(({ id }) => id), size },
      role: rolesOf(dimensions),
      dimension: Object.fromEntries(
        dimensions.map(({ id, label, codes, labels }) => [
          id,
          { label, category: { index: codes, ...(labels && { label: labels }) } },
        ]),
      ),
      value: dense
        ? Array.from({ length: total }, (_, at) => values.get(at) ?? null)
        : Object.fromEntries(values),
      status: Object.fromEntries(statuses),
    };
    yield `${JSON.stringify(document)}\n`;
  },
});
