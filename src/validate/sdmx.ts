import { type ColumnId, conceptOf, type Header, TOTAL_ONLY } from "../intake/header.js";
import { DIMENSIONS, type Params } from "../types.js";

/** Why a row of an SDMX-CSV message cannot be taken. */
export interface Refusal {
  readonly rule: "unknown-action" | "unsupported-breakdown" | "unsupported-deletion";
  /** Index of the column. */
  readonly column: number;
  readonly params: Params;
}

/** What a row of an SDMX-CSV message asks for, besides what its figure says. */
export type Order = "read" | "withdraw" | Refusal;

/** The cells beside the dimensions: a deletion that names one of them may leave the figure as it is. */
const ATTRIBUTES = [
  "UNIT_MEASURE",
  "UNIT_MULT",
  "OBS_STATUS",
  "NATURE",
  "NUMERATOR",
  "DENOMINATOR",
  "AGE_SCOPE",
  "SOURCE_DETAIL",
  "COMMENT_OBS",
] as const satisfies readonly ColumnId[];

const READ = new Set(["", "I", "A", "R", "M"]);

/** A code without its label: "F: Female" where the column is headed "SEX: Sex". */
export function codeIn(cell: string, name: string): string {
  const code = (name.includes(":") ? (cell.split(":")[0] ?? "") : cell).trim();
  // Left out on purpose, and a dimension switched off.
  return code === "#N/A" || code === "~" ? "" : code;
}

/**
 * Makes what tells the order of a row: I, A, R and M bring a figure, D withdraws it, and a breakdown that is
 * not asked for is another figure. Null when the file has no column for any of it.
 */
export function createOrders(header: Header): ((cells: readonly string[]) => Order) | null {
  const actionAt = header.columns.ACTION ?? -1;
  const totals = header.names.flatMap((name, index) =>
    TOTAL_ONLY.some((column) => column === conceptOf(name)) ? [index] : [],
  );
  if (actionAt < 0 && totals.length === 0) return null;
  return (cells) => {
    for (const index of totals) {
      const cell = cells[index] ?? "";
      if (cell === "_T" || cell === "") continue;
      const code = codeIn(cell, header.names[index] ?? "").toUpperCase();
      const column = conceptOf(header.names[index] ?? "");
      if (code !== "_T" && code !== "")
        return { rule: "unsupported-breakdown", column: index, params: { column, value: code } };
    }
    const action = (cells[actionAt] ?? "").trim().toUpperCase();
    if (READ.has(action)) return "read";
    if (action === "D") return deletion(cells, header, actionAt);
    return { rule: "unknown-action", column: actionAt, params: { value: action, expected: "I, A, R, M, D" } };
  };
}

/** A whole figure is withdrawn; an empty dimension would mean all its codes, an attribute alone only that. */
function deletion(cells: readonly string[], header: Header, actionAt: number): Order {
  const filled = (column: ColumnId) => (cells[header.columns[column] ?? -1] ?? "").trim() !== "";
  const wild = DIMENSIONS.find((column) => header.columns[column] !== undefined && !filled(column));
  const part = filled("OBS_VALUE") ? undefined : ATTRIBUTES.find(filled);
  const column = wild ?? part ?? (header.years.length > 0 ? "OBS_VALUE" : null);
  if (column === null) return "withdraw";
  return { rule: "unsupported-deletion", column: actionAt, params: { column } };
}
