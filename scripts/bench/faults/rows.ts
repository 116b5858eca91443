import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { parse } from "csv-parse";
import { stringify } from "csv-stringify/sync";
import { seriesByCode } from "../../../indicators/index.js";

/** The columns of the real submissions, and the multiplier, which they leave out because it is always 0. */
export const COLUMNS = [
  "SERIES",
  "REF_AREA",
  "TIME_PERIOD",
  "SEX",
  "COMPOSITE_BREAKDOWN",
  "OBS_VALUE",
  "UNIT_MEASURE",
  "UNIT_MULT",
  "OBS_STATUS",
  "SOURCE_DETAIL",
] as const;
export type Column = (typeof COLUMNS)[number];
export type Row = Readonly<Record<Column, string>>;

/** One country's file. Row `i` stands on line `i + 2`. */
export interface CountryFile {
  /** ISO alpha-3 code. */
  readonly area: string;
  readonly rows: readonly Row[];
}

export async function readCountryFile(path: string): Promise<CountryFile> {
  const rows: Row[] = [];
  for await (const record of createReadStream(path).pipe(parse({ columns: true, bom: true })))
    rows.push({ UNIT_MULT: "0", ...(record as Omit<Row, "UNIT_MULT">) });
  return { area: basename(path, ".csv"), rows };
}

export function csvOf(rows: readonly Row[]): string {
  return stringify([[...COLUMNS], ...rows.map((row) => COLUMNS.map((column) => row[column]))]);
}

export const yearOf = (row: Row): number => Number(row.TIME_PERIOD);
export const figureOf = (row: Row): number => Number(row.OBS_VALUE);

/** Says which series and breakdown a row belongs to, whatever the year. */
export const historyId = (row: Row): string => `${row.SERIES} ${row.SEX} ${row.COMPOSITE_BREAKDOWN}`;
export const keyId = (row: Row): string => `${historyId(row)} ${row.TIME_PERIOD}`;

export const isPercentage = (row: Row): boolean => seriesByCode.get(row.SERIES)?.series.unit === "PT";
export const isCount = (row: Row): boolean => seriesByCode.get(row.SERIES)?.series.integer === true;
/** Coverage is left out: networks are built and not asked about, and grow by leaps. */
export const isSurvey = (row: Row): boolean => seriesByCode.get(row.SERIES)?.indicator.survey === true;

/** A number as it would be written, without the noise of binary fractions. */
export const written = (value: number): string => String(Number(value.toPrecision(12)));

/** The rows with a value at their keys, to look up another series, year or breakdown. */
export function byKey(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [keyId(row), row]));
}

/** The key of a row with some of its cells changed. */
export const keyWith = (row: Row, cells: Partial<Row>): string => keyId({ ...row, ...cells });
