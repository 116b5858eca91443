/** United Nations World Population Prospects, CSV files of total population. Layout of the 2019–2024 editions. */
import type { Dimensions, ReferenceValue } from "../types.js";
import { malformed } from "./malformed.js";
import { headerOf, numberCell, periodCell, type ReferenceReader, type Skipped } from "./reader.js";
import { parseRecords, type ReferenceRecord } from "./records.js";

const COLUMNS: readonly (readonly [column: string, dimensions: Dimensions])[] = [
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

function skip(record: ReferenceRecord, area: number | undefined): Skipped | undefined {
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

/** `LocID,…,Variant,Time,…,PopMale,PopFemale,PopTotal`, in thousands. */
export const readWpp: ReferenceReader = {
  format: "un-wpp",
  header: "LocID,Variant,Time,PopMale,PopFemale,PopTotal",
  recognises: (text) => ["LocID", "Time", "PopTotal"].every((column) => headerOf(text).includes(column)),
  read(text, { series, revision, source, file }, areas) {
    if (headerOf(text).some((column) => column.startsWith("AgeGrp"))) {
      throw malformed(file, 1, "the file is by age.", "Give the file of total population by sex.");
    }
    const values: ReferenceValue[] = [];
    const skipped: Skipped[] = [];
    for (const record of parseRecords(text, file, ["LocID", "Time", "PopTotal"])) {
      const area = areas.findArea(record.cells.LocID ?? "");
      const left = skip(record, area);
      if (left !== undefined || area === undefined) {
        if (left !== undefined) skipped.push(left);
        continue;
      }
      const period = periodCell(record, "Time");
      for (const [column, dimensions] of COLUMNS) {
        if ((record.cells[column] ?? "") === "") continue;
        const value = Math.round(numberCell(record, column) * 1_000);
        values.push({ series, area, period, dimensions, value, revision, source });
      }
    }
    return { values, skipped };
  },
};
