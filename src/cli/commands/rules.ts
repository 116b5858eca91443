import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type Command, Option } from "commander";
import { findIndicator, indicators } from "../../../indicators/index.js";
import type { Indicator, Rule } from "../../define.js";
import { dryRun } from "../../run/dry-run.js";
import { review } from "../../run/review.js";
import { allRules, findRule } from "../../validate/registry.js";
import { rules } from "../../validate/rules/index.js";
import { vtlScript } from "../../validate/vtl/script.js";
import {
  AS_OF,
  areaOrGroup,
  type CommonOptions,
  type PastOptions,
  type Terminal,
  UsageError,
  withEnvironment,
} from "../context.js";
import { columns } from "../print.js";
import { ruleFacts, ruleText } from "../rule-facts.js";
import { rulesDocument } from "../rules-document.js";
import { dryRunText, reviewText } from "../rules-review-text.js";

interface RunOptions extends CommonOptions, PastOptions {
  readonly rule?: string[];
  readonly area?: string;
  readonly indicator?: string;
  readonly limit: number;
}

interface ExportOptions extends CommonOptions {
  readonly format: "vtl" | "markdown";
  readonly out?: string;
}

export function rulesCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command("rules")
    .description("what is checked: lists, explains, dry-runs, reviews and exports the rules")
    .addHelpText("after", "\nExample:\n  ictsdg rules explain partition-total --lang es");
  command
    .command("list", { isDefault: true })
    .description("all of them, a line each")
    .addHelpText("after", "\nExample:\n  ictsdg rules list --json")
    .action((_, self: Command) => list(self.optsWithGlobals<CommonOptions>(), terminal));
  command
    .command("explain")
    .description("one of them, whole: what it asks, limits, source, VTL")
    .argument("<id>", "within-range …")
    .addHelpText("after", "\nExample:\n  ictsdg rules explain within-range --lang fr")
    .action((id: string, _, self: Command) => explain(id, self.optsWithGlobals<CommonOptions>(), terminal));
  addRun(command, terminal);
  command
    .command("review")
    .description("contradictory, redundant, never-firing and always-firing rules, by all that was taken")
    .addHelpText("after", "\nExample:\n  ictsdg rules review")
    .action(async (_, self: Command) => {
      const options = self.optsWithGlobals<CommonOptions>();
      await withEnvironment(options, (environment) => {
        const found = review(environment, rules);
        terminal.out(options.json ? JSON.stringify(found, null, 2) : reviewText(found));
      });
    });
  command
    .command("export")
    .description("the rules as a VTL 2.1 script, or as the page docs/rules.md")
    .addOption(new Option("--format <name>", "vtl or markdown").choices(["vtl", "markdown"]).default("vtl"))
    .option("--out <file>", "where to write it (default: the screen)")
    .addHelpText("after", "\nExample:\n  ictsdg rules export --format vtl --out rules.vtl")
    .action((_, self: Command) => exportRules(self.optsWithGlobals<ExportOptions>(), terminal));
}

function addRun(command: Command, terminal: Terminal): void {
  command
    .command("run")
    .description("a dry run over the figures in force: what the rules would find today; writes nothing")
    .option("--rule <id...>", "only these rules")
    .option("--area <code>", "only this country")
    .option("--indicator <id>", "only this indicator")
    .option(...AS_OF)
    .option("--limit <n>", "findings to show of each kind", Number, 10)
    .addHelpText("after", "\nExample:\n  ictsdg rules run --rule own-trend peer-change --area KEN")
    .action(async (_, self: Command) => {
      const options = self.optsWithGlobals<RunOptions>();
      await withEnvironment(options, (environment) => {
        const ran = dryRun(environment, {
          rules: options.rule?.map(ruleOf) ?? rules,
          area: options.area === undefined ? undefined : areaOrGroup(environment, options.area),
          indicator: options.indicator === undefined ? undefined : indicatorOf(options.indicator),
        });
        if (options.json) return terminal.out(JSON.stringify(ran ?? null, null, 2));
        terminal.out(
          ran
            ? dryRunText(ran, options.limit, options.lang, environment)
            : "Nothing to judge: nothing has been taken.",
        );
      });
    });
}

function list({ json, lang }: CommonOptions, terminal: Terminal): void {
  const facts = allRules.map((rule) => ruleFacts(rule, lang));
  if (json) {
    terminal.out(JSON.stringify(facts, null, 2));
    return;
  }
  const rows = facts.map(({ id, level, severity, scope, version, vtl, source }) => [
    ...[id, level, severity, scope, version ?? "", "reason" in vtl ? "no" : "yes"],
    shortened(source),
  ]);
  terminal.out(columns(["rule", "level", "severity", "looks at", "version", "VTL", "source"], rows));
}

const SHORT = 60;
const shortened = (text: string): string => (text.length > SHORT ? `${text.slice(0, SHORT - 1)}…` : text);

function explain(id: string, { json, lang }: CommonOptions, terminal: Terminal): void {
  const rule = findRule(id);
  if (!rule) throw new UsageError(`There is no rule "${id}". \`ictsdg rules\` lists them.`);
  const facts = ruleFacts(rule, lang);
  terminal.out(json ? JSON.stringify(facts, null, 2) : ruleText(facts));
}

function exportRules({ format, out, json }: ExportOptions, terminal: Terminal): void {
  const text =
    format === "vtl"
      ? vtlScript(rules, indicators).text
      : rulesDocument(allRules.map((rule) => ruleFacts(rule, "en")));
  if (out === undefined) {
    terminal.out(json ? JSON.stringify({ format, text }) : text.trimEnd());
    return;
  }
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, text);
  terminal.out(json ? JSON.stringify({ format, out }) : `Written to ${out}.`);
}

function ruleOf(id: string): Rule {
  const rule = rules.find((one) => one.id === id);
  if (rule) return rule;
  throw new UsageError(
    findRule(id)
      ? `"${id}" is checked while a file is read, and cannot be run over stored figures.`
      : `There is no rule "${id}". \`ictsdg rules\` lists them.`,
  );
}

function indicatorOf(id: string): Indicator {
  const indicator = findIndicator(id);
  if (!indicator) throw new UsageError(`There is no indicator "${id}". \`ictsdg indicators\` lists them.`);
  return indicator;
}
