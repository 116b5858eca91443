import type { Indicator, Rule, VtlCheck } from "../../define.js";
import { CURRENT_YEAR, DATASETS, PRELUDE, type VtlDataset } from "./datasets.js";

/** VTL leaves the meaning of an error level to those who use it; higher is graver. */
const ERROR_LEVELS = { error: 3, warning: 2, info: 1 } as const;

/** The datasets that hold the failures of one rule. */
export interface VtlResult {
  readonly rule: string;
  readonly datasets: readonly string[];
}

export interface VtlScript {
  readonly text: string;
  readonly results: readonly VtlResult[];
}

/**
 * The rules as one VTL 2.1 script, each with its failures in datasets of its own: identifiers, `errorcode`
 * (the rule's id) and `errorlevel` (3 error, 2 warning, 1 info). Rules that VTL cannot express stand in a
 * comment with the reason.
 */
export function vtlScript(rules: readonly Rule[], indicators: readonly Indicator[]): VtlScript {
  const written = new Set<string>();
  const results: VtlResult[] = [];
  const parts = rules.flatMap((rule) => {
    if ("reason" in rule.vtl) return [];
    const checks = rule.vtl.checks(indicators.filter((indicator) => rule.applies(indicator)));
    const named = checks.map((check, i) => ({ check, id: identifier(rule.id, i, checks.length) }));
    results.push({ rule: rule.id, datasets: named.map(({ id }) => resultName(id)) });
    return [
      comment(`${rule.id}, version ${rule.version}, ${rule.severity}. ${rule.source}`),
      ...named.flatMap(({ check, id }) => statements(check, id, rule).filter(firstTime)),
    ];
  });
  function firstTime(statement: string): boolean {
    if (written.has(statement)) return false;
    written.add(statement);
    return true;
  }
  const text = [head(rules), ...PRELUDE.map(ended), ...parts].join("\n\n");
  return { text: `${text}\n`, results };
}

function statements(check: VtlCheck, id: string, rule: Rule): string[] {
  const code = `errorcode "${rule.id}" errorlevel ${ERROR_LEVELS[rule.severity]}`;
  const conditions = check.conditions.map((condition) => `  ${condition}\n    ${code}`).join(";\n");
  const ruleset = `define datapoint ruleset dpr_${id} (variable ${check.variables.join(", ")}) is\n${conditions}\nend datapoint ruleset`;
  const result = `${resultName(id)} := check_datapoint(${check.over}, dpr_${id} invalid)`;
  return [...(check.steps ?? []), ruleset, result].map(ended);
}

const ended = (statement: string): string => `${statement};`;

function identifier(rule: string, index: number, of: number): string {
  return rule.replaceAll("-", "_") + (of > 1 ? `_${index + 1}` : "");
}

function resultName(id: string): string {
  return `FAILED_${id}`;
}

function head(rules: readonly Rule[]): string {
  const kept = rules.flatMap(({ id, vtl }) => ("reason" in vtl ? [`  ${id}: ${vtl.reason}`] : []));
  return comment(
    [
      "Rules of ictsdg in VTL 2.1. Data to be given:",
      ...DATASETS.map(datasetText),
      `  ${CURRENT_YEAR}, a scalar: the year in which the figures are judged`,
      "Rules across indicators look at DS_1 without the figures that an error rule (errorlevel 3) fails.",
      "UNIT_MEASURE is that of the series; DECIMALS is how many decimals OBS_VALUE was written with.",
      ...(kept.length > 0 ? ["Rules that cannot be said in VTL:", ...kept] : []),
    ].join("\n"),
  );
}

function datasetText({ name, about, components }: VtlDataset): string {
  const by = (role: VtlDataset["components"][number]["role"]) =>
    components
      .filter((component) => component.role === role)
      .map(({ name, type }) => `${name} ${type.toLowerCase()}`)
      .join(", ");
  const attributes = by("Attribute");
  return `  ${name}, ${about}\n    identifiers: ${by("Identifier")}\n    measures: ${by("Measure")}${attributes ? `\n    attributes: ${attributes}` : ""}`;
}

function comment(text: string): string {
  return `/* ${text} */`;
}
