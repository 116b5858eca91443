/** A filled example of each questionnaire, for a country to write its own figures over. */
import { stringify } from "csv-stringify/sync";
import type { Indicator, Questionnaire, Series } from "../src/define.js";
import { DIMENSIONS, type DimensionId, type Dimensions } from "../src/types.js";
import {
  EXAMPLE_BREAKDOWNS,
  EXAMPLE_PARTS,
  EXAMPLE_POPULATION,
  EXAMPLE_POPULATION_15_AND_OVER,
  EXAMPLE_SKILLS,
  EXAMPLE_TOTALS,
} from "./examples.js";
import { indicators } from "./index.js";
import { SUBMISSION_COLUMNS } from "./schema.js";

export type Line = Readonly<Partial<Record<(typeof SUBMISSION_COLUMNS)[number], string | number>>>;

/** One figure of the example; `people` is how many the figure is about, where that has been counted. */
interface Figure {
  readonly dimensions: Dimensions;
  readonly value: number;
  readonly people: number | null;
}

/**
 * Canonical CSV with one line for each series and breakdown of the questionnaire, for Switzerland in 2024
 * with invented figures. Comma, UTF-8 without BOM, `\n`; the first line holds the canonical columns.
 */
export function template(questionnaire: Questionnaire): string {
  const lines = indicators
    .filter((indicator) => indicator.questionnaire === questionnaire)
    .flatMap(exampleLines);
  return stringify(lines, { header: true, columns: [...SUBMISSION_COLUMNS] });
}

/** The example of one indicator: figures that agree with one another, by column. */
export function exampleLines(indicator: Indicator): Line[] {
  return indicator.series.flatMap((series) =>
    figures(indicator, series).map((figure) => line(indicator, series, figure)),
  );
}

function figures(indicator: Indicator, series: Series): Figure[] {
  const total = {
    dimensions: {},
    value: EXAMPLE_TOTALS.get(series.code) ?? 0,
    people: countedPeople(indicator, series),
  };
  const skills = (series.dimensions.COMPOSITE_BREAKDOWN ?? []).filter((code) => EXAMPLE_SKILLS.has(code));
  // A figure "of ICT skills" in general does not exist (4.4.1): every line is about one skill.
  if (skills.length > 0) {
    return skills.flatMap((skill) => withBreakdowns(series, skillTotal(total, skill)));
  }
  return withBreakdowns(series, total);
}

function skillTotal(total: Figure, skill: string): Figure {
  return { ...total, dimensions: { COMPOSITE_BREAKDOWN: skill }, value: EXAMPLE_SKILLS.get(skill) ?? 0 };
}

function countedPeople(indicator: Indicator, series: Series): number | null {
  if (indicator.survey) return EXAMPLE_POPULATION_15_AND_OVER;
  return series.unit === "PER_100_POP" ? EXAMPLE_POPULATION : null;
}

function withBreakdowns(series: Series, total: Figure): Figure[] {
  const parts = DIMENSIONS.flatMap((dimension) =>
    (series.dimensions[dimension] ?? []).flatMap((code) => part(series, total, dimension, code) ?? []),
  );
  return [total, ...parts];
}

/** The figure of one code beside the total, or null where the example has no such group. */
function part(series: Series, total: Figure, dimension: DimensionId, code: string): Figure | null {
  const dimensions = { ...total.dimensions, [dimension]: code };
  const piece = EXAMPLE_PARTS.get(code);
  if (piece !== undefined)
    return { dimensions, value: rounded(series, total.value * piece), people: total.people };
  const group = EXAMPLE_BREAKDOWNS.get(code);
  if (group === undefined) return null;
  const people = total.people === null ? null : Math.round(total.people * group.share);
  return { dimensions, value: rounded(series, total.value * group.level), people };
}

function rounded(series: Series, value: number): number {
  return Number(value.toFixed(series.decimals));
}

function line(indicator: Indicator, series: Series, { dimensions, value, people }: Figure): Line {
  const count = people === null ? {} : { NUMERATOR: Math.round((value * people) / 100), DENOMINATOR: people };
  return {
    SERIES: series.code,
    REF_AREA: "CHE",
    TIME_PERIOD: 2024,
    ...Object.fromEntries(DIMENSIONS.map((id) => [id, dimensions[id] ?? "_T"])),
    OBS_VALUE: value,
    UNIT_MEASURE: series.unit,
    UNIT_MULT: 0,
    OBS_STATUS: "A",
    ...count,
    ...(indicator.survey ? { AGE_SCOPE: "15+" } : {}),
    SOURCE_DETAIL: "Example, replace with your source",
  };
}
