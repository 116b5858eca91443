/** United Nations World Population Prospects, CSV files of total population. Layout of the 2019–2024 editions. */
import type { Dimensions, ReferenceValue } from "../types.js";
import { headerOf, numberCell, periodCell, type ReferenceReader, type Skipped } from "./reader.js";
import { parseRecords, type ReferenceRecord } from "./records.js";

/** Columns of people in thousands, and what they are of. */
export const COLUMNS: readonly (readonly [column: string, dimensions: Dimensions])[] = [
  ["PopTotal", {}],
  ["PopMale", { SEX: "M" }],
  ["PopFemale", { SEX: "F" }],
];

/** WPP's LocID is the M49 code for countries; from 900 on, and M49's region codes below, it is a group. */
const M49_REGIONS: ReadonlySet<number> = new Set([
  1, 2, 5, 9, 11, 13, 14, 15, 17, 18, 19, 21, 29, 30, 34, 35, 39, 53, 54, 57, 61, 62, 142, 143, 145, 150, 151,
  154, 155, 199, 202, 419, 420, 432, 513, 543, 722, 747, 753,
]);

/** Estimates of past years stand under "Medium" or, in some editions, under "Estimates". */
const isMedium = (variant: string): boolean => /^(medium|estimates?)$/i.test(variant);

/** Why a line is no country's in the medium variant; undefined when it is. */
export function skip(record: ReferenceRecord, area: number | undefined): Skipped | undefined {
  const { line, cells } = record;
  const location = cells.LocID ?? "";
  const type = cells.LocTypeName;
  const code = Number(location);
  const grouped = type === undefined ? code >= 900 || M49_REGIONS.has(code) : type !== "Country/Area";
  if (grouped) return { line, reason: "aggregate", text: location };
  if (area === undefined) return { line, reason: "unknown-area", text: location };
  const variant = cells.Variant ?? "Medium";
  return isMedium(variant) ? undefined : { line, reason: "variant", text: variant };
}

/** Persons of a column in thousands; undefined where the cell is empty. */
export function personsCell(record: ReferenceRecord, column: string): number | undefined {
  return (record.cells[column] ?? "") === "" ? undefined : Math.round(numberCell(record, column) * 1_000);
}

/** True of files by age, which have other lines for the same country and year. */
export const isByAge = (text: string): boolean => headerOf(text).includes("AgeGrp");

export const REQUIRED: readonly string[] = ["LocID", "Time", "PopTotal"];

/** `LocID,…,Variant,Time,…,PopMale,PopFemale,PopTotal`, in thousands. */
export const readWpp: ReferenceReader = {
  format: "un-wpp",
  header: "LocID,Variant,Time,PopMale,PopFemale,PopTotal",
  recognises: (text) => !isByAge(text) && REQUIRED.every((column) => headerOf(text).includes(column)),
  read(text, { series, revision, source, file }, areas) {
    const values: ReferenceValue[] = [];
    const skipped: Skipped[] = [];
    for (const record of parseRecords(text, file, REQUIRED)) {
      const area = areas.findArea(record.cells.LocID ?? "");
      const left = skip(record, area);
      if (left !== undefined || area === undefined) {
        if (left !== undefined) skipped.push(left);
        continue;
      }
      const period = periodCell(record, "Time");
      for (const [column, dimensions] of COLUMNS) {
        const value = personsCell(record, column);
        if (value !== undefined) values.push({ series, area, period, dimensions, value, revision, source });
      }
    }
    return { values, skipped };
  },
};
