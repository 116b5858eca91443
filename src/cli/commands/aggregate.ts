import type { Command } from "commander";
import { seriesByCode } from "../../../indicators/index.js";
import { dimensionKey } from "../../keys.js";
import { compute } from "../../run/publish.js";
import { round } from "../../tables/round.js";
import { areaOrGroup, type CommonOptions, type Terminal, UsageError, withEnvironment } from "../context.js";
import { columns } from "../print.js";

interface AggregateOptions extends CommonOptions {
  readonly group?: string;
  readonly series?: string;
  readonly year?: number;
  readonly asOf?: string;
}

export function aggregateCommand(program: Command, terminal: Terminal): void {
  program
    .command("aggregate")
    .description("values of the world, regions and groups, with the coverage each rests on")
    .option("--group <code>", "one group: WORLD, LDC, AFR, 202 …")
    .option("--series <code>", "one series: IT_USE_II99 …")
    .option("--year <year>", "one year", Number)
    .option("--as-of <time>", "from what was known at this time (ISO 8601)")
    .addHelpText("after", "\nExample:\n  ictsdg aggregate --group WORLD --series IT_USE_II99")
    .action(async (_, self: Command) => {
      const options = self.optsWithGlobals<AggregateOptions>();
      await withEnvironment(options, (environment) => {
        const group = options.group ? areaOrGroup(environment, options.group) : undefined;
        const code = options.series?.toUpperCase();
        if (code && !seriesByCode.has(code))
          throw new UsageError(`There is no series "${options.series}". \`ictsdg indicators\` lists them.`);
        const found = (compute(environment, options.asOf)?.aggregates ?? []).filter(
          (one) =>
            (group ?? one.area) === one.area &&
            (code ?? one.series) === one.series &&
            (options.year ?? one.period) === one.period,
        );
        if (options.json) return terminal.out(JSON.stringify(found, null, 2));
        const shown = (series: string, value: number | null) =>
          value === null ? ".." : String(round(value, seriesByCode.get(series)?.series.decimals ?? 1));
        const rows = found.map((one) => [
          one.series,
          environment.areas.areaName(one.area, options.lang),
          one.period,
          dimensionKey(one.dimensions) || "total",
          shown(one.series, one.value),
          one.status,
          shown(one.series, one.reportedValue),
          `${(100 * one.weightCovered).toFixed(0)} %`,
          `${(100 * one.weightUsed).toFixed(0)} %`,
          one.countries,
          one.countriesReported,
          one.countriesEstimated,
        ]);
        terminal.out(
          rows.length === 0
            ? "No aggregates: nothing has been taken for this selection."
            : columns(
                [
                  "series",
                  "group",
                  "year",
                  "breakdown",
                  "value",
                  "status",
                  "reported only",
                  "reported",
                  "used",
                  "countries",
                  "reporting",
                  "estimated",
                ],
                rows,
              ),
        );
      });
    });
}
