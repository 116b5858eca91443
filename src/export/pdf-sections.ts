import { seriesByCode } from "../../indicators/index.js";
import { allSeries } from "../tables/measured.js";
import { columnsOf, nameColumnOf, roleOf } from "../tables/role.js";
import { DIMENSIONS, type Table } from "../types.js";
import { type PlacedColumn, shownColumns, stubOf } from "./html-parts.js";

type Rows = Table["rows"];

/** A part of a table under a heading of its own. */
export interface Section {
  /** Null where the table is not divided. */
  readonly heading: string | null;
  /** The indicator it is of; empty where that is not known. */
  readonly indicator: string;
  readonly rows: Rows;
  readonly columns: readonly PlacedColumn[];
  /** Columns that say the same in every row, told once above them. */
  readonly facts: readonly PlacedColumn[];
}

const AREAS = ["REF_AREA", "GROUP"];
const SUBJECTS = ["SERIES", "INDICATOR"];
/** What a row is read by: it stays where all rows have the same. */
const KEPT: ReadonlySet<string> = new Set(["TIME_PERIOD", "BREAKDOWN"]);

/** Parts of a table as they are printed: of a table of areas one for each series or indicator, of others the whole. */
export function sectionsOf(table: Table): Section[] {
  const columns = printedColumns(table);
  const dimensions = columnsOf(table, "dimension");
  const subject = dimensions.find(({ column }) => SUBJECTS.includes(column.id));
  if (!subject || !dimensions.some(({ column }) => AREAS.includes(column.id)))
    return [section(null, "", table.rows, columns)];
  const names = table.columns.findIndex(({ id }) => id === nameColumnOf(subject.column.id));
  return grouped(table.rows, subject.at).map(([code, rows]) => {
    const indicator = seriesByCode.get(code.toUpperCase())?.indicator.id ?? code;
    const heading = String(rows[0]?.[names] ?? "") || code;
    const own = columns.filter(({ index }) => index !== names);
    return section(heading, indicator, rows, own);
  });
}

/** Rows by their code, in the order that tables follow; a code not known there comes last. */
function grouped(rows: Rows, at: number): [string, Rows][] {
  const groups = new Map<string, (readonly Rows[number][number][])[]>();
  for (const row of rows) {
    const code = String(row[at] ?? "");
    const known = groups.get(code);
    if (known) known.push(row);
    else groups.set(code, [row]);
  }
  const order = new Map(allSeries().flatMap(({ code }, place) => [[code, place] as const]));
  for (const [place, { code }] of allSeries().entries()) {
    const id = seriesByCode.get(code)?.indicator.id;
    if (id !== undefined && !order.has(id)) order.set(id, place);
  }
  const placeOf = (code: string) => order.get(code) ?? order.size;
  return [...groups].sort(([a], [b]) => placeOf(a) - placeOf(b));
}

/** Columns for a page: without codes of areas that have their name beside them, or of breakdowns told in words. */
function printedColumns({ columns }: Table): PlacedColumn[] {
  const ids = new Set(columns.map(({ id }) => id));
  const isNamed = (id: string) =>
    AREAS.includes(id) && ids.has(id === "REF_AREA" ? "AREA_NAME" : "GROUP_NAME");
  const isWorded = (id: string) => ids.has("BREAKDOWN") && (DIMENSIONS as readonly string[]).includes(id);
  return shownColumns(columns).filter(({ column: { id } }) => !isNamed(id) && !isWorded(id));
}

/** Divides columns into those of the table and those that say the same in every row; what is empty throughout goes. */
function section(
  heading: string | null,
  indicator: string,
  rows: Rows,
  columns: readonly PlacedColumn[],
): Section {
  const first = rows[0] ?? [];
  const figures = columns.find(({ column }) => roleOf(column) === "measure");
  const isEmpty = ({ index }: PlacedColumn) => rows.every((row) => row[index] === null || row[index] === "");
  const full = columns.filter((one) => one === figures || rows.length === 0 || !isEmpty(one));
  const stub = stubOf(full.filter(({ column }) => !SUBJECTS.includes(column.id)));
  const isFact = ({ column, index }: PlacedColumn) =>
    ![heading === null, index === stub, KEPT.has(column.id), roleOf(column) === "measure"].includes(true) &&
    rows.every((row) => row[index] === first[index]);
  const facts = full.filter(isFact);
  return { heading, indicator, rows, columns: full.filter((one) => !facts.includes(one)), facts };
}
