import { type ColumnId, type Header, isSdmx } from "../intake/header.js";
import type { Finding, Key, Params, Row } from "../types.js";
import { codeIn } from "./sdmx.js";
import { levelOf, severityOf } from "./severity.js";

/** Cells of a row by where they stand; -1 is a column that the file does not have, which is always empty. */
export interface Cells {
  at(column: ColumnId): number;
  /** As the file has it. */
  text(row: Row, index: number): string;
  /** A code: in an SDMX-CSV message without its label and without signs for what is left out. */
  code(row: Row, index: number): string;
  /** Words about the figure, without the blanks around them. */
  prose(row: Row, column: ColumnId): string;
}

export function createCells(header: Header): Cells {
  const sdmx = isSdmx(header);
  const at = (column: ColumnId) => header.columns[column] ?? -1;
  const text = (row: Row, index: number) => (index < 0 ? "" : (row.cells[index] ?? ""));
  return {
    at,
    text,
    code: (row, index) =>
      sdmx ? codeIn(text(row, index), header.names[index] ?? "") : text(row, index).trim(),
    prose: (row, column) => {
      const words = text(row, at(column)).trim();
      return sdmx && words === "#N/A" ? "" : words;
    },
  };
}

/** Reports that something is wrong with a cell: of a column by its place in the file, or by its id. */
export type Fail = (
  row: Pick<Row, "line">,
  rule: string,
  column: number | ColumnId,
  params: Params,
  key?: Key,
) => void;

/** @param report is given findings of level 1, which name columns as the file does */
export function createFail({ names, columns }: Header, report: (finding: Finding) => void): Fail {
  const nameOf = (column: number | ColumnId) =>
    typeof column === "number" ? (names[column] ?? "") : (names[columns[column] ?? -1] ?? column);
  return ({ line }, rule, column, params, key) =>
    report({
      ...{ rule, line, params, key: key ?? null, value: null },
      ...{ level: levelOf(rule), severity: severityOf(rule), column: nameOf(column) },
    });
}
