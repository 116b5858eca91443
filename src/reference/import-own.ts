/** Our own long form for reference series: SDMX concept ids, one value a line, in units. */
import { OPERATOR_COVERAGES, REFERENCE_SERIES } from "../define.js";
import { DIMENSIONS, type Dimensions, type ReferenceValue } from "../types.js";
import { malformed } from "./malformed.js";
import { headerOf, numberCell, periodCell, type ReferenceReader, type Skipped } from "./reader.js";
import { parseRecords, type ReferenceRecord } from "./records.js";

const REQUIRED: readonly string[] = ["SERIES", "REF_AREA", "TIME_PERIOD", "OBS_VALUE"];
const SERIES: ReadonlySet<string> = new Set(REFERENCE_SERIES);

function dimensionCells({ cells }: ReferenceRecord): Dimensions {
  const given = DIMENSIONS.map((dimension) => [dimension, cells[dimension] ?? ""] as const);
  return Object.fromEntries(given.filter(([, code]) => code !== "" && code !== "_T"));
}

function seriesCell({ file, line, cells }: ReferenceRecord): string {
  const series = cells.SERIES ?? "";
  if (!SERIES.has(series)) {
    throw malformed(file, line, `SERIES is "${series}".`, `Write one of ${REFERENCE_SERIES.join(", ")}.`);
  }
  return series;
}

const PERCENTAGES: ReadonlySet<string> = new Set(OPERATOR_COVERAGES);

function valueCell(record: ReferenceRecord, series: string): number {
  const value = numberCell(record, "OBS_VALUE");
  if (!PERCENTAGES.has(series) || value <= 100) return value;
  const cause = `OBS_VALUE is ${value}, but ${series} is a percentage of the population.`;
  throw malformed(record.file, record.line, cause, "Write a number from 0 to 100.");
}

/** The file's own series counts; its REVISION and SOURCE too, where the cells are filled. */
export const readOwn: ReferenceReader = {
  format: "ictsdg-long",
  header: "SERIES,REF_AREA,TIME_PERIOD,SEX,AGE,URBANISATION,OBS_VALUE,REVISION,SOURCE",
  recognises: (text) => REQUIRED.every((column) => headerOf(text).includes(column)),
  read(text, { revision, source, file }, areas) {
    const values: ReferenceValue[] = [];
    const skipped: Skipped[] = [];
    for (const record of parseRecords(text, file, REQUIRED)) {
      const { line, cells } = record;
      const code = cells.REF_AREA ?? "";
      const area = areas.findArea(code);
      if (area === undefined || cells.OBS_VALUE === "") {
        skipped.push({ line, reason: area === undefined ? "unknown-area" : "no-value", text: code });
        continue;
      }
      const series = seriesCell(record);
      values.push({
        series,
        area,
        period: periodCell(record, "TIME_PERIOD"),
        dimensions: dimensionCells(record),
        value: valueCell(record, series),
        revision: cells.REVISION || revision,
        source: cells.SOURCE || source,
      });
    }
    return { values, skipped };
  },
};
