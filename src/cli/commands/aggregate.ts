import type { Command } from "commander";
import { seriesByCode } from "../../../indicators/index.js";
import { dimensionKey } from "../../keys.js";
import type { Environment } from "../../run/environment.js";
import { compute } from "../../run/publish.js";
import { round } from "../../tables/round.js";
import type { Aggregate } from "../../types.js";
import { askedGroups } from "../asked-groups.js";
import {
  AS_OF,
  COMPOSITION,
  type CommonOptions,
  type PastOptions,
  POPULATION,
  type Terminal,
  UsageError,
  withEnvironment,
} from "../context.js";
import { columns } from "../print.js";

interface AggregateOptions extends CommonOptions, PastOptions {
  readonly group?: readonly string[];
  readonly series?: string;
  readonly year?: number;
}

const GROUP = [
  "--group <code>",
  'one group: WORLD, LDC, AFR, 202 …; or one of your own: "Lusophone=BRA,PRT,AGO". Repeat it for more',
  (text: string, before: readonly string[] = []) => [...before, text],
] as const;

const EXAMPLES = `
Example:
  ictsdg aggregate --group WORLD --series IT_USE_II99
  ictsdg aggregate --group LDC --composition 2020 --year 2019
  ictsdg aggregate --group "Lusophone=BRA,PRT,AGO,MOZ" --series IT_USE_II99`;

export function aggregateCommand(program: Command, terminal: Terminal): void {
  program
    .command("aggregate")
    .description("values of the world, regions and groups, with the coverage each rests on")
    .option(...GROUP)
    .option("--series <code>", "one series: IT_USE_II99 …")
    .option("--year <year>", "one year", Number)
    .option(...COMPOSITION)
    .option(...AS_OF)
    .option(...POPULATION)
    .addHelpText("after", EXAMPLES)
    .action(async (_, self: Command) => {
      const options = self.optsWithGlobals<AggregateOptions>();
      await withEnvironment(options, (opened) => {
        const { environment, codes, told } = askedGroups(opened, options.group);
        const found = selected(environment, codes, options);
        for (const line of told) terminal.err(line);
        terminal.out(options.json ? JSON.stringify(found, null, 2) : tableText(found, environment, options));
      });
    });
}

function selected(
  environment: Environment,
  groups: ReadonlySet<number> | null,
  { series, year }: AggregateOptions,
): Aggregate[] {
  const code = series?.toUpperCase();
  if (code && !seriesByCode.has(code))
    throw new UsageError(`There is no series "${series}". \`ictsdg indicators\` lists them.`);
  return (compute(environment)?.aggregates ?? []).filter(
    (one) =>
      (groups?.has(one.area) ?? true) &&
      (code ?? one.series) === one.series &&
      (year ?? one.period) === one.period,
  );
}

const HEADS = [
  ...[
    "series",
    "group",
    "year",
    "breakdown",
    "value",
    "status",
    "reported only",
    "reported",
    "used",
    "stand-in",
  ],
  ...["countries", "reporting", "estimated"],
];

function tableText(
  found: readonly Aggregate[],
  { areas }: Environment,
  { lang }: Pick<CommonOptions, "lang">,
): string {
  if (found.length === 0) return "No aggregates: nothing has been taken for this selection.";
  const shown = (series: string, value: number | null) =>
    value === null ? ".." : String(round(value, seriesByCode.get(series)?.series.decimals ?? 1));
  const percent = (share: number) => `${(100 * share).toFixed(0)} %`;
  const rows = found.map((one) => [
    ...[one.series, areas.areaName(one.area, lang), one.period, dimensionKey(one.dimensions) || "total"],
    ...[shown(one.series, one.value), one.status, shown(one.series, one.reportedValue)],
    ...[percent(one.weightCovered), percent(one.weightUsed), percent(one.weightStandIn)],
    ...[one.countries, one.countriesReported, one.countriesEstimated],
  ]);
  return columns(HEADS, rows);
}
