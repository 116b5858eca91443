import { indicators } from "../../indicators/index.js";
import type { Rule, VtlCheck } from "../define.js";
import { outline } from "../i18n/text.js";
import type { Language, Level, Severity } from "../types.js";
import type { ReadingRule } from "../validate/reading-rules.js";
import { judgesFigures } from "../validate/registry.js";

/** Everything there is to know about a rule, in one language where it is for people. */
export interface RuleFacts {
  readonly id: string;
  readonly title: string;
  readonly level: Level;
  readonly severity: Severity;
  /** Null for a check made while a file is read. */
  readonly version: number | null;
  readonly scope: string;
  readonly source: string;
  /** Number of the consistency rule in the source, such as R05; null where it names none. */
  readonly number: string | null;
  readonly problem: string;
  readonly remedy: string;
  readonly parameters: Readonly<Record<string, number>>;
  /** Ids of the indicators it applies to; null for a check made while a file is read. */
  readonly indicators: readonly string[] | null;
  readonly vtl: { readonly checks: readonly VtlCheck[] } | { readonly reason: string };
}

/** Di Zio et al., Methodology for data validation 1.0, 2016 (Eurostat's validation levels). */
export const LEVELS: Readonly<Record<Level, string>> = {
  0: "format and structure of the file",
  1: "within one data set: cells, records, totals",
  2: "against other periods and files of the same provider",
  3: "against other providers",
  4: "against other domains of the same organisation",
  5: "against data of other organisations",
};

const HELD_BACK = "the figure is held back until it is corrected";
/** What an error means for a check made while a file is read, by what it is about. */
const HELD: Readonly<Record<string, string>> = {
  file: "the file is refused",
  cell: "the line or figure is not used until it is corrected",
};

const SEVERITIES: Readonly<Record<Exclude<Severity, "error">, string>> = {
  warning: "to be explained or corrected",
  info: "asks for nothing",
};

const SCOPES: Readonly<Record<Rule["over"], string>> = {
  observation: "one figure",
  breakdowns: "one series and year, across breakdowns",
  siblings: "one year and breakdown, across series",
  history: "one series and breakdown, across years",
  key: "the figures of one key",
  slice: "all figures of one indicator",
};

/** Why a check made while reading is not in VTL: by level. */
const BEFORE_VTL = {
  0: "VTL begins with data sets, and this is about the file.",
  1: "What breaks the structure or the code lists of a data set cannot get into a VTL data set.",
} as const;

export function ruleFacts(rule: ReadingRule | Rule, language: Language): RuleFacts {
  const judging = judgesFigures(rule) ? rule : null;
  const applied = judging && indicators.filter((indicator) => judging.applies(indicator));
  const words = (part: string) => outline("findings", language, `${rule.id}.${part}`);
  return {
    ...{ id: rule.id, title: words("title"), problem: words("problem"), remedy: words("remedy") },
    ...{ level: rule.level, severity: rule.severity, source: rule.source },
    version: judging?.version ?? null,
    scope: scopeOf(rule),
    number: /\((R\d+)\)/.exec(rule.source)?.[1] ?? null,
    parameters: judging?.parameters ?? {},
    indicators: applied?.map(({ id }) => id) ?? null,
    vtl: vtlOf(rule, applied ?? []),
  };
}

function scopeOf(rule: ReadingRule | Rule): string {
  if (!judgesFigures(rule)) return rule.about;
  return rule.across ? "across indicators" : rule.over;
}

function vtlOf(rule: ReadingRule | Rule, applied: Parameters<Rule["applies"]>[0][]): RuleFacts["vtl"] {
  if (!judgesFigures(rule)) return { reason: BEFORE_VTL[rule.level] };
  return "reason" in rule.vtl ? rule.vtl : { checks: rule.vtl.checks(applied) };
}

/** One rule on a screen. */
export function ruleText(facts: RuleFacts): string {
  const { id, title, level, severity, version, scope, parameters, vtl } = facts;
  const about = scope in SCOPES ? SCOPES[scope as Rule["over"]] : scope;
  const told: readonly (readonly [string, string])[] = [
    ["asks", facts.problem],
    ["remedy", facts.remedy],
    ["severity", `${severity}: ${severity === "error" ? (HELD[scope] ?? HELD_BACK) : SEVERITIES[severity]}`],
    ["level", `${level}: ${LEVELS[level]}`],
    ["looks at", about],
    ["source", facts.source],
    [
      "limits",
      Object.entries(parameters)
        .map(([name, value]) => `${value} ${name}`)
        .join("\n    "),
    ],
    ["version", version === null ? "" : String(version)],
    ["indicators", facts.indicators === null ? "" : facts.indicators.join(" ") || "none"],
    ["VTL 2.1", "reason" in vtl ? `no: ${vtl.reason}` : checksText(vtl.checks)],
  ];
  const lines = told.filter(([, text]) => text !== "").map(([head, text]) => `  ${head}\n    ${text}`);
  return [`${id}  ${title}`, ...lines].join("\n");
}

function checksText(checks: readonly VtlCheck[]): string {
  const all = checks.flatMap(({ steps = [], over, conditions }) => [
    ...steps,
    ...conditions.map((condition) => `${over}: ${condition}`),
  ]);
  return [...new Set(all)].join("\n").replaceAll("\n", "\n    ");
}
