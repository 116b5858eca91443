import { type Command, InvalidArgumentError } from "commander";
import { findIndicator, seriesByCode } from "../../../indicators/index.js";
import { describeFinding } from "../../i18n/finding.js";
import { dimensionKey } from "../../keys.js";
import type { Environment } from "../../run/environment.js";
import { type OpenFinding, openQueue, type QueueReport } from "../../run/queue.js";
import type { Influence } from "../../settle/influence.js";
import { THRESHOLD } from "../../settle/queue.js";
import type { Finding } from "../../types.js";
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

interface QueueCommandOptions extends CommonOptions, PastOptions {
  readonly area?: string;
  readonly indicator?: string;
  readonly group?: string;
  readonly limit: number;
  readonly all?: boolean;
  readonly threshold: number;
}

export function queueCommand(program: Command, terminal: Terminal): void {
  program
    .command("queue")
    .description("what to ask countries about first: open findings by what they may do to aggregates")
    .option("--area <code>", "of one country")
    .option("--indicator <id>", "of one indicator: 17.8.1 …")
    .option("--group <code>", "by the influence on one group: WORLD, LDC, AFR, 202 …")
    .option("--limit <n>", "how many to show", amount, 50)
    .option("--all", "also notes, and warnings that together move no group by the threshold")
    .option(
      "--threshold <n>",
      "points, or per cent, that unasked warnings may move a group by",
      amount,
      THRESHOLD,
    )
    .option(...AS_OF)
    .addHelpText(
      "after",
      "\nA score is how likely a figure is to be wrong (0 to 1) times how far it moves the group it moves most." +
        "\n\nExample:\n  ictsdg queue --indicator 17.8.1 --group WORLD --limit 20",
    )
    .action(async (_, self: Command) => {
      const options = self.optsWithGlobals<QueueCommandOptions>();
      await withEnvironment(options, (environment) => {
        const { threshold } = options;
        const group = options.group ? areaOrGroup(environment, options.group) : undefined;
        const report = openQueue(environment, { group, threshold });
        if (!report) return terminal.out("Nothing has been taken.");
        const shown = selected(report, options, environment);
        terminal.out(options.json ? JSON.stringify(shown, null, 2) : queueText(shown, options, environment));
      });
    });
}

function amount(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= 0)) throw new InvalidArgumentError("Give a number of zero or more.");
  return value;
}

type Ranked<S> = S & { readonly rank: number };

/** What is shown of the queue: ranks are those in the whole of it. */
interface Shown {
  readonly vintage: QueueReport["vintage"];
  readonly threshold: number;
  readonly queue: readonly Ranked<QueueReport["scored"][number]>[];
  /** How many there are without the limit, and how many were left unasked. */
  readonly found: number;
  readonly unasked: number;
  readonly unscored: QueueReport["unscored"];
}

function selected(report: QueueReport, options: QueueCommandOptions, environment: Environment): Shown {
  const isWanted = wanted(options, environment);
  const isShown = ({ finding, asked }: { readonly finding: OpenFinding; readonly asked: boolean }) =>
    isWanted(finding) && (asked || options.all === true);
  const ranked = report.scored.map((one, i) => ({ rank: i + 1, ...one }));
  const found = ranked.filter(isShown);
  const rest = report.scored.filter(({ finding, asked }) => !asked && isWanted(finding));
  return {
    vintage: report.vintage,
    threshold: options.threshold,
    queue: found.slice(0, options.limit),
    found: found.length,
    unasked: rest.filter(({ finding }) => finding.severity === "warning").length,
    unscored: report.unscored.filter(
      ({ finding }) => isWanted(finding) && (finding.severity !== "info" || options.all === true),
    ),
  };
}

function wanted(
  { area, indicator }: QueueCommandOptions,
  environment: Environment,
): (finding: OpenFinding) => boolean {
  const code = area ? areaOrGroup(environment, area) : undefined;
  const only = indicator ? findIndicator(indicator) : undefined;
  if (indicator && !only)
    throw new UsageError(`There is no indicator "${indicator}". \`ictsdg indicators\` lists them.`);
  return (finding) =>
    (code ?? finding.area) === finding.area &&
    (!only || seriesByCode.get(finding.key?.series ?? "")?.indicator === only);
}

function queueText(shown: Shown, options: QueueCommandOptions, environment: Environment): string {
  const { queue, found, unasked, unscored, threshold } = shown;
  const about = aboutIn(options, environment);
  const table = columns(
    ["rank", "score", "influence", ...ABOUT],
    queue.map(({ rank, score, influence, finding }) => [
      rank,
      significant(score),
      influenceText(influence, finding, (code) => environment.areas.areaName(code, options.lang)),
      ...about(finding),
    ]),
  );
  const apart = unscored.slice(0, options.limit);
  return [
    found === 0 ? "Nothing to ask about that has a score." : table,
    ...(found > queue.length ? [`${queue.length} of ${found} are shown; --limit shows more.`] : []),
    ...(options.all || unasked === 0
      ? []
      : [
          `${unasked} warnings are not asked about: all together they move no group by ${threshold} points or per cent. --all lists them.`,
        ]),
    ...(apart.length === 0
      ? []
      : [
          "",
          "Without a score:",
          columns(
            ["why", ...ABOUT],
            apart.map(({ why, finding }) => [why, ...about(finding)]),
          ),
        ]),
    ...(unscored.length > apart.length
      ? [`${apart.length} of ${unscored.length} are shown; --limit shows more.`]
      : []),
  ].join("\n");
}

const ABOUT = ["finding", "country", "series", "year", "breakdown", "what", "state"] as const;

function aboutIn({ lang }: QueueCommandOptions, { areas }: Environment) {
  return (finding: OpenFinding): readonly (string | number)[] => [
    `#${finding.id}`,
    finding.area === null ? finding.filename : areas.areaName(finding.area, lang),
    finding.key?.series ?? "",
    finding.key?.period ?? "",
    finding.key ? dimensionKey(finding.key.dimensions) || "total" : "",
    describeFinding(finding, lang, areas.areaName).title,
    finding.state,
  ];
}

/** "World +0.32 pp": how the figure as it stands moves the group. */
function influenceText(
  { group, shift, size }: Influence,
  { key }: Finding,
  name: (code: number) => string,
): string {
  const unit = seriesByCode.get(key?.series ?? "")?.series.unit === "PT" ? "pp" : "%";
  return `${name(group)} ${shift < 0 ? "−" : "+"}${significant(size)} ${unit}`;
}

/** Three digits, for the eye; JSON has them all. */
function significant(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
