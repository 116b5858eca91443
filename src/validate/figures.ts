import type { DecimalMark } from "../intake/dialect.js";
import { type Reading, readNumber } from "../intake/number.js";
import { type Key, MISSING_STATUSES, type Observation, type Row } from "../types.js";
import type { Cells, Fail } from "./cells.js";
import type { Structure } from "./structure.js";

/** A figure and the status that goes with it: a null value has one that says why. */
export type Figure = Pick<Observation, "value" | "status">;

/** Reads the figures of a row. Whatever is not read as it stands is a finding. */
export interface Figures {
  /** The value; null when a finding says that it cannot be read. */
  value(row: Row, index: number, key: Key, structure: Structure): Figure | null;
  /** A figure beside the value; what cannot be read is a finding and the figure is left out. */
  side(row: Row, column: "NUMERATOR" | "DENOMINATOR", key: Key): number | null;
}

export function createFigures(cells: Cells, decimal: DecimalMark | null, fail: Fail): Figures {
  const doubt = createDoubt(fail);
  return {
    value(row, index, key, structure) {
      const text = cells.text(row, index);
      const reading = figureIn(row, index, text, decimal);
      if (typeof reading === "number") return { value: reading, status: structure.status };
      if (reading.kind === "missing") return missing(row, reading.status, key, structure, cells, fail);
      const percent = reading.kind === "noted" && reading.note === "%";
      if (percent && isShare(structure.unit)) return { value: reading.value, status: structure.status };
      if (percent) {
        fail(row, "unit-in-cell", index, { value: text.trim(), expected: structure.unit }, key);
        return null;
      }
      doubt(row, index, text, reading, key);
      return reading.kind === "noted" ? { value: reading.value, status: structure.status } : null;
    },
    side(row, column, key) {
      const index = cells.at(column);
      const text = cells.text(row, index);
      if (text === "") return null;
      const reading = figureIn(row, index, text, decimal);
      if (typeof reading === "number") return reading;
      if (reading.kind === "missing") return null;
      doubt(row, index, text, reading, key);
      return reading.kind === "noted" ? reading.value : null;
    },
  };
}

/** What stands in a cell. What a workbook holds as a number is read already, whatever the decimal mark. */
function figureIn(row: Row, index: number, text: string, decimal: DecimalMark | null): number | Reading {
  const number = row.numbers?.[index];
  if (number === undefined) return readNumber(text, decimal);
  if (Number.isNaN(number)) return { kind: "not-a-number" };
  return text.endsWith("%") ? { kind: "noted", value: number, note: "%" } : number;
}

/** Units a percent sign after the figure says again. */
const isShare = (unit: string): boolean => unit.startsWith("PT") || unit === "PER_100_POP";

/**
 * No value: the status says why where it can, else the sign in the cell does; another status is set aside. A
 * stands for every line whose status is empty, so that only one that was written is asked about.
 */
function missing(row: Row, sign: string, key: Key, { status }: Structure, cells: Cells, fail: Fail): Figure {
  if (MISSING_STATUSES.has(status)) return { value: null, status };
  if (status === "A" && cells.code(row, cells.at("OBS_STATUS")).trim() !== "")
    fail(row, "value-missing", "OBS_VALUE", {}, key);
  if (status !== "A") fail(row, "status-without-value", "OBS_STATUS", { status, used: sign }, key);
  return { value: null, status: sign };
}

/** Reports what makes a cell doubtful: two readings, a mark beside the number, or no number at all. */
function createDoubt(fail: Fail) {
  return (row: Row, column: number, text: string, reading: Reading, key: Key): void => {
    const value = text.trim();
    if (reading.kind === "ambiguous") {
      const [decimal = 0, grouped = 0] = reading.readings;
      fail(row, "ambiguous-number", column, { value, decimal, grouped }, key);
    } else if (reading.kind === "noted") {
      fail(row, "footnote-mark", column, { value, number: reading.value, note: reading.note }, key);
    } else fail(row, "not-a-number", column, { value }, key);
  };
}
