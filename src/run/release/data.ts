import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse";
import { stringify } from "csv-stringify";
import { dimensionsOf } from "../../keys.js";
import { countryFigures } from "../../tables/countries.js";
import { type Aggregate, DIMENSIONS, type Estimate, type Key, type StoredObservation } from "../../types.js";
import type { Environment } from "../environment.js";
import { type Computed, tableInput } from "../publish.js";

/** A figure that was published: of a group, or beside a country's name. */
export interface Figure extends Key {
  readonly value: number | null;
  /** SDMX CL_OBS_STATUS. */
  readonly status: string;
  readonly of: "group" | "country";
}

/** The data files of a release, in full precision; tables are rounded. */
const FILES = { group: "aggregates.csv", country: "countries.csv" } as const;
const KEY_COLUMNS = ["SERIES", "REF_AREA", "TIME_PERIOD", ...DIMENSIONS] as const;

type Row = Readonly<Record<string, string | number | null>>;

/** What a release publishes, in the columns of its data files. An estimate that may not stand beside a country's name is not among it. */
export function dataFiles(environment: Environment, computed: Computed) {
  return [
    { name: FILES.group, rows: computed.aggregates.map(groupRow) },
    { name: FILES.country, rows: countryRows(environment, computed) },
  ];
}

/** Figures as they would be published from what was computed. */
export function figuresOf(environment: Environment, computed: Computed): Figure[] {
  const groups = computed.aggregates.map(({ series, area, period, dimensions, value, status }): Figure => {
    return { series, area, period, dimensions, value, status, of: "group" };
  });
  const countries = publishedOf(environment, computed).map(({ record, value }): Figure => {
    const { series, area, period, dimensions } = record;
    return { series, area, period, dimensions, value, status: statusOf(record), of: "country" };
  });
  return [...groups, ...countries];
}

/** Lines of CSV with a head, in the form that `frozenFigures` reads. */
export function csvOf(rows: Iterable<Row>): AsyncIterable<string> {
  // The columns are those of the first row; every row of a file has the same.
  const stream = stringify({ header: true, encoding: "utf8" });
  const feed = async () => {
    for (const row of rows)
      if (!stream.write(row)) await new Promise((drained) => stream.once("drain", drained));
    stream.end();
  };
  feed().catch((error) => stream.destroy(error));
  return stream.setEncoding("utf8");
}

/** Figures as they stand in the data files of a release's folder. */
export async function* frozenFigures(folder: string): AsyncGenerator<Figure> {
  for await (const { figure } of frozenRows(folder)) yield figure;
}

/** The same, each beside all columns of its row as text. */
export async function* frozenRows(
  folder: string,
): AsyncGenerator<{ readonly figure: Figure; readonly cells: Readonly<Record<string, string>> }> {
  for (const of of ["group", "country"] as const) {
    const path = join(folder, "data", FILES[of]);
    if (!existsSync(path)) continue;
    const rows: AsyncIterable<Record<string, string>> = createReadStream(path).pipe(parse({ columns: true }));
    for await (const cells of rows) {
      const value = cells.OBS_VALUE ? Number(cells.OBS_VALUE) : null;
      yield { figure: { ...keyIn(cells), value, status: cells.OBS_STATUS ?? "", of }, cells };
    }
  }
}

function keyIn(row: Readonly<Record<string, string>>): Key {
  return {
    series: row.SERIES ?? "",
    area: Number(row.REF_AREA),
    period: Number(row.TIME_PERIOD),
    dimensions: dimensionsOf(Object.fromEntries(DIMENSIONS.map((id) => [id, row[id] ?? "_T"]))),
  };
}

function keyCells({ series, area, period, dimensions }: Key): Row {
  const codes = DIMENSIONS.map((id) => dimensions[id] ?? "_T");
  return Object.fromEntries(
    KEY_COLUMNS.map((id, index) => [id, [series, area, period, ...codes][index] ?? null]),
  );
}

function groupRow(aggregate: Aggregate): Row {
  return {
    ...keyCells(aggregate),
    OBS_VALUE: aggregate.value,
    OBS_STATUS: aggregate.status,
    LOW: aggregate.low,
    HIGH: aggregate.high,
    REPORTED_VALUE: aggregate.reportedValue,
    WEIGHT_COVERED: aggregate.weightCovered,
    WEIGHT_USED: aggregate.weightUsed,
    COUNTRIES: aggregate.countries,
    COUNTRIES_REPORTED: aggregate.countriesReported,
    COUNTRIES_ESTIMATED: aggregate.countriesEstimated,
  };
}

function countryRows(environment: Environment, computed: Computed): Row[] {
  return publishedOf(environment, computed).map(({ record, value, estimate, series }) => ({
    ...keyCells(record),
    OBS_VALUE: value,
    OBS_STATUS: statusOf(record),
    UNIT_MEASURE: series.unit,
    NATURE: "E",
    ...("submission" in record ? reportedCells(record) : NOT_REPORTED),
    METHOD: estimate?.method ?? "",
    LOW: estimate?.low ?? null,
    HIGH: estimate?.high ?? null,
    DONORS: estimate?.donors.join("; ") ?? "",
  }));
}

const reportedCells = (record: StoredObservation) => ({
  UNIT_MEASURE: record.unit,
  NATURE: record.nature,
  COMMENT: record.comment,
  SOURCE_DETAIL: record.source,
  AGE_SCOPE: record.ageScope,
  NUMERATOR: record.numerator,
  DENOMINATOR: record.denominator,
  SUBMISSION: record.submission,
  LINE: record.line,
});

/** The same columns of a figure that no country handed in. */
const NOT_REPORTED = {
  ...{ COMMENT: "", SOURCE_DETAIL: "", AGE_SCOPE: "", NUMERATOR: null, DENOMINATOR: null },
  ...{ SUBMISSION: "", LINE: null },
};

/** What was filled in is E, estimated. */
const statusOf = (record: StoredObservation | Estimate): string => ("status" in record ? record.status : "E");

function publishedOf(environment: Environment, computed: Computed) {
  return countryFigures(tableInput(environment, computed, "en"));
}
