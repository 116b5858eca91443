import type { DecimalMark } from "../intake/dialect.js";
import type { ColumnId, Header } from "../intake/header.js";
import { type Reading, readNumber } from "../intake/number.js";
import {
  DIMENSIONS,
  type Finding,
  type Key,
  MISSING_STATUSES,
  type Observation,
  type Params,
  type Row,
} from "../types.js";
import { codeIn, createOrders, isSdmx } from "./sdmx.js";
import { severityOf } from "./severity.js";
import { STRUCTURE_COLUMNS, type Structure, structureOf } from "./structure.js";

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

/**
 * Turns rows of text into observations. Every row ends as at least one observation or one finding:
 * nothing is dropped in silence.
 */
export function createReader(header: Header, context: ReadContext): Reader {
  const structureAt = STRUCTURE_COLUMNS.map((column) => header.columns[column] ?? -1);
  const at = (column: ColumnId) => header.columns[column] ?? -1;
  const [areaAt, periodAt, valueAt] = [at("REF_AREA"), at("TIME_PERIOD"), at("OBS_VALUE")];
  const [numeratorAt, denominatorAt] = [at("NUMERATOR"), at("DENOMINATOR")];
  const [scopeAt, sourceAt, commentAt] = [at("AGE_SCOPE"), at("SOURCE_DETAIL"), at("COMMENT_OBS")];
  const sdmx = isSdmx(header);
  const codeAt = (cells: readonly string[], index: number) =>
    sdmx ? codeIn(cells[index] ?? "", header.names[index] ?? "") : (cells[index] ?? "");
  const structureAtRow = structures(structureAt, codeAt);
  const orderOf = createOrders(header);
  let submissionArea = context.area;

  const fail = (row: Row, rule: string, column: number | ColumnId, params: Params, key: Key | null = null) =>
    context.report({
      rule,
      key,
      params,
      line: row.line,
      severity: severityOf(rule),
      level: 1,
      column:
        typeof column === "number" ? (header.names[column] ?? "") : (header.names[at(column)] ?? column),
    });

  function readArea(row: Row): number | null {
    const text = codeAt(row.cells, areaAt).trim();
    const area = context.areaOf(text);
    if (area === undefined) {
      fail(row, text === "" ? "missing-cell" : "unknown-area", areaAt, { column: "REF_AREA", value: text });
      return null;
    }
    submissionArea ??= area;
    if (area === submissionArea || context.anyArea) return area;
    fail(row, "foreign-area", areaAt, { value: text, area, expected: submissionArea });
    return null;
  }

  function readPeriod(row: Row, text: string, column: number): number | null {
    const trimmed = text.trim();
    if (/^(19|20)\d\d$/.test(trimmed)) return Number(trimmed);
    fail(row, trimmed === "" ? "missing-cell" : "bad-period", column, {
      column: "TIME_PERIOD",
      value: trimmed,
    });
    return null;
  }

  /** A figure beside the value; what cannot be read is a finding and the figure is left out. */
  function readSide(row: Row, index: number, key: Key): number | null {
    const text = index < 0 ? "" : (row.cells[index] ?? "");
    if (text === "") return null;
    const reading = readNumber(text, context.decimal);
    if (typeof reading === "number") return reading;
    if (reading.kind === "noted") return reading.value;
    if (reading.kind !== "missing") reportReading(row, index, text, reading, key);
    return null;
  }

  function reportReading(row: Row, column: number, text: string, reading: Reading, key: Key): void {
    if (reading.kind === "ambiguous") {
      const [decimal = 0, grouped = 0] = reading.readings;
      fail(row, "ambiguous-number", column, { value: text.trim(), decimal, grouped }, key);
    } else if (reading.kind === "noted") {
      if (reading.note !== "%")
        fail(
          row,
          "footnote-mark",
          column,
          { value: text.trim(), number: reading.value, note: reading.note },
          key,
        );
    } else fail(row, "not-a-number", column, { value: text.trim() }, key);
  }

  function readValue(
    row: Row,
    index: number,
    key: Key,
    structure: Structure,
    base: Omit<Observation, "value" | "status" | keyof Key>,
  ): Observation | null {
    const text = row.cells[index] ?? "";
    const reading = readNumber(text, context.decimal);
    if (typeof reading === "number") return observation(key, reading, structure.status, base);
    if (reading.kind === "missing") {
      return observation(
        key,
        null,
        MISSING_STATUSES.has(structure.status) ? structure.status : reading.status,
        base,
      );
    }
    reportReading(row, index, text, reading, key);
    return reading.kind === "noted" ? observation(key, reading.value, structure.status, base) : null;
  }

  /** The country of a row whose codes all hold; null when findings say what does not. */
  function settle(row: Row, structure: Structure): number | null {
    for (const problem of structure.problems) {
      const cell = codeAt(row.cells, at(problem.column)).trim();
      fail(row, cell === "" ? "missing-cell" : problem.rule, problem.column, {
        column: problem.column,
        value: cell || problem.found,
        expected: problem.expected,
        series: structure.series?.code ?? "",
      });
    }
    const area = readArea(row);
    return structure.series === null || structure.problems.length > 0 ? null : area;
  }

  /** A figure taken back: it has no value from now on. What stands beside it is filling, and not read. */
  function withdraw(row: Row): readonly Observation[] {
    const coded = structureAt.slice(0, 1 + DIMENSIONS.length);
    const structure = structureOf(coded.map((index) => codeAt(row.cells, index)));
    const area = settle(row, structure);
    if (area === null || structure.series === null) return [];
    const period = readPeriod(row, row.cells[periodAt] ?? "", periodAt);
    if (period === null) return [];
    const { series, dimensions, unit, unitMultiplier, nature } = structure;
    const key: Key = { series: series.code, area, period, dimensions };
    const none = { numerator: null, denominator: null, ageScope: "", source: "", comment: "" };
    return [observation(key, null, "O", { unit, unitMultiplier, nature, ...none, line: row.line })];
  }

  function read(row: Row): readonly Observation[] {
    const { cells } = row;
    if (
      cells.length > header.names.length &&
      cells.slice(header.names.length).some((cell) => cell.trim() !== "")
    ) {
      fail(row, "too-many-cells", header.names.length - 1, {
        found: cells.length,
        expected: header.names.length,
      });
      return [];
    }
    const order = orderOf ? orderOf(cells) : "read";
    if (order === "withdraw") return withdraw(row);
    if (order !== "read") {
      fail(row, order.rule, order.column, order.params);
      return [];
    }
    const structure = structureAtRow(cells);
    const area = settle(row, structure);
    if (area === null || structure.series === null) return [];
    const { series, dimensions, unit, unitMultiplier, nature } = structure;
    const text = (index: number) => (index < 0 ? "" : (cells[index] ?? ""));
    const prose = (index: number) => (sdmx && text(index).trim() === "#N/A" ? "" : text(index));
    const columns = header.years.length > 0 ? header.years : [{ index: valueAt, period: text(periodAt) }];
    const observations: Observation[] = [];
    for (const column of columns) {
      if (header.years.length > 0 && text(column.index).trim() === "") continue;
      const period = readPeriod(row, column.period, periodAt);
      if (period === null) continue;
      const key: Key = { series: series.code, area, period, dimensions };
      const read = readValue(row, column.index, key, structure, {
        unit,
        unitMultiplier,
        nature,
        numerator: numeratorAt < 0 ? null : readSide(row, numeratorAt, key),
        denominator: denominatorAt < 0 ? null : readSide(row, denominatorAt, key),
        ageScope: prose(scopeAt),
        source: prose(sourceAt),
        comment: prose(commentAt),
        line: row.line,
      });
      if (read) observations.push(read);
    }
    if (header.years.length > 0 && header.years.every((year) => text(year.index).trim() === "")) {
      fail(row, "no-figures", "OBS_VALUE", { series: series.code });
    }
    return observations;
  }

  return { read, area: () => submissionArea };
}

/** Written out field by field: every observation gets the same shape, which keeps a million of them quick. */
function observation(
  key: Key,
  value: number | null,
  status: string,
  base: Omit<Observation, "value" | "status" | keyof Key>,
): Observation {
  return {
    series: key.series,
    area: key.area,
    period: key.period,
    dimensions: key.dimensions,
    value,
    status,
    unit: base.unit,
    unitMultiplier: base.unitMultiplier,
    nature: base.nature,
    numerator: base.numerator,
    denominator: base.denominator,
    ageScope: base.ageScope,
    source: base.source,
    comment: base.comment,
    line: base.line,
  };
}

/** The structure of a row; most rows have the codes of the one before, and are spared the look-up. */
function structures(
  structureAt: readonly number[],
  codeAt: (cells: readonly string[], index: number) => string,
): (cells: readonly string[]) => Structure {
  const present = structureAt.filter((index) => index >= 0);
  let lastCells: readonly string[] = [];
  let last: Structure | null = null;
  return (cells) => {
    if (last && present.every((index) => cells[index] === lastCells[index])) return last;
    lastCells = cells;
    last = structureOf(structureAt.map((index) => codeAt(cells, index)));
    return last;
  };
}
