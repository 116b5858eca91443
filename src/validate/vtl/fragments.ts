/** Pieces of VTL that the checks of several rules are made of. */
import type { Indicator, Series } from "../../define.js";
import { DIMENSIONS, type DimensionId } from "../../types.js";
import { HISTORY } from "./datasets.js";

/** A number as a VTL constant, which has no exponent: 1e-9 is 0.000000001. */
export function constant(value: number): string {
  const [, digits = "0", exponent = "0"] = /^(.*?)(?:e-(\d+))?$/.exec(String(value)) ?? [];
  if (exponent === "0") return digits;
  return value.toFixed((digits.split(".")[1] ?? "").length + Number(exponent));
}

/** A set of strings: `{"F", "M"}`. */
export function set(codes: readonly string[]): string {
  return `{${codes.map((code) => `"${code}"`).join(", ")}}`;
}

export function seriesIn(codes: readonly string[]): string {
  return `SERIES in ${set(codes)}`;
}

/** Every series of the indicators that `chosen` takes. */
export function codesOf(
  indicators: readonly Indicator[],
  chosen: (series: Series, indicator: Indicator) => boolean = () => true,
): string[] {
  return indicators.flatMap((indicator) =>
    indicator.series.filter((series) => chosen(series, indicator)).map(({ code }) => code),
  );
}

/** The end of a dataset's name for an indicator: 9.c.1 gives 9_C_1. */
export function suffix(text: string): string {
  return text.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_");
}

/** A difference within at least one of several tolerances, either way. */
export function withinAny(difference: string, tolerances: readonly string[]): string {
  return tolerances.map((tolerance) => `abs(${difference}) <= ${tolerance}`).join(" or ");
}

/** The component's value one data point earlier in its history. */
export function earlier(component: string): string {
  return `lag(${component}, 1 over (partition by ${HISTORY.join(", ")} order by TIME_PERIOD))`;
}

/** AGES: figures of all ages with STATED, 1 where the age scope is stated, and whether it ever is in their history. */
export function agesStated(series: readonly string[]): string {
  return `AGES := FIGURES[filter ${seriesIn(series)} and AGE = "_T"]\n  [calc measure STATED := if nvl(AGE_SCOPE, "") = "" then 0 else 1]\n  [calc measure EVER_STATED := max(STATED over (partition by ${HISTORY.join(", ")}))]`;
}

/** A dataset without one code of a dimension, its measures named after that code. */
export function only(
  dataset: string,
  dimension: DimensionId,
  code: string,
  measures: readonly string[],
): string {
  const renamed =
    code === "_T" ? "" : `[rename ${measures.map((one) => `${one} to ${one}_${code}`).join(", ")}]`;
  return `${dataset}[sub ${dimension} = "${code}"][keep ${measures.join(", ")}]${renamed}`;
}

/** A condition that every dimension but one is the total. */
export function totalsBut(dimension: DimensionId): string {
  return DIMENSIONS.filter((id) => id !== dimension)
    .map((id) => `${id} = "_T"`)
    .join(" and ");
}
