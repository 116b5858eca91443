import type { AcrossContext, IndicatorRule, Rule, RuleContext, RuleOutcome } from "../define.js";
import type { Observation } from "../types.js";

/** A rule that remembers what it asked for in vain whenever it could not be evaluated. */
export interface Watched {
  readonly rule: Rule;
  /** What was lacking, and in how many judgements. */
  readonly lacks: ReadonlyMap<string, number>;
}

/** Fields of an observation as the columns of a submission are called. */
const COLUMNS: ReadonlyMap<string, string> = new Map([
  ["value", "OBS_VALUE"],
  ["numerator", "NUMERATOR"],
  ["denominator", "DENOMINATOR"],
  ["ageScope", "AGE_SCOPE"],
  ["source", "SOURCE_DETAIL"],
]);

/** Watches a rule by what it reads: an empty cell, a denominator nobody imported, figures not accepted yet. */
export function watched(rule: Rule): Watched {
  const lacks = new Map<string, number>();
  const nothingElse = rule.over === "observation" ? "what it is about" : "another figure to compare with";
  const judge = (observations: readonly Observation[], context: RuleContext): RuleOutcome => {
    const missed = new Set<string>();
    const figures = observations.map((one) => watchedFigure(one, missed));
    const outcome = (rule as IndicatorRule).judge(figures, watchedContext(context, missed));
    if (outcome === "not-evaluable") {
      if (missed.size === 0) missed.add(nothingElse);
      for (const one of missed) lacks.set(one, (lacks.get(one) ?? 0) + 1);
    }
    return outcome;
  };
  return { rule: { ...rule, judge } as Rule, lacks };
}

function watchedFigure(observation: Observation, missed: Set<string>): Observation {
  return new Proxy(observation, {
    get(target, field: keyof Observation) {
      const value = target[field];
      const column = COLUMNS.get(field);
      if (column && (value === null || value === "")) missed.add(column);
      return value;
    },
  });
}

function watchedContext<T extends AcrossContext>(context: T, missed: Set<string>): T {
  const noted = <V>(value: V, isEmpty: boolean, name: string): V => {
    if (isEmpty) missed.add(name);
    return value;
  };
  return {
    ...context,
    reference(denominator, area, period, dimensions) {
      const value = context.reference(denominator, area, period, dimensions);
      return noted(value, value === undefined, `reference values of ${denominator}`);
    },
    previous(series, area, dimensions) {
      const value = context.previous(series, area, dimensions);
      return noted(value, value.size === 0, "figures accepted before");
    },
    peers(series, dimensions, from, to) {
      // How many are enough only the rule knows; it asks them when it needs them.
      return noted(context.peers(series, dimensions, from, to), true, "figures of enough other countries");
    },
  };
}
