import type { Command } from "commander";
import { indicators, seriesByCode } from "../../../indicators/index.js";
import { backtest, type Residual, type Score, scoresBy } from "../../estimate/backtest.js";
import { backtestAggregates, type GroupResidual } from "../../run/aggregate-backtest.js";
import type { Environment } from "../../run/environment.js";
import { surroundingsOf } from "../../run/surroundings.js";
import type { Vintage } from "../../types.js";
import { type CommonOptions, type Terminal, UsageError, withEnvironment } from "../context.js";
import { columns } from "../print.js";

interface BacktestOptions extends CommonOptions {
  readonly series?: string;
  readonly seed: number;
  readonly aggregates?: boolean;
  readonly years: number;
}

/** Scores by the parts of `by`, whose names are the heads of the first columns. */
interface Cut {
  readonly by: readonly string[];
  readonly scores: readonly Score[];
}

const HEADS = ["values", "mean error", "bias", "in interval"];

/** The cuts of single values: what the scores are grouped by, and how a residual is put into a group. */
const CUTS = [
  {
    by: ["series", "method", "horizon"],
    of: (one: Residual) => [one.series, one.candidate, one.horizon ?? "none"],
  },
  { by: ["series", "hidden", "method"], of: (one: Residual) => [one.series, one.scenario, one.candidate] },
  {
    by: ["series", "ITU region", "method"],
    of: (one: Residual) => [one.series, one.region ?? "none", one.candidate],
  },
] as const;

/** M49 code of the world. */
const WORLD = 1;

export function backtestCommand(program: Command, terminal: Terminal): void {
  program
    .command("backtest")
    .description("how far estimates are off: reported values are hidden, estimated and compared")
    .option("--series <code>", "one series: IT_USE_II99 …")
    .option("--seed <number>", "which values are hidden", Number, 1)
    .option("--aggregates", "how far groups are off that are made like those of the newest year")
    .option("--years <number>", "with --aggregates: how many earlier years are played again", Number, 10)
    .addHelpText(
      "after",
      "\nExample:\n  ictsdg backtest --series IT_USE_II99\n  ictsdg backtest --aggregates --years 5",
    )
    .action(async (_, self: Command) => {
      const options = self.optsWithGlobals<BacktestOptions>();
      const code = options.series?.toUpperCase();
      if (code && !seriesByCode.has(code))
        throw new UsageError(`There is no series "${options.series}". \`ictsdg indicators\` lists them.`);
      await withEnvironment(options, (environment) => {
        const vintage = environment.store.vintage();
        if (!vintage) return terminal.out("No back-test: nothing has been taken.");
        const cuts = options.aggregates
          ? cutsOfGroups(environment, vintage, options.years, code)
          : cutsOfValues(environment, vintage, options.seed, code);
        if (options.json) return terminal.out(JSON.stringify(cuts, null, 2));
        terminal.out(cuts.map(({ by, scores }) => columns([...by, ...HEADS], scores.map(line))).join("\n\n"));
      });
    });
}

function cutsOfValues(
  environment: Environment,
  vintage: Vintage,
  seed: number,
  code: string | undefined,
): Cut[] {
  const residuals = backtest({
    indicators,
    observations: environment.store.observations(vintage.id),
    surroundings: surroundingsOf(environment, Number(vintage.asOf.slice(0, 4))),
    seed,
  }).filter(({ series }) => (code ?? series) === series);
  return CUTS.map(({ by, of }) => ({ by, scores: scoresBy(residuals, of) }));
}

function cutsOfGroups(
  environment: Environment,
  vintage: Vintage,
  years: number,
  code: string | undefined,
): Cut[] {
  const all = backtestAggregates(environment, vintage, years);
  const residuals = all.filter(({ series }) => (code ?? series) === series);
  const name = (group: number) => environment.areas.areaName(group, "en");
  const world = residuals.filter(({ group }) => group === WORLD);
  const hidden = ({ hidden: share }: GroupResidual) => `${(100 * share).toFixed(0)} %`;
  return [
    { by: ["series", "group"], scores: scoresBy(residuals, (one) => [one.series, name(one.group)]) },
    {
      by: ["series", "year", "hidden"],
      scores: scoresBy(world, (one) => [one.series, one.period, hidden(one)]),
    },
  ];
}

const line = ({ by, count, meanAbsoluteError, bias, coverage }: Score): (string | number)[] => [
  ...by,
  count,
  meanAbsoluteError.toFixed(2),
  bias.toFixed(2),
  `${(100 * coverage).toFixed(0)} %`,
];
