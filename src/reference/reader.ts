import type { ReferenceValue } from "../types.js";
import type { Areas } from "./areas.js";
import { malformed } from "./malformed.js";
import type { ReferenceRecord } from "./records.js";

/** Both included. */
export interface Years {
  readonly from: number;
  readonly to: number;
}

export interface ImportOptions {
  /** Reference series the values belong to, such as POPULATION. */
  readonly series: string;
  /** Edition of the source, such as "WPP 2024": a release pins it. */
  readonly revision: string;
  readonly source: string;
  /** Values of other years are left out; all are taken when absent. */
  readonly years?: Years | undefined;
  /** Name for messages. */
  readonly file?: string;
}

/** `aggregate` is a group and not an area; `variant` is a projection other than the medium one. */
export interface Skipped {
  readonly line: number;
  readonly reason: "aggregate" | "unknown-area" | "no-value" | "variant";
  /** What stood there: the code or the variant. */
  readonly text: string;
}

/** An age that `places` of the `of` countries and years in the file cannot give: no groups of theirs add up to it. */
export interface Unmade {
  readonly age: string;
  readonly places: number;
  readonly of: number;
}

export interface ImportedValues {
  readonly values: readonly ReferenceValue[];
  readonly skipped: readonly Skipped[];
  /** Of files by age only. */
  readonly unmade?: readonly Unmade[];
}

export interface ImportResult extends ImportedValues {
  readonly format: string;
}

/** One file format. `header` shows a person what the format looks like. */
export interface ReferenceReader {
  readonly format: string;
  readonly header: string;
  recognises(text: string): boolean;
  read(text: string, options: ImportOptions & { readonly file: string }, areas: Areas): ImportedValues;
}

/** The first line without byte order mark and quotes, to recognise a format by. */
export function headerOf(text: string): readonly string[] {
  const end = text.search(/[\r\n]/);
  const line = end === -1 ? text : text.slice(0, end);
  return line
    .replace(/^\uFEFF/, "")
    .split(",")
    .map((name) => name.trim().replace(/^"(.*)"$/, "$1"));
}

/** A plain decimal number, point as decimal sign, exponent allowed, never negative. */
export function numberCell({ file, line, cells }: ReferenceRecord, column: string): number {
  const cell = cells[column] ?? "";
  if (!/^\d+(\.\d*)?([eE][+-]?\d+)?$/.test(cell)) {
    throw malformed(
      file,
      line,
      `${column} is "${cell}", which is not a number of zero or more.`,
      "Write digits with a decimal point and no thousands separators.",
    );
  }
  return Number(cell);
}

/** A year of four digits. */
export function periodCell({ file, line, cells }: ReferenceRecord, column: string): number {
  const cell = cells[column] ?? "";
  if (!/^[12]\d{3}$/.test(cell)) {
    throw malformed(
      file,
      line,
      `${column} is "${cell}", which is not a year.`,
      "Write a year of four digits.",
    );
  }
  return Number(cell);
}
