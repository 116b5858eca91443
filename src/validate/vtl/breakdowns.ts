import type { DenominatorId, Indicator, VtlCheck } from "../../define.js";
import type { DimensionId } from "../../types.js";
import { codesOf, constant, only, seriesIn } from "./fragments.js";

/** Breakdowns whose codes cover everybody between them, with these codes. */
type CompleteBreakdowns = Readonly<Partial<Record<DimensionId, readonly string[]>>>;

const listed = (breakdowns: CompleteBreakdowns) =>
  Object.entries(breakdowns) as [DimensionId, readonly string[]][];

/** A total of percentages within its parts, give or take twice the coarsest rounding. */
export function totalChecks(breakdowns: CompleteBreakdowns): VtlCheck[] {
  return listed(breakdowns).map(([dimension, codes]) => {
    const name = `TOTAL_BY_${dimension}`;
    const joined = ["_T", ...codes].map(
      (code) => `${only("PERCENTAGE_FIGURES", dimension, code, ["FIGURE", "SLACK"])} as ${partName(code)}`,
    );
    const figures = codes.map((code) => `FIGURE_${code}`);
    const slacks = ["SLACK", ...codes.map((code) => `SLACK_${code}`)];
    return {
      steps: [
        'PERCENTAGE_FIGURES := FIGURES[filter UNIT_MEASURE = "PT"]',
        `${name} := inner_join(${joined.join(",\n    ")}\n  calc identifier ${dimension} := "_T")`,
      ],
      over: name,
      variables: ["FIGURE", ...figures, ...slacks],
      conditions: [slacks.map((slack) => between(figures, `2 * ${slack}`)).join("\n    or ")],
    };
  });
}

/** FIGURE is not below all the others and not above all of them. */
function between(others: readonly string[], slack: string): string {
  const above = others.map((other) => `FIGURE >= ${other} - ${slack}`).join(" or ");
  const below = others.map((other) => `FIGURE <= ${other} + ${slack}`).join(" or ");
  return `((${above}) and (${below}))`;
}

/** A total of percentages against the mean of its parts, weighted by the reference population of each. */
export function weightedChecks(
  indicators: readonly Indicator[],
  breakdowns: CompleteBreakdowns,
  tolerance: number,
): VtlCheck[] {
  const bases = new Set(indicators.flatMap(({ denominator }) => denominator ?? []));
  return [...bases].flatMap((base) =>
    listed(breakdowns).flatMap(([dimension, codes]) => {
      const series = codesOf(
        indicators,
        ({ unit, dimensions }, { denominator }) =>
          unit === "PT" &&
          denominator === base &&
          codes.every((code) => dimensions[dimension]?.includes(code)),
      );
      return series.length > 0 ? [weightedCheck(base, dimension, codes, series, tolerance)] : [];
    }),
  );
}

function weightedCheck(
  base: DenominatorId,
  dimension: DimensionId,
  codes: readonly string[],
  series: readonly string[],
  tolerance: number,
): VtlCheck {
  const name = `MEAN_${base}_BY_${dimension}`;
  const parts = codes.map(
    (code) => `${only(`${name}_WEIGHTED`, dimension, code, ["PRODUCT", "REF_VALUE"])} as ${partName(code)}`,
  );
  const sum = (component: string) => codes.map((code) => `${component}_${code}`).join(" + ");
  return {
    steps: [
      `${name}_FIGURES := FIGURES[filter ${seriesIn(series)}][keep FIGURE, SLACK]`,
      `${name}_WEIGHTED := inner_join(${name}_FIGURES as figures,\n    DS_REF[sub REFERENCE = "${base}"] as base\n  calc measure PRODUCT := FIGURE * REF_VALUE)`,
      `${name} := inner_join(${only(`${name}_FIGURES`, dimension, "_T", ["FIGURE", "SLACK"])} as whole,\n    ${parts.join(",\n    ")}\n  filter ${sum("REF_VALUE")} > 0\n  calc identifier ${dimension} := "_T", measure EXPECTED := (${sum("PRODUCT")}) / (${sum("REF_VALUE")}))`,
    ],
    over: name,
    variables: ["FIGURE", "SLACK", "EXPECTED"],
    conditions: [`abs(FIGURE - EXPECTED) <= ${constant(tolerance)} + SLACK`],
  };
}

/** The alias of a part within a join; a name cannot begin with an underscore. */
function partName(code: string): string {
  return code === "_T" ? "whole" : `part_${code}`;
}
