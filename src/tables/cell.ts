import { type Cell, type Language, MISSING_STATUSES, type Table } from "../types.js";
import { plain, round } from "./round.js";

/**
 * What stands where a number cannot. Profile of our own after the UN Editorial Manual ("..", "-") and the
 * World Statistics Pocketbook ("<"); missing, zero and not applicable are three different cells.
 */
export const SYMBOLS = {
  missing: "..",
  notApplicable: "-",
  belowHalfUnit: "<",
  belowHalfUnitNegative: "-<",
  suppressed: "c",
  elsewhere: "x",
} as const;

/** SDMX CL_OBS_STATUS codes of an absent value that have a symbol of their own. */
const SYMBOL_OF_STATUS: Readonly<Record<string, string>> = {
  M: SYMBOLS.notApplicable,
  Q: SYMBOLS.suppressed,
  K: SYMBOLS.elsewhere,
};

/**
 * Symbol for an absent number. A status that goes with a value (A, E, U …) means that the figure is there and
 * only this part of it does not apply, such as the bounds of a value without estimates.
 */
export function absent(status: Cell): string {
  if (typeof status !== "string" || status === "") return SYMBOLS.missing;
  if (!MISSING_STATUSES.has(status)) return SYMBOLS.notApplicable;
  return SYMBOL_OF_STATUS[status] ?? SYMBOLS.missing;
}

// A fixed list and not Intl.NumberFormat: the same table must give the same bytes with every ICU release.
const SIGNS: Readonly<Record<Language, { readonly decimal: string; readonly group: string }>> = {
  ar: { decimal: ".", group: "," },
  en: { decimal: ".", group: "," },
  es: { decimal: ",", group: "\u00a0" },
  fr: { decimal: ",", group: "\u00a0" },
  ru: { decimal: ",", group: "\u00a0" },
  zh: { decimal: ".", group: "," },
};

/** Decimal text with the decimal sign and thousands separator of a language. */
export function localised(number: string, language: Language): string {
  const [whole = "", fraction] = number.split(".");
  const { decimal, group } = SIGNS[language];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`;
}

/** Turns one row of a table into text, cell by cell. */
export type RowText = (row: readonly Cell[]) => readonly string[];

const beside = (table: Table, id: string | undefined) => {
  const index = table.columns.findIndex((column) => column.id === id);
  return (row: readonly Cell[]): Cell => row[index] ?? null;
};

/** A number as it is published: rounded, with a decimal point; `decimals` is undefined at full precision. */
export interface NumberAsText {
  readonly text: string;
  readonly decimals: number | undefined;
}

/** The numbers of a row as they are published, codes and years as they are; null where a cell holds none. */
export function numberCells(table: Table): (row: readonly Cell[]) => readonly (NumberAsText | null)[] {
  const readers = table.columns.map((column) => {
    const decimalsOf = beside(table, column.decimalsIn);
    return (cell: Cell, row: readonly Cell[]): NumberAsText | null => {
      if (typeof cell !== "number") return null;
      if (column.type !== "number") return { text: String(cell), decimals: 0 };
      const own = decimalsOf(row);
      const decimals = typeof own === "number" ? own : column.decimals;
      return { text: decimals === undefined ? plain(cell) : round(cell, decimals), decimals };
    };
  });
  return (row) => readers.map((read, index) => read(row[index] ?? null, row));
}

/**
 * Cells for machines: numbers rounded, with a decimal point and no grouping; an absent cell is empty, since
 * a symbol would turn a column of numbers into text in R, pandas or Excel and OBS_STATUS stands beside it.
 */
export function dataCells(table: Table): RowText {
  const numbers = numberCells(table);
  return (row) => numbers(row).map((number, index) => number?.text ?? String(row[index] ?? ""));
}

/** A number that is rounded already, as readers see it: `<` where it is more than zero and rounds to it. */
export function shownNumber(value: number, text: string, language: Language): string {
  if (value !== 0 && Number(text) === 0) {
    return value > 0 ? SYMBOLS.belowHalfUnit : SYMBOLS.belowHalfUnitNegative;
  }
  return localised(text, language);
}

/** Cells for readers: numbers as the language writes them, a symbol where one is absent or next to nothing. */
export function shownCells(table: Table): RowText {
  const numbers = numberCells(table);
  const readers = table.columns.map((column) => {
    const status = beside(table, column.statusIn);
    return (cell: Cell, number: NumberAsText | null, row: readonly Cell[]): string => {
      if (cell === null) return column.type === "text" ? "" : absent(status(row));
      // Codes and years are integers: 2023 is never written 2,023.
      if (typeof cell === "string" || number === null || column.type === "integer") return String(cell);
      return shownNumber(cell, number.text, table.language);
    };
  });
  return (row) => {
    const texts = numbers(row);
    return readers.map((read, index) => read(row[index] ?? null, texts[index] ?? null, row));
  };
}
