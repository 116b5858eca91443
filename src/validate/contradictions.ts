import type { Indicator, Rule, RuleContext } from "../define.js";
import { judge } from "./engine.js";
import type { Witness } from "./witnesses.js";

/** An indicator for which nothing was found that keeps all error rules. */
export interface Contradiction {
  readonly indicator: string;
  readonly witnesses: readonly { readonly name: string; readonly failed: readonly string[] }[];
}

/**
 * Indicators whose error rules seem to contradict one another: every witness breaks at least one of them. One
 * witness that keeps them all proves that they do not; none proves nothing by itself, but has to be looked at.
 */
export function contradictions(
  rules: readonly Rule[],
  indicators: readonly Indicator[],
  witnessesOf: (indicator: Indicator) => readonly Witness[],
): Contradiction[] {
  const hard = rules.filter(({ severity }) => severity === "error");
  return indicators.flatMap((indicator) => {
    const witnesses = witnessesOf(indicator).map(({ name, observations }) => {
      const { findings } = judge({ indicator, observations }, hard, contextOf(indicator));
      return { name, failed: [...new Set(findings.map(({ rule }) => rule))] };
    });
    return witnesses.some(({ failed }) => failed.length === 0)
      ? []
      : [{ indicator: indicator.id, witnesses }];
  });
}

/** Nothing is known but the figures themselves. */
function contextOf(indicator: Indicator): RuleContext {
  const series = new Map(indicator.series.map((one) => [one.code, one]));
  return {
    indicator,
    series: (code) => series.get(code) as Indicator["series"][number],
    reference: () => undefined,
    previous: () => new Map(),
    peers: () => [],
    currentYear: Number.POSITIVE_INFINITY,
  };
}
