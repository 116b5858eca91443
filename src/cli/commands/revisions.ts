import type { Command } from "commander";
import { seriesByCode } from "../../../indicators/index.js";
import type { Environment } from "../../run/environment.js";
import { type Triangle, triangle, type Version, versions } from "../../run/release/triangle.js";
import { round } from "../../tables/round.js";
import type { Key } from "../../types.js";
import { breakdown } from "../breakdown.js";
import { areaOrGroup, type CommonOptions, type Terminal, UsageError, withEnvironment } from "../context.js";
import { columns } from "../print.js";

interface RevisionsOptions extends CommonOptions {
  readonly breakdown?: string[];
}

export function revisionsCommand(program: Command, terminal: Terminal): void {
  program
    .command("revisions")
    .description(
      "the revision triangle of a series: its years by release, and of a country every version handed in",
    )
    .argument("<area>", "a country or group: KEN, WORLD, LDC, 202 …")
    .argument("<series>", "IT_USE_II99 …")
    .option("--breakdown <code...>", "such as SEX=F")
    .addHelpText("after", "\nExample:\n  ictsdg revisions WORLD IT_USE_II99")
    .action(async (area: string, series: string, _, self: Command) => {
      const options = self.optsWithGlobals<RevisionsOptions>();
      await withEnvironment(options, async (environment) => {
        const key = keyOf(environment, area, series, options);
        const found = await triangle(environment, key);
        const handedIn = environment.groups.get(key.area) ? [] : versions(environment, key);
        if (options.json)
          return terminal.out(JSON.stringify({ key, ...plain(found), versions: handedIn }, null, 2));
        if (found.periods.length === 0 && handedIn.length === 0)
          return terminal.out(
            `Nothing is known of ${key.series} for ${environment.areas.areaName(key.area, options.lang)}.`,
          );
        terminal.out([triangleText(found, key.series), ...versionsText(handedIn)].join("\n"));
      });
    });
}

function keyOf(
  environment: Environment,
  area: string,
  series: string,
  { breakdown: codes = [] }: RevisionsOptions,
): Key {
  const known = seriesByCode.get(series.toUpperCase());
  if (!known) throw new UsageError(`There is no series "${series}". \`ictsdg indicators\` lists them.`);
  const code = areaOrGroup(environment, area);
  return { series: known.series.code, area: code, period: 0, dimensions: breakdown(codes) };
}

function plain({ periods, columns: states }: Triangle) {
  const rows = periods.map(
    (period) => [period, states.map(({ figures }) => figures.get(period) ?? null)] as const,
  );
  return { releases: states.map(({ name, at }) => ({ name, at })), values: Object.fromEntries(rows) };
}

/** An empty cell is a year that a release did not have, `..` one without a value; a letter is the status, unless it is A. */
function triangleText({ periods, columns: states }: Triangle, series: string): string {
  const decimals = seriesByCode.get(series)?.series.decimals ?? 1;
  const shown = (value: number | null) => (value === null ? ".." : round(value, decimals));
  const cell = (figure?: { readonly value: number | null; readonly status: string }) =>
    figure ? `${shown(figure.value)}${figure.status === "A" ? "" : ` ${figure.status}`}` : "";
  return columns(
    ["year", ...states.map(({ name }) => name)],
    periods.map((period) => [period, ...states.map(({ figures }) => cell(figures.get(period)))]),
  );
}

function versionsText(handedIn: readonly Version[]): string[] {
  if (handedIn.length === 0) return [];
  const rows = handedIn.map(({ asOf, period, value, status, filename, line, submission }) => [
    ...[asOf, period, value ?? "..", status, filename, line, submission.slice(0, 12)],
  ]);
  return ["", columns(["taken", "year", "value", "status", "file", "line", "receipt"], rows)];
}
