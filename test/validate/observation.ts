/** Observations and contexts for the tests of the rules: everything not named is in order. */
import { seriesByCode } from "../../indicators/index.js";
import type { Indicator, Rule, RuleContext, Series } from "../../src/define.js";
import { dimensionsOf } from "../../src/keys.js";
import type { Dimensions, Observation, Params } from "../../src/types.js";

const DEFAULTS: Observation = {
  series: "IT_USE_II99",
  area: 756,
  period: 2020,
  dimensions: dimensionsOf({}),
  value: 50,
  unit: "PT",
  unitMultiplier: 0,
  status: "A",
  nature: "C",
  numerator: null,
  denominator: null,
  ageScope: "16+",
  source: "",
  comment: "",
  line: 2,
};

/** An observation with these fields, in the unit of its series. */
export function observed(fields: Partial<Observation> = {}): Observation {
  const unit = seriesByCode.get(fields.series ?? DEFAULTS.series)?.series.unit ?? "";
  return { ...DEFAULTS, unit, ...fields, dimensions: dimensionsOf(fields.dimensions ?? {}) };
}

/** One observation a value, on lines 2, 3, 4 … and in the years from 2020 on. */
export function history(
  values: readonly (number | null)[],
  fields: Partial<Observation> = {},
): Observation[] {
  return values.map((value, i) => observed({ ...fields, value, period: 2020 + i, line: 2 + i }));
}

export function indicatorOf(series: string): Indicator {
  const found = seriesByCode.get(series);
  if (!found) throw new Error(`no series ${series}`);
  return found.indicator;
}

/** What rules may look up in 2024: nothing is known besides unless given. */
export function contextOf(series: string, given: Partial<RuleContext> = {}): RuleContext {
  return {
    indicator: indicatorOf(series),
    reference: () => undefined,
    previous: () => new Map(),
    peers: () => [],
    currentYear: 2024,
    series: (code) => seriesByCode.get(code)?.series as Series,
    ...given,
  };
}

/** What was accepted before: one figure of Switzerland, and nothing else. */
export function accepted(
  series: string,
  dimensions: Dimensions,
  period: number,
  value: number,
  ageScope = "",
): RuleContext["previous"] {
  return (code, area, breakdown) =>
    new Map(
      code === series && area === DEFAULTS.area && breakdown === dimensions
        ? [[period, { value, status: "A", ageScope }]]
        : [],
    );
}

/** How one judgement ends. */
export function outcome(
  rule: Rule,
  observations: readonly Observation[],
  context: RuleContext = contextOf(observations[0]?.series ?? DEFAULTS.series),
): "pass" | "fail" | "not-evaluable" {
  const judged = rule.judge(observations, context);
  return judged === "not-evaluable" ? judged : judged.length === 0 ? "pass" : "fail";
}

/** The failures of one judgement, each as its line, column and parameters. */
export function failures(
  rule: Rule,
  observations: readonly Observation[],
  context: RuleContext = contextOf(observations[0]?.series ?? DEFAULTS.series),
): { line: number; column: string; params: Params }[] {
  const judged = rule.judge(observations, context);
  if (judged === "not-evaluable") throw new Error("not evaluable");
  return judged.map(({ at, column, params }) => ({ line: at.line, column: column ?? "OBS_VALUE", params }));
}
