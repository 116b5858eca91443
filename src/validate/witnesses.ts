import { exampleLines, type Line } from "../../indicators/templates.js";
import type { Indicator, Series } from "../define.js";
import { dimensionsOf } from "../keys.js";
import type { Observation } from "../types.js";

/** Figures of one country and year that show that rules can be kept all at once. */
export interface Witness {
  readonly name: string;
  readonly observations: readonly Observation[];
}

const YEAR = 2024;
/** Switzerland, as in the templates. */
const AREA = 756;
/** What stands for the greatest value of a series that has none. */
const OPEN_END = 1000;
const STEPS = 20;

/** The template's example, and the total of every series at twentieths of its range. */
export function witnessesOf(indicator: Indicator): Witness[] {
  const example = exampleLines(indicator).map((line, i) => fromLine(line, i + 2));
  const steps = Array.from({ length: STEPS + 1 }, (_, i) => ({
    name: `totals at ${(100 * i) / STEPS} % of their range`,
    observations: indicator.series.map((series, line) => atShare(series, i / STEPS, line + 2)),
  }));
  return [{ name: "the template's example", observations: example }, ...steps];
}

function fromLine(cells: Line, line: number): Observation {
  const text = (column: keyof Line) => String(cells[column] ?? "");
  const number = (column: keyof Line) => (cells[column] === undefined ? null : Number(cells[column]));
  return {
    ...blank(text("SERIES"), text("UNIT_MEASURE"), line),
    dimensions: dimensionsOf(cells as Readonly<Record<string, string>>),
    value: number("OBS_VALUE"),
    numerator: number("NUMERATOR"),
    denominator: number("DENOMINATOR"),
    ageScope: text("AGE_SCOPE"),
  };
}

function atShare(
  { code, unit, minimum, maximum, integer }: Series,
  share: number,
  line: number,
): Observation {
  const value = minimum + share * ((maximum ?? OPEN_END) - minimum);
  return { ...blank(code, unit, line), value: integer ? Math.round(value) : value };
}

function blank(series: string, unit: string, line: number): Observation {
  return {
    ...{ series, area: AREA, period: YEAR, dimensions: dimensionsOf({}) },
    ...{ value: null, unit, unitMultiplier: 0, status: "A", nature: "C" },
    ...{ numerator: null, denominator: null, ageScope: "", source: "", comment: "", line },
  };
}
