import type { RuleScope } from "../define.js";
import type { Observation } from "../types.js";
import { without } from "./without.js";

/** What rules look at in one go, group by group. */
export type Groups = readonly (readonly Observation[])[];

/** The groups of each scope, made once and only when a rule asks. */
export function groupings(observations: readonly Observation[]): (scope: RuleScope) => Groups {
  const made = new Map<RuleScope, Groups>();
  return (scope) => {
    const groups = made.get(scope) ?? group(observations, scope);
    made.set(scope, groups);
    return groups;
  };
}

function group(observations: readonly Observation[], scope: RuleScope): Groups {
  switch (scope) {
    case "observation":
      return observations.map((observation) => [observation]);
    case "slice":
      return [observations];
    case "breakdowns":
      return groupBy(
        observations,
        (o) => o.series,
        (o) => o.period,
      );
    case "siblings":
      return groupBy(
        observations,
        (o) => o.dimensions,
        (o) => o.period,
      );
    case "history":
      return groupBy(
        observations,
        (o) => o.series,
        (o) => o.dimensions,
      ).map(byPeriod);
    case "key":
      return groupBy(
        observations,
        (o) => o.series,
        (o) => o.dimensions,
      ).flatMap((history) =>
        groupBy(
          history,
          (o) => o.period,
          () => 0,
        ),
      );
  }
}

/** Figures of one year and the same people, schools or enterprises, whichever COMPOSITE_BREAKDOWN they have. */
export function people(observations: readonly Observation[]): Groups {
  return groupBy(
    observations,
    (o) => without(o.dimensions, "COMPOSITE_BREAKDOWN"),
    (o) => o.period,
  );
}

/** Breakdowns are shared objects (see keys.ts), so identity is equality. */
function groupBy<A, B>(
  observations: readonly Observation[],
  first: (o: Observation) => A,
  second: (o: Observation) => B,
): Observation[][] {
  const groups: Observation[][] = [];
  const outer = new Map<A, Map<B, Observation[]>>();
  for (const observation of observations) {
    const a = first(observation);
    const inner = outer.get(a) ?? new Map<B, Observation[]>();
    if (inner.size === 0) outer.set(a, inner);
    const b = second(observation);
    const known = inner.get(b);
    if (known) known.push(observation);
    else {
      const fresh = [observation];
      inner.set(b, fresh);
      groups.push(fresh);
    }
  }
  return groups;
}

function byPeriod(history: Observation[]): Observation[] {
  return history.sort((a, b) => a.period - b.period || a.line - b.line);
}
