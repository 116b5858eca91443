import type { Finding, Key } from "../types.js";
import type { Standings } from "./standings.js";

/** What a figure is compared with to see how far it moves a group, and where that comes from. */
export interface Expected {
  /** In the series' unit; null where nothing is expected. */
  readonly value: number | null;
  readonly from: "rule" | "earlier figure" | "earlier year" | "nothing";
}

/** The figure that was in force for a key before a vintage, in the series' unit; undefined where there was none. */
export type EarlierFigure = (key: Key, vintage: number) => number | undefined;

/** A figure is carried on for so many years; what is older says little (own choice, the window of `own-trend`). */
const CARRIED_YEARS = 5;

/**
 * What was expected in place of a figure, the first that there is of: what the rule itself expected; what was
 * accepted for the same key before, when the figure is a revision; what was accepted for the latest of the five
 * years before, carried on; nothing. The estimate that would be made with the figure hidden is not asked for: an
 * estimation for each finding would take hours.
 */
export function expectedOf(
  finding: Finding & { readonly vintage: number },
  key: Key,
  accepted: Standings["accepted"],
  earlier: EarlierFigure,
): Expected {
  const byRule = expectedByRule(finding);
  if (byRule !== undefined) return { value: byRule, from: "rule" };
  const before = earlier(key, finding.vintage);
  if (before !== undefined) return { value: before, from: "earlier figure" };
  for (let years = 1; years <= CARRIED_YEARS; years++) {
    const value = accepted({ ...key, period: key.period - years });
    if (value !== undefined) return { value, from: "earlier year" };
  }
  return { value: null, from: "nothing" };
}

/**
 * The parameter in which a rule says what it expected of this very figure. A rule whose parameter is called
 * `expected` needs no line here; of a bound, the figure is expected to keep to it.
 * Where parts fall short of a total nothing is expected of the total: a part may be missing.
 */
const NAMED: Readonly<Record<string, (finding: Finding) => unknown>> = {
  "sudden-change": ({ params }) => params.before,
  "coverage-falls": ({ params }) => params.before,
  "unexplained-revision": ({ params }) => params.before,
  "partition-total": ({ params }) => params.sum,
  "total-midway": ({ params }) => params.middle,
  "sexes-turned": ({ params }) => params.men,
  // The same parameters stand with both figures: the narrower was to be at most the wider, and the other way round.
  "nested-coverage": ({ key, params }) => (key?.series === params.narrower ? params.most : params.value),
  "total-between-parts": ({ value, params }) =>
    typeof params.low === "number" && value !== null && value < params.low ? params.low : params.high,
};

function expectedByRule(finding: Finding): number | undefined {
  const value = NAMED[finding.rule]?.(finding) ?? finding.params.expected;
  return typeof value === "number" ? value : undefined;
}
