import type { DecimalMark } from "../intake/dialect.js";
import type { Header } from "../intake/header.js";
import { DIMENSIONS, type Finding, type Key, type Observation, type Row } from "../types.js";
import { type Cells, createCells, createFail, type Fail } from "./cells.js";
import { createFigures, type Figure, type Figures } from "./figures.js";
import { createOrders } from "./sdmx.js";
import { createStructures, STRUCTURE_COLUMNS, type Structure, structureOf } from "./structure.js";

export interface ReadContext {
  /** M49 code of what stands in REF_AREA: ISO alpha-3, alpha-2 or M49. */
  areaOf(text: string): number | undefined;
  /** The country the file speaks for; null to take the first country that the file names. */
  readonly area: number | null;
  /** An agency may hand in several countries in one file. */
  readonly anyArea: boolean;
  readonly decimal: DecimalMark | null;
  report(finding: Finding): void;
}

/** What one row became: observations, or nothing when a finding says why. */
export interface Reader {
  read(row: Row): readonly Observation[];
  /** The country the file turned out to speak for. */
  area(): number | null;
}

/** What reading a row takes, made once for a file. */
interface Desk {
  readonly header: Header;
  readonly cells: Cells;
  readonly fail: Fail;
  readonly figures: Figures;
  readonly structureOf: (row: Row) => Structure;
  /** The M49 code of the country, or null when a finding says why not. */
  readonly areaOf: (row: Row) => number | null;
}

/**
 * Turns rows of text into observations. Every row ends as at least one observation or one finding:
 * nothing is dropped in silence.
 */
export function createReader(header: Header, context: ReadContext): Reader {
  const cells = createCells(header);
  const fail = createFail(header, context.report);
  const country = createCountry(cells, context, fail);
  const desk: Desk = {
    ...{ header, cells, fail, areaOf: country.of },
    figures: createFigures(cells, context.decimal, fail),
    structureOf: createStructures(cells),
  };
  const orderOf = createOrders(header);
  const readRow = header.years.length > 0 ? acrossReader(desk) : downReader(desk);
  function read(row: Row): readonly Observation[] {
    if (isTooLong(row, header)) {
      const params = { found: row.cells.length, expected: header.names.length };
      fail(row, "too-many-cells", header.names.length - 1, params);
      return [];
    }
    const order = orderOf ? orderOf(row.cells) : "read";
    if (order === "read") return readRow(row);
    if (order === "withdraw") return withdrawn(row, desk);
    fail(row, order.rule, order.column, order.params);
    return [];
  }
  return { read, area: country.found };
}

const isTooLong = ({ cells }: Row, { names }: Header): boolean =>
  cells.length > names.length && cells.slice(names.length).some((cell) => cell.trim() !== "");

/** Reads the country of each row; the file speaks for the one given, or for the first that it names. */
function createCountry(cells: Cells, context: ReadContext, fail: Fail) {
  const index = cells.at("REF_AREA");
  let expected = context.area;
  function of(row: Row): number | null {
    const value = cells.code(row, index).trim();
    const area = context.areaOf(value);
    if (area === undefined) {
      fail(row, value === "" ? "missing-cell" : "unknown-area", index, { column: "REF_AREA", value });
      return null;
    }
    expected ??= area;
    if (area === expected || context.anyArea) return area;
    fail(row, "foreign-area", index, { value, area, expected });
    return null;
  }
  return { of, found: () => expected };
}

/** What a row is about but for its year; null when findings say what of it does not hold. */
type Subject = Omit<Key, "period">;

function subjectOf(row: Row, structure: Structure, { cells, fail, areaOf }: Desk): Subject | null {
  const { series, dimensions, problems } = structure;
  for (const { column, rule, found, expected } of problems) {
    const cell = cells.code(row, cells.at(column)).trim();
    const params = { column, value: cell || found, expected, series: series?.code ?? "" };
    fail(row, cell === "" ? "missing-cell" : rule, column, params);
  }
  const area = areaOf(row);
  if (area === null || series === null || problems.length > 0) return null;
  return { series: series.code, area, dimensions };
}

