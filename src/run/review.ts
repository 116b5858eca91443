import { indicators } from "../../indicators/index.js";
import type { Rule } from "../define.js";
import { compareText, keyId } from "../keys.js";
import type { RuleCount } from "../types.js";
import { type Contradiction, contradictions } from "../validate/contradictions.js";
import { witnessesOf } from "../validate/witnesses.js";
import { dryRun } from "./dry-run.js";
import type { Environment } from "./environment.js";
import { watched } from "./lacks.js";

/** Two rules whose findings are nearly the same. */
export interface Redundancy {
  readonly rules: readonly [string, string];
  /** Keys that both found fault with, over those that at least one did. */
  readonly jaccard: number;
  readonly keys: number;
}

/** What deserves a look about rules, from their definitions and from what they found so far. */
export interface RuleReview {
  readonly appliesToNoIndicator: readonly string[];
  readonly contradictions: readonly Contradiction[];
  /** Evaluated, and never failed. */
  readonly neverFired: readonly RuleCount[];
  /** Evaluated, and never passed. */
  readonly alwaysFires: readonly RuleCount[];
  /** Met with figures and never evaluable, with what was lacking. */
  readonly neverEvaluable: readonly { readonly rule: string; readonly lacks: readonly string[] }[];
  /** No figures came that they are about. */
  readonly neverMet: readonly string[];
  readonly redundant: readonly Redundancy[];
}

/** Fewer findings than this are no ground to call two rules the same. */
const FEWEST = 5;
const SAME = 0.95;

/** Reviews rules against everything that has been taken into a store. */
export function review(environment: Environment, rules: readonly Rule[]): RuleReview {
  const counts = new Map(environment.store.ruleCounts().map((count) => [count.rule, count]));
  const counted = rules.flatMap(({ id }) => counts.get(id) ?? []);
  const idle = counted.filter(({ pass, fail }) => pass + fail === 0);
  return {
    appliesToNoIndicator: rules.filter((rule) => !indicators.some(rule.applies)).map(({ id }) => id),
    contradictions: contradictions(rules, indicators, witnessesOf),
    neverFired: counted.filter(({ pass, fail }) => pass > 0 && fail === 0),
    alwaysFires: counted.filter(({ pass, fail }) => pass === 0 && fail > 0),
    neverEvaluable: lacksOf(
      environment,
      rules.filter(({ id }) => idle.some(({ rule }) => rule === id)),
    ),
    neverMet: rules.filter(({ id }) => !counts.has(id)).map(({ id }) => id),
    redundant: redundancies(failedKeys(environment, rules)),
  };
}

/** What the rules asked for in vain, most often first, when judging what the store holds now. */
function lacksOf(environment: Environment, rules: readonly Rule[]): RuleReview["neverEvaluable"] {
  if (rules.length === 0) return [];
  const observed = rules.map(watched);
  dryRun(environment, { rules: observed.map(({ rule }) => rule) });
  return observed.map(({ rule, lacks }) => ({
    rule: rule.id,
    lacks: [...lacks].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0])).map(([name]) => name),
  }));
}

/** By rule, the figures of submissions that it found fault with. */
function failedKeys({ store }: Environment, rules: readonly Rule[]): Map<string, Set<string>> {
  const keys = new Map<string, Set<string>>(rules.map(({ id }) => [id, new Set()]));
  for (const { rule, submission, key } of store.findings()) {
    if (key === null) continue;
    keys.get(rule)?.add(`${submission} ${keyId(key)}`);
  }
  return keys;
}

/** Pairs of rules, each with at least five findings, of whose keys 95 in 100 are the same. */
export function redundancies(keys: ReadonlyMap<string, ReadonlySet<string>>): Redundancy[] {
  const often = [...keys].filter(([, found]) => found.size >= FEWEST);
  return often.flatMap(([a, ofA], i) =>
    often.slice(i + 1).flatMap(([b, ofB]) => {
      const both = [...ofA].filter((key) => ofB.has(key)).length;
      const either = ofA.size + ofB.size - both;
      return both / either >= SAME ? [{ rules: [a, b] as const, jaccard: both / either, keys: either }] : [];
    }),
  );
}
