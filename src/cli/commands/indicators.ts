import type { Command } from "commander";
import { outcomesOf } from "../../../indicators/crosswalk.js";
import { findIndicator, indicators } from "../../../indicators/index.js";
import type { Indicator } from "../../define.js";
import { type CommonOptions, type Terminal, UsageError } from "../context.js";
import { columns } from "../print.js";

export function indicatorsCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command("indicators")
    .description("the 33 indicators: 7 global, 26 thematic")
    .addHelpText("after", "\nExample:\n  ictsdg indicators show 17.8.1 --lang es");
  command
    .command("list", { isDefault: true })
    .description("all of them, a line each")
    .addHelpText("after", "\nExample:\n  ictsdg indicators list --lang zh")
    .action((_, self: Command) => list(self.optsWithGlobals<CommonOptions>(), terminal));
  command
    .command("show")
    .description("one of them, whole")
    .argument("<id>", "17.8.1, 17.6.2 (former number), HH4 …")
    .addHelpText("after", "\nExample:\n  ictsdg indicators show HH4")
    .action((id: string, _, self: Command) => show(id, self.optsWithGlobals<CommonOptions>(), terminal));
}

function list({ json, lang }: CommonOptions, terminal: Terminal): void {
  if (json) {
    terminal.out(JSON.stringify(indicators, null, 2));
    return;
  }
  terminal.out(
    columns(
      ["id", "framework", "custodian", "targets", "series", "name"],
      indicators.map((one) => [
        one.id,
        one.framework,
        one.custodian,
        one.targets.join(" "),
        one.series.map((series) => series.code).join(" "),
        one.name[lang],
      ]),
    ),
  );
}

function show(id: string, { json, lang }: CommonOptions, terminal: Terminal): void {
  const indicator = findIndicator(id);
  if (!indicator) throw new UsageError(`There is no indicator "${id}". \`ictsdg indicators\` lists them.`);
  const outcomes = outcomesOf(indicator).map((outcome) => outcome.code);
  terminal.out(
    json ? JSON.stringify({ ...indicator, outcomes }, null, 2) : describe(indicator, lang, outcomes),
  );
}

function describe(indicator: Indicator, lang: CommonOptions["lang"], outcomes: readonly string[]): string {
  const facts: [string, string][] = [
    ["definition", indicator.definition],
    ["also known as", indicator.aliases.join(", ")],
    [
      "framework",
      indicator.listStatus === "adopted"
        ? indicator.framework
        : `${indicator.framework} (list ${indicator.listStatus})`,
    ],
    ["custodian", indicator.custodian],
    ["source", `${indicator.dataSource} (${indicator.questionnaire} questionnaire)`],
    ["targets", indicator.targets.join(", ")],
    ["action lines", indicator.actionLines.map(({ line, reason }) => `${line}: ${reason}`).join("\n    ")],
    ["ITU-D outcomes", outcomes.join(", ")],
    ["country gaps", indicator.estimation],
    ["methodology", indicator.methodology],
    ["comparability", indicator.caveats.join("\n    ")],
  ];
  const series = columns(
    ["series", "unit", "breakdowns", "aggregate"],
    indicator.series.map((one) => [
      one.code,
      one.unit,
      Object.keys(one.dimensions).join(" "),
      one.aggregation.method,
    ]),
  );
  const told = facts.filter(([, text]) => text !== "").map(([head, text]) => `  ${head}\n    ${text}`);
  return [`${indicator.id}  ${indicator.name[lang]}`, ...told, "", series].join("\n");
}