function periodOf(row: Row, { cells, fail }: Desk): number | null {
  const value = cells.text(row, cells.at("TIME_PERIOD")).trim();
  if (/^(19|20)\d\d$/.test(value)) return Number(value);
  const params = { column: "TIME_PERIOD", value };
  fail(row, value === "" ? "missing-cell" : "bad-period", "TIME_PERIOD", params);
  return null;
}

/** One figure a row. */
function downReader(desk: Desk): (row: Row) => readonly Observation[] {
  const { cells, figures, fail } = desk;
  const valueAt = cells.at("OBS_VALUE");
  return (row) => {
    const structure = desk.structureOf(row);
    const subject = subjectOf(row, structure, desk);
    const period = subject && periodOf(row, desk);
    if (!subject || period === null) return [];
    const key: Key = { ...subject, period };
    // A line cut off before its figure looks like one that has none.
    if (valueAt >= row.cells.length)
      fail(row, "line-cut-short", valueAt, { found: row.cells.length, expected: desk.header.names.length });
    const figure = figures.value(row, valueAt, key, structure);
    if (!figure) return [];
    const parts = {
      numerator: figures.side(row, "NUMERATOR", key),
      denominator: figures.side(row, "DENOMINATOR", key),
    };
    return [observation(row, key, figure, structure, parts, cells)];
  };
}

/**
 * A figure a year. What else the row says holds for each of them, but for NUMERATOR and DENOMINATOR: one
 * number cannot be that of several years, so they are read only where there is one.
 */
function acrossReader(desk: Desk): (row: Row) => readonly Observation[] {
  const { cells, figures, fail, header } = desk;
  const single = header.years.length === 1;
  if (!single)
    for (const column of ["NUMERATOR", "DENOMINATOR"] as const)
      if (cells.at(column) >= 0)
        fail({ line: 1 }, "part-of-no-year", column, { column, years: header.years.length });
  const part = (row: Row, column: "NUMERATOR" | "DENOMINATOR", key: Key) =>
    single ? figures.side(row, column, key) : null;
  return (row) => {
    const structure = desk.structureOf(row);
    const subject = subjectOf(row, structure, desk);
    if (!subject) return [];
    const filled = header.years.filter(({ index }) => cells.text(row, index).trim() !== "");
    if (filled.length === 0) fail(row, "no-figures", "OBS_VALUE", { series: subject.series });
    return filled.flatMap(({ index, period }) => {
      const key: Key = { ...subject, period: Number(period) };
      const figure = figures.value(row, index, key, structure);
      if (!figure) return [];
      const parts = { numerator: part(row, "NUMERATOR", key), denominator: part(row, "DENOMINATOR", key) };
      return [observation(row, key, figure, structure, parts, cells)];
    });
  };
}

type Parts = Pick<Observation, "numerator" | "denominator">;
const NO_PARTS: Parts = { numerator: null, denominator: null };

/** A figure taken back: it has no value from now on. What stands beside it is filling, and not read. */
function withdrawn(row: Row, desk: Desk): readonly Observation[] {
  const { cells } = desk;
  const coded = STRUCTURE_COLUMNS.slice(0, 1 + DIMENSIONS.length);
  const structure = structureOf(coded.map((column) => cells.code(row, cells.at(column))));
  const subject = subjectOf(row, structure, desk);
  const period = subject && periodOf(row, desk);
  if (!subject || period === null) return [];
  const gone: Figure = { value: null, status: "O" };
  return [{ ...observation(row, { ...subject, period }, gone, structure, NO_PARTS, cells), ...NO_WORDS }];
}

const NO_WORDS = { ageScope: "", source: "", comment: "" };

/** Written out field by field: every observation gets the same shape, which keeps a million of them quick. */
function observation(
  row: Row,
  key: Key,
  { value, status }: Figure,
  { unit, unitMultiplier, nature }: Structure,
  { numerator, denominator }: Parts,
  cells: Cells,
): Observation {
  return {
    series: key.series,
    area: key.area,
    period: key.period,
    dimensions: key.dimensions,
    value,
    status,
    unit,
    unitMultiplier,
    nature,
    numerator,
    denominator,
    ageScope: cells.prose(row, "AGE_SCOPE"),
    source: cells.prose(row, "SOURCE_DETAIL"),
    comment: cells.prose(row, "COMMENT_OBS"),
    line: row.line,
  };
}
