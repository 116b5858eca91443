import { text } from "../i18n/text.js";
import type { Cell, Column, Language } from "../types.js";

/** A column before it has a title. Titles are messages named `column.<id>`. */
export type ColumnSpec = Omit<Column, "title"> & { readonly title?: string };

/** One row by column id; a column it does not name is null in that row. */
export type Line = Readonly<Record<string, Cell>>;

/** Gives columns their titles in one language; a column that has one (a year) keeps it. */
export function titled(specs: readonly ColumnSpec[], language: Language): readonly Column[] {
  return specs.map((spec) => ({
    ...spec,
    title: spec.title ?? text("tables", language, `column.${spec.id}`),
  }));
}

/** Lays lines out in the order of the columns. */
export function rowsOf(columns: readonly ColumnSpec[], lines: readonly Line[]): Cell[][] {
  return lines.map((line) => columns.map(({ id }) => line[id] ?? null));
}
