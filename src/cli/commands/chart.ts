import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type Command, Option } from "commander";
import { charts } from "../../charts/index.js";
import type { Environment } from "../../run/environment.js";
import { compute, tableInput } from "../../run/publish.js";
import {
  AS_OF,
  areaOrGroup,
  type CommonOptions,
  list,
  type PastOptions,
  POPULATION,
  type Terminal,
  UsageError,
  withEnvironment,
  year,
} from "../context.js";

const FORMATS = ["svg", "png", "vega-lite"] as const;

interface ChartOptions extends CommonOptions, PastOptions {
  readonly series: string;
  readonly groups?: string[];
  readonly from?: number;
  readonly to?: number;
  readonly format: (typeof FORMATS)[number];
  readonly out?: string;
}

/** `chart` draws one chart of a vintage. */
export function chartCommand(program: Command, terminal: Terminal): void {
  program
    .command("chart <kind>")
    .description(`draw a chart: ${Object.keys(charts).join(", ")}`)
    .option("--series <code>", "which series", "IT_USE_II99")
    .option(
      "--groups <names>",
      "which groups, separated by commas (default: world; regions for multiples)",
      list,
    )
    .option("--from <year>", "first year", year)
    .option("--to <year>", "last year", year)
    .addOption(new Option("--format <id>", "picture or specification").choices(FORMATS).default("svg"))
    .option(...AS_OF)
    .option(...POPULATION)
    .option("--out <file>", "where to (default: <kind>.<format> here)")
    .addHelpText(
      "after",
      "\nExample:\n  ictsdg chart line --series IT_USE_II99 --groups WORLD,LDC,LLDC,SIDS --format png --lang ar --out use.png",
    )
    .action(async (kind: string, _, self: Command) => {
      const options = self.optsWithGlobals<ChartOptions>();
      if (!Object.hasOwn(charts, kind))
        throw new UsageError(`There is no chart "${kind}". Known: ${Object.keys(charts).join(", ")}.`);
      const extension = options.format === "vega-lite" ? "vl.json" : options.format;
      const path = resolve(options.out ?? `${kind}.${extension}`);
      await withEnvironment(options, async (environment) => {
        const bytes = await drawn(environment, kind, options);
        if (bytes === undefined) return terminal.out("Nothing has been taken yet. `ictsdg take` first.");
        await writeFile(path, bytes);
        terminal.out(options.json ? JSON.stringify({ kind, path, bytes: bytes.length }) : path);
      });
    });
}

async function drawn(
  environment: Environment,
  kind: string,
  options: ChartOptions,
): Promise<string | Uint8Array | undefined> {
  const computed = compute(environment);
  if (!computed) return undefined;
  const groups =
    options.groups?.map((name) => areaOrGroup(environment, name)) ?? usualGroups(environment, kind);
  const spec = charts[kind]?.(tableInput(environment, computed, options.lang), {
    ...options,
    series: options.series.toUpperCase(),
    groups,
  });
  if (!spec) return undefined;
  if (options.format === "vega-lite") return `${JSON.stringify(spec, null, 2)}\n`;
  // Vega takes a while to load and no other command needs it.
  const { pngOf, svgOf } = await import("../../charts/render.js");
  const svg = await svgOf(spec, options.lang);
  return options.format === "svg" ? svg : pngOf(svg, options.lang);
}

function usualGroups({ groups }: Environment, kind: string): number[] {
  const wanted = kind === "multiples" ? "itu-region" : "world";
  return groups.list.filter((group) => group.kind === wanted).map(({ code }) => code);
}
