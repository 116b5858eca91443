import type { DryFinding, DryRun } from "../run/dry-run.js";
import type { Environment } from "../run/environment.js";
import type { RuleReview } from "../run/review.js";
import type { Language, RuleCount } from "../types.js";
import { columns, findingText, thousands } from "./print.js";

const COUNT_HEADS = ["rule", "passed", "failed", "not evaluable"];

const countRow = ({ rule, pass, fail, notEvaluable }: RuleCount) => [rule, pass, fail, notEvaluable];

/** A dry run on a screen: outcomes by rule, what would change, and the first findings. */
export function dryRunText(
  { vintage, figures, counts, findings, fresh, gone }: DryRun,
  limit: number,
  language: Language,
  environment: Pick<Environment, "areas">,
): string {
  const shown = (list: readonly (DryFinding | DryRun["gone"][number])[]) =>
    list.slice(0, limit).map((one) => findingText(one, language, environment, one.filename));
  return [
    `${thousands(figures)} figures in force at vintage ${vintage.id} (${vintage.asOf}), judged as one file a country. Nothing was written.`,
    "",
    columns(COUNT_HEADS, counts.map(countRow)),
    "",
    `Findings: ${findings.length}; ${fresh.length} of them not in the store; ${gone.length} of the store would not be made again.`,
    ...section("Not in the store:", shown(fresh), fresh.length),
    ...section("Would not be made again:", shown(gone), gone.length),
  ].join("\n");
}

function section(title: string, lines: readonly string[], of: number): string[] {
  if (of === 0) return [];
  const more = of - lines.length;
  return ["", title, ...lines, ...(more > 0 ? [`… and ${more} more; --limit ${of} shows all`] : [])];
}

/** A review of the rules on a screen; what needs no look is said in a word. */
export function reviewText(found: RuleReview): string {
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ["Apply to no indicator", found.appliesToNoIndicator],
    [
      "Contradictory: no example keeps all error rules",
      found.contradictions.flatMap(({ indicator, witnesses }) => [
        indicator,
        ...witnesses.map(({ name, failed }) => `  ${name}: ${failed.join(", ")}`),
      ]),
    ],
    [
      "Redundant: they fail on the same figures",
      found.redundant.map(
        ({ rules: [a, b], jaccard, keys }) =>
          `${a} and ${b}: ${(100 * jaccard).toFixed(0)} % of ${keys} figures`,
      ),
    ],
    ["Always fire", found.alwaysFires.map(({ rule, fail }) => `${rule}: ${fail} times`)],
    ["Never fired", found.neverFired.map(({ rule, pass }) => `${rule}: passed ${pass} times`)],
    [
      "Never evaluable",
      found.neverEvaluable.map(({ rule, lacks }) => `${rule}: lacks ${lacks.join(", ") || "figures"}`),
    ],
    ["Never met with figures", found.neverMet],
  ];
  return parts
    .map(([title, lines]) =>
      [`${title}: ${lines.length === 0 ? "none" : ""}`.trimEnd(), ...lines.map((line) => `  ${line}`)].join(
        "\n",
      ),
    )
    .join("\n");
}
