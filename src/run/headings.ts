import { COLUMNS, type ColumnId, type ColumnMapping, isSameHeading } from "../intake/header.js";
import type { Store } from "../store/store.js";

/** The column of an id, or undefined where there is none. */
export function columnOf(id: string): ColumnId | undefined {
  return COLUMNS.find((column) => column === id.toUpperCase());
}

/** What the headings of an area's files were confirmed to mean; what was taken back is not there. */
export function rememberedHeadings(store: Store, area: number): ColumnMapping[] {
  return store.confirmedColumns(area).flatMap(({ title, column: id, at }) => {
    const column = columnOf(id);
    return column ? [{ title, column, confirmedAt: at }] : [];
  });
}

/** Where headings are remembered, and how a country is known by what a file calls it. */
interface Remembering {
  readonly store: Store;
  /** The store that is asked; `store` itself unless another is given. */
  readonly known?: Store;
  readonly areaOf: (text: string) => number | undefined;
}

/**
 * Looks up what is remembered for the country a file speaks for.
 *
 * @param area the country where it is known already; else the file's first row says
 */
export function headingsOf(
  { store, known = store, areaOf }: Remembering,
  area: number | null,
): (named: string) => readonly ColumnMapping[] {
  return (named) => {
    const country = area ?? areaOf(named);
    return country === undefined ? [] : rememberedHeadings(known, country);
  };
}

export interface Confirmation {
  readonly area: number;
  readonly by: string;
  /** ISO 8601 time. */
  readonly at: string;
}

/** Remembers what headings mean for the next files of an area; however they were spelt, the newest word counts. */
export function rememberHeadings(
  store: Store,
  mapped: readonly ColumnMapping[],
  confirmation: Confirmation,
): void {
  for (const { title, column } of mapped) {
    forgetHeading(store, title, confirmation);
    store.confirmColumn({ ...confirmation, title, column });
  }
}

/**
 * Forgets what a heading of an area's files means, in every spelling that was remembered.
 *
 * @returns whether anything was remembered
 */
export function forgetHeading(store: Store, title: string, confirmation: Confirmation): boolean {
  const same = rememberedHeadings(store, confirmation.area).filter((known) =>
    isSameHeading(known.title, title),
  );
  for (const known of same) store.confirmColumn({ ...confirmation, title: known.title, column: "" });
  return same.length > 0;
}
