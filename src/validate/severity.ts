import type { Level, Severity } from "../types.js";
import { findRule } from "./registry.js";

/** Severity of the findings of a rule, by its id; a rule that is no longer there counts as an error. */
export function severityOf(rule: string): Severity {
  return findRule(rule)?.severity ?? "error";
}

/** Eurostat's validation level of a rule, by its id; 1, the data set itself, where the rule is no longer there. */
export function levelOf(rule: string): Level {
  return findRule(rule)?.level ?? 1;
}
