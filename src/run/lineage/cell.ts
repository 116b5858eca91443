import { findIndicator } from "../../../indicators/index.js";
import { dimensionsOf } from "../../keys.js";
import { type Cell, DIMENSIONS, type Key } from "../../types.js";
import type { ComparedLineage } from "./types.js";

/** One row of an exported table by column id; numbers may be text, as in CSV. */
export type RowCells = Readonly<Record<string, Cell | undefined>>;

/** What a row or a cell of a table asks about. */
export type Question =
  | { readonly measure: "value" | ComparedLineage["measure"]; readonly key: Key }
  /** How many figures a country reported for an indicator, in one year or in all. */
  | {
      readonly measure: "count";
      readonly area: number;
      readonly indicator: string;
      readonly period: number | null;
    };

const MEASURES: Readonly<Record<string, ComparedLineage["measure"]>> = { PARITY_SCORE: "parity", GAP: "gap" };
const WORLD = 1;

/**
 * The question that a row answers, told from its codes; null for a row without a figure, such as a heading or an
 * indicator nobody has reported. A row without an area is about the world.
 * @param column id of the cell; counts by year need it, others have one figure a row
 */
export function questionOf(row: RowCells, column?: string): Question | null {
  const { SERIES, TIME_PERIOD, INDICATOR } = row;
  const area = Number(row.GROUP ?? row.REF_AREA ?? WORLD);
  if (SERIES === undefined) return countOf(row, area, String(INDICATOR ?? ""), column);
  if (!SERIES || !TIME_PERIOD) return null;
  const measure = MEASURES[String(row.MEASURE)] ?? "value";
  const codes = DIMENSIONS.map((id) => [id, row[id] ? String(row[id]) : "_T"] as const);
  const asked = codes.filter(([id]) => measure === "value" || id !== "SEX");
  const dimensions = dimensionsOf(Object.fromEntries(asked));
  return { measure, key: { series: String(SERIES), area, period: Number(TIME_PERIOD), dimensions } };
}

function countOf(row: RowCells, area: number, indicator: string, column = "COUNT"): Question | null {
  if (row.COUNT === undefined || !findIndicator(indicator)) return null;
  return { measure: "count", area, indicator, period: column === "COUNT" ? null : Number(column) };
}
