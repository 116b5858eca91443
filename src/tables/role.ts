import type { Cell, Column, ColumnRole, Table } from "../types.js";

/** What a column is to the others; a column of numbers is a measure without saying so. */
export const roleOf = ({ role, type }: Column): ColumnRole =>
  role ?? (type === "number" ? "measure" : "attribute");

/** Columns of one role with their places in a row, in the order of the table. */
export function columnsOf({ columns }: Pick<Table, "columns">, role: ColumnRole) {
  return columns.flatMap((column, at) => (roleOf(column) === role ? [{ column, at }] : []));
}

/** Id of the column that names the codes of another: SERIES_NAME of SERIES, AREA_NAME of REF_AREA. */
export const nameColumnOf = (id: string): string => `${id.replace(/^REF_/, "")}_NAME`;

/** SDMX code of a dimension that does not apply to a row, for formats in which a code cannot be empty. */
const NOT_APPLICABLE = "_Z";

/** Code of a row in one of its dimensions. */
export const codeOf = (cell: Cell | undefined): string => String(cell ?? "") || NOT_APPLICABLE;
