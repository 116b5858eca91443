import { defineExporter } from "../define.js";
import { numberCells } from "../tables/cell.js";
import type { Cell, Table } from "../types.js";
import { type Cube, type CubeDimension, cubeOf, METRIC } from "./json-stat-cube.js";

const ROLES: Readonly<Record<string, string>> = {
  TIME_PERIOD: "time",
  REF_AREA: "geo",
  GROUP: "geo",
  [METRIC]: "metric",
};

/**
 * Dataset of JSON-stat 2.0 (https://json-stat.org/full/): the columns that the table declares as dimensions are its
 * dimensions and its measures are metrics, rounded as in the CSV. Other texts of a row are not in it, except names and
 * units of categories. A table without measures says with 1 which combinations there are. Less than half filled,
 * values are an object, written as the rows come.
 */
export default defineExporter({
  id: "json-stat",
  extension: "jsonstat.json",
  mediaType: "application/json",
  headRow: null,
  *write(table) {
    const cube = cubeOf(table);
    const { title, vintage, notes } = table;
    const head = {
      ...{ version: "2.0", class: "dataset", label: title, source: `ictsdg, vintage ${vintage.id}` },
      ...{ updated: vintage.asOf, note: notes },
      ...{ id: cube.dimensions.map(({ id }) => id), size: cube.size },
      role: rolesOf(cube.dimensions),
      dimension: Object.fromEntries(cube.dimensions.map((one) => [one.id, dimensionOf(one)])),
    };
    yield `${JSON.stringify(head).slice(0, -1)},"value":`;
    yield* written(table, cube);
    yield ',"status":{';
    yield* members(statuses(table, cube));
    yield "}}\n";
  },
});

function rolesOf(dimensions: readonly CubeDimension[]) {
  const roles: Record<string, string[]> = {};
  for (const { id, units } of dimensions) {
    const role = units ? "metric" : ROLES[id];
    if (role) roles[role] = [...(roles[role] ?? []), id];
  }
  return roles;
}

/** Only a dimension of the role metric has units. */
function dimensionOf({ label, codes, labels, units }: CubeDimension) {
  const unit =
    units && Object.fromEntries(Object.entries(units).map(([code, symbol]) => [code, { label: symbol }]));
  return {
    label,
    category: { index: [...codes.keys()], ...(labels && { label: labels }), ...(unit && { unit }) },
  };
}

function* written(table: Table, cube: Cube): Generator<string> {
  const total = cube.size.reduce((product, each) => product * each, 1);
  const filled = table.rows.length * (cube.measures.length || 1);
  if (filled * 2 < total) {
    yield "{";
    yield* members(values(table, cube));
    yield "}";
    return;
  }
  const dense = new Array<string>(total).fill("null");
  for (const [place, value] of values(table, cube)) dense[place] = value;
  yield `[${dense.join(",")}]`;
}

/** Members of an object. */
function* members(entries: Iterable<readonly [place: number, json: string]>): Generator<string> {
  let separator = "";
  for (const [place, json] of entries) {
    yield `${separator}"${place}":${json}`;
    separator = ",";
  }
}

function* values(table: Table, { measures, placeOf }: Cube): Generator<[number, string]> {
  const numbers = numberCells(table);
  for (const [index, row] of table.rows.entries()) {
    const place = placeOf(row, index);
    if (measures.length === 0) yield [place, "1"];
    const texts = numbers(row);
    for (const [metric, { at }] of measures.entries()) {
      const text = texts[at]?.text;
      if (text !== undefined) yield [place + metric, JSON.stringify(Number(text))];
    }
  }
}

function* statuses(table: Table, { measures, placeOf }: Cube): Generator<[number, string]> {
  const position = new Map(table.columns.map(({ id }, at) => [id, at]));
  const beside = measures.map(({ column }) => position.get(column.statusIn ?? "") ?? -1);
  for (const [index, row] of table.rows.entries()) {
    const place = placeOf(row, index);
    for (const [metric, at] of beside.entries()) {
      const status: Cell = row[at] ?? null;
      if (status !== null && status !== "") yield [place + metric, JSON.stringify(String(status))];
    }
  }
}
