import type { Command } from "commander";
import { indicators, seriesByCode } from "../../../indicators/index.js";
import { backtest, type Residual, type Score, scoresBy } from "../../estimate/backtest.js";
import { surroundingsOf } from "../../run/surroundings.js";
import { type CommonOptions, type Terminal, UsageError, withEnvironment } from "../context.js";
import { columns } from "../print.js";

interface BacktestOptions extends CommonOptions {
  readonly series?: string;
  readonly seed: number;
}

const HEADS = ["values", "mean error", "bias", "in interval"];

/** The cuts that are printed: what the scores are grouped by, and how a residual is put into a group. */
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

export function backtestCommand(program: Command, terminal: Terminal): void {
  program
    .command("backtest")
    .description("how far estimates are off: reported values are hidden, estimated and compared")
    .option("--series <code>", "one series: IT_USE_II99 …")
    .option("--seed <number>", "which values are hidden", Number, 1)
    .addHelpText("after", "\nExample:\n  ictsdg backtest --series IT_USE_II99")
    .action(async (_, self: Command) => {
      const options = self.optsWithGlobals<BacktestOptions>();
      const code = options.series?.toUpperCase();
      if (code && !seriesByCode.has(code))
        throw new UsageError(`There is no series "${options.series}". \`ictsdg indicators\` lists them.`);
      await withEnvironment(options, (environment) => {
        const vintage = environment.store.vintage();
        if (!vintage) return terminal.out("No back-test: nothing has been taken.");
        const residuals = backtest({
          indicators,
          observations: environment.store.observations(vintage.id),
          surroundings: surroundingsOf(environment, Number(vintage.asOf.slice(0, 4))),
          seed: options.seed,
        }).filter(({ series }) => (code ?? series) === series);
        const tables = CUTS.map(({ by, of }) => ({ by, scores: scoresBy(residuals, of) }));
        if (options.json) return terminal.out(JSON.stringify(tables, null, 2));
        terminal.out(
          tables.map(({ by, scores }) => columns([...by, ...HEADS], scores.map(line))).join("\n\n"),
        );
      });
    });
}

const line = ({ by, count, meanAbsoluteError, bias, coverage }: Score): (string | number)[] => [
  ...by,
  count,
  meanAbsoluteError.toFixed(2),
  bias.toFixed(2),
  `${(100 * coverage).toFixed(0)} %`,
];
