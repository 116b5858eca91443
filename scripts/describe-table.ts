/**
 * Looks into an exported table the way a statistician would in R or pandas: summary, mean by group, pivot.
 *
 *   node dist/scripts/describe-table.js data/out/sdg-country.json --series IT_USE_II99 \
 *     --by AREA_NAME --across TIME_PERIOD [--value OBS_VALUE] [--where SEX=_T]
 *
 * Needs the optional package danfojs-node. Means are plain means of rows, not weighted group values.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { toFrame } from "../src/tables/frame.js";
import type { Cell, Column, Table } from "../src/types.js";

const USAGE = `Usage: describe-table <exported table>.json [options]
  --series CODE     rows of one series only
  --where COL=CODE  rows with this code in a column; may be repeated
  --by COL          column to group by (default: the first column of text)
  --across COL      column whose values become the columns of the pivot (default: TIME_PERIOD)
  --value COL       column to summarise (default: OBS_VALUE)`;

interface Question {
  readonly path: string;
  readonly where: readonly (readonly [string, string])[];
  readonly by: string | undefined;
  readonly across: string;
  readonly value: string;
}

function question(): Question {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      series: { type: "string" },
      where: { type: "string", multiple: true, default: [] },
      by: { type: "string" },
      across: { type: "string", default: "TIME_PERIOD" },
      value: { type: "string", default: "OBS_VALUE" },
    },
  });
  const [path] = positionals;
  if (path === undefined) throw new Error(USAGE);
  const where = [...(values.series === undefined ? [] : [`SERIES=${values.series}`]), ...values.where];
  return {
    path,
    by: values.by,
    across: values.across,
    value: values.value,
    where: where.map((condition) => {
      const at = condition.indexOf("=");
      return [condition.slice(0, at), condition.slice(at + 1)] as const;
    }),
  };
}

function columnIndex(table: Table, id: string): number {
  const index = table.columns.findIndex((column) => column.id === id);
  if (index >= 0) return index;
  throw new Error(
    `${table.id} has no column ${id}. It has: ${table.columns.map((column) => column.id).join(", ")}.`,
  );
}

/** The columns that are asked about and the rows that have a value, so that no NaN enters a mean. */
function narrowed(table: Table, ids: readonly string[], where: Question["where"], value: string): Table {
  const indices = ids.map((id) => columnIndex(table, id));
  const conditions = where.map(([id, code]) => [columnIndex(table, id), code] as const);
  const valueAt = columnIndex(table, value);
  const rows = table.rows.filter(
    (row) => typeof row[valueAt] === "number" && conditions.every(([at, code]) => String(row[at]) === code),
  );
  const columns = indices.flatMap((index) => table.columns[index] ?? []);
  return { ...table, columns, rows: rows.map((row) => indices.map((index): Cell => row[index] ?? null)) };
}

/**
 * Adds a column that holds two others as one text. Danfo joins the keys of a group-by with "-", so that
 * ("A-B", "C") and ("A", "B-C") would fall into one group; one key cannot be joined wrongly.
 */
function withPairs(table: Table, by: string, across: string): Table {
  const [byAt, acrossAt] = [columnIndex(table, by), columnIndex(table, across)];
  return {
    ...table,
    columns: [...table.columns, { id: "PAIR", title: "Pair", type: "text" }],
    rows: table.rows.map((row) => [...row, JSON.stringify([row[byAt], row[acrossAt]])]),
  };
}

/** Danfo has no pivot: the mean of each pair, laid out with a row per `by` and a column per `across`. */
async function pivot(table: Table, by: string, across: string, value: string): Promise<Table> {
  const frame = await toFrame(withPairs(table, by, across));
  const means = new Map(frame.groupby(["PAIR"]).col([value]).mean().values as [string, number][]);
  const valuesOf = (id: string) => [...new Set(table.rows.map((row) => row[columnIndex(table, id)] ?? ""))];
  const heads = valuesOf(across).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const numbers = heads.map((head): Column => ({ id: String(head), title: String(head), type: "number" }));
  return {
    ...table,
    columns: [{ id: by, title: by, type: "text" }, ...numbers],
    rows: valuesOf(by).map((name) => [
      name,
      ...heads.map((head) => means.get(JSON.stringify([name, head])) ?? null),
    ]),
  };
}

async function main(): Promise<void> {
  const { path, where, by: asked, across, value } = question();
  const whole = JSON.parse(readFileSync(path, "utf8")) as Table;
  const by = asked ?? whole.columns.find(({ type }) => type === "text")?.id ?? "";
  const table = narrowed(whole, [...new Set([by, across, value])], where, value);
  console.log(`${whole.title}\n${table.rows.length} of ${whole.rows.length} rows\n`);
  if (table.rows.length === 0) return;
  const frame = await toFrame(table);
  console.log(`Summary of ${value}`);
  frame
    .loc({ columns: [value] })
    .describe()
    .print();
  console.log(`Mean of ${value} by ${by}`);
  frame.groupby([by]).col([value]).mean().print();
  console.log(`Mean of ${value} by ${by} and ${across}`);
  (await toFrame(await pivot(table, by, across, value))).print();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
