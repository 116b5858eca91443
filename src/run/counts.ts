import type { RuleCount } from "../types.js";
import type { Tally } from "../validate/engine.js";

/** Outcomes of rules summed over judgements, by rule in order of id. */
export function countsOf(tallies: Iterable<ReadonlyMap<string, Tally>>): RuleCount[] {
  const sums = new Map<string, RuleCount>();
  for (const tally of tallies) {
    for (const [rule, { pass, fail, notEvaluable }] of tally) {
      const sum = sums.get(rule) ?? { rule, pass: 0, fail: 0, notEvaluable: 0 };
      sums.set(rule, {
        rule,
        pass: sum.pass + pass,
        fail: sum.fail + fail,
        notEvaluable: sum.notEvaluable + notEvaluable,
      });
    }
  }
  return [...sums.values()].sort((a, b) => (a.rule < b.rule ? -1 : 1));
}
