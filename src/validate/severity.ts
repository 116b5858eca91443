import type { Severity } from "../types.js";
import { rules } from "./rules/index.js";

/** Notes among the findings made while reading; all others there are errors. */
const NOTES = new Set(["footnote-mark", "no-figures"]);

const BY_RULE = new Map(rules.map((rule) => [rule.id, rule.severity]));

/** Severity of the findings of a rule, by its id. */
export function severityOf(rule: string): Severity {
  return BY_RULE.get(rule) ?? (NOTES.has(rule) ? "info" : "error");
}
