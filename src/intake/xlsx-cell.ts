import { damaged } from "./errors.js";
import type { StoredCell } from "./xlsx-sheet.js";
import type { Workbook } from "./xlsx-workbook.js";

/** What a cell holds, as the person who looks at it sees it. */
export interface CellContent {
  readonly kind: "text" | "number" | "percent" | "date" | "error" | "not-calculated";
  readonly text: string;
  /** The number at full precision; a percentage as the sheet shows it: 45 where 0.45 is stored. */
  readonly number: number | null;
  readonly formula: boolean;
}

const DAY = 86_400_000;
/** Dates of Excel end with the year 9999. */
const LAST_DAY = 2_958_466;

/**
 * Makes of a stored cell what it shows. A date becomes its ISO form; an error, and a formula that was never
 * calculated, become the text that names them.
 *
 * @throws UnreadableFile when it refers to a text that the workbook does not have
 */
export function cellContent({ type, style, value, formula }: StoredCell, workbook: Workbook): CellContent {
  const content = (kind: CellContent["kind"], text: string, number: number | null = null): CellContent => ({
    kind,
    text,
    number,
    formula: formula !== null,
  });
  // An empty value is a result only where the result is a text.
  if (formula !== null && !value && type !== "str") return content("not-calculated", `=${formula}`);
  if (value === null) return content("text", "");
  if (type === "s") return content("text", sharedString(value, workbook));
  if (type === "b") return content("text", value === "1" || value === "true" ? "TRUE" : "FALSE");
  if (type === "e") return content("error", value);
  if (type === "d") return content("date", value);
  const number = Number(value);
  if (type !== "n" || value.trim() === "" || !Number.isFinite(number)) return content("text", value);
  const format = workbook.formats[style] ?? "plain";
  if (format === "percent") {
    const shown = timesHundred(number);
    return content("percent", `${shown}%`, shown);
  }
  if (format === "date" && number >= 0 && number < LAST_DAY)
    return content("date", isoDate(number, workbook.from1904));
  return content("number", String(number), number);
}

function sharedString(value: string, { strings }: Workbook): string {
  const text = strings[Number(value)];
  if (text === undefined) throw damaged(`shared string ${value}`);
  return text;
}

/** Moves the decimal point instead of multiplying: 0.07 · 100 is 7.000000000000001. */
function timesHundred(number: number): number {
  const [digits = "", exponent = "0"] = String(number).split("e");
  return Number(`${digits}e${Number(exponent) + 2}`);
}

/**
 * A day number as an ISO date, with the time where there is one. Excel counts from 1899-12-31 and has a
 * 29 February 1900, which no calendar has (ECMA-376 part 1, 18.17.4.1).
 */
function isoDate(serial: number, from1904: boolean): string {
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const iso = new Date(start + Math.round(serial * DAY)).toISOString();
  return serial % 1 === 0 ? iso.slice(0, 10) : iso.slice(0, 19);
}

/** Dates before any figure of an indicator. A plain 2019 that is formatted as a date shows a day of 1905. */
const FIRST_YEAR = 1950;

/** The year of a date that can be meant as one; null where it is none or was hardly meant as a date. */
export function yearOf({ kind, text }: CellContent): string | null {
  const year = text.slice(0, 4);
  return kind === "date" && Number(year) >= FIRST_YEAR ? year : null;
}
