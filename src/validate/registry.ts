import type { Rule } from "../define.js";
import { type ReadingRule, readingRules } from "./reading-rules.js";
import { rules } from "./rules/index.js";

/** Every rule there is, in the order in which a file meets them. */
export const allRules: readonly (ReadingRule | Rule)[] = [...readingRules, ...rules];

const byId = new Map(allRules.map((rule) => [rule.id, rule]));

/** The rule of this id, undefined where there is none, or none any more. */
export function findRule(id: string): ReadingRule | Rule | undefined {
  return byId.get(id);
}

/** True for a rule that judges figures, false for one of those met while a file is read. */
export function judgesFigures(rule: ReadingRule | Rule): rule is Rule {
  return "judge" in rule;
}
