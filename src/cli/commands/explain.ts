import type { Command } from "commander";
import type { Environment } from "../../run/environment.js";
import { type ExportedRow, exportedRow, NoSuchCell, tableRow } from "../../run/exported.js";
import { type Question, questionOf } from "../../run/lineage/cell.js";
import { lineageSchema } from "../../run/lineage/schema.js";
import { openLineages } from "../../run/lineage.js";
import { UnknownTable } from "../../tables/build.js";
import { breakdown } from "../breakdown.js";
import {
  AS_OF,
  areaOrGroup,
  COMPOSITION,
  type CommonOptions,
  type PastOptions,
  POPULATION,
  type Terminal,
  UsageError,
  withEnvironment,
} from "../context.js";
import { comparedText, lineageText } from "../lineage-text.js";

interface ExplainOptions extends CommonOptions, PastOptions {
  readonly breakdown?: string[];
  readonly measure: string;
  readonly cell?: string;
  readonly table?: string;
  readonly row?: number;
  readonly column?: string;
  readonly schema?: boolean;
}

/** What is asked about, and in which state of things. */
interface Asked {
  readonly question: Question;
  readonly environment: Environment;
}

export function explainCommand(program: Command, terminal: Terminal): void {
  program
    .command("explain")
    .description(
      "where a figure comes from: formula, countries, weights, and the line of the file each came in",
    )
    .argument("[area]", "a country or group: KEN, WORLD, LDC, 202 …")
    .argument("[series]", "IT_USE_II99 …")
    .argument("[year]", "2017 …", Number)
    .option("--breakdown <code...>", "such as SEX=F")
    .option("--measure <which>", "value, or women and men compared: parity, gap", "value")
    .option(...COMPOSITION)
    .option(...AS_OF)
    .option(...POPULATION)
    .option("--cell <file:row>", "a row of an exported table, counted as you see it, as of when it was made")
    .option("--table <id>", "instead of a file: a table as it would be published now or --as-of; with --row")
    .option("--row <number>", "row of --table, the heads being row 1", Number)
    .option("--column <id>", "cell of that row, where a row has several figures: 2015 …")
    .option("--schema", "print the JSON schema of what --json prints for one figure")
    .addHelpText("after", EXAMPLES)
    .action(async (area: string, series: string, year: number, _, self: Command) => {
      const options = self.optsWithGlobals<ExplainOptions>();
      if (options.schema) return terminal.out(JSON.stringify(lineageSchema(), null, 2));
      await withEnvironment(options, (environment) => {
        const row = askedRow(environment, options);
        const asked = row
          ? cellAsked(row, options)
          : { question: figureAsked(environment, area, series, year, options), environment };
        terminal.out(explained(asked, options));
      });
    });
}

const EXAMPLES = `
Example:
  ictsdg explain WORLD IT_USE_II99 2017
  ictsdg explain KEN IT_MOB_OWN 2018 --breakdown SEX=F
  ictsdg explain WORLD IT_USE_II99 2019 --measure parity
  ictsdg explain --cell data/out/en/facts-and-figures.csv:12
  ictsdg explain --table availability --row 40 --column 2015`;

function figureAsked(
  environment: Environment,
  area: string | undefined,
  series: string | undefined,
  period: number,
  { breakdown: codes = [], measure }: ExplainOptions,
): Question {
  if (!area || !series || !Number.isInteger(period))
    throw new UsageError("Say which figure: area, series and year, such as WORLD IT_USE_II99 2017.");
  if (measure !== "value" && measure !== "parity" && measure !== "gap")
    throw new UsageError(`"${measure}" is no measure. Use value, parity or gap.`);
  const code = areaOrGroup(environment, area);
  return { measure, key: { series: series.toUpperCase(), area: code, period, dimensions: breakdown(codes) } };
}

/** The row of an exported file or of a table; undefined when neither was named. */
function askedRow(environment: Environment, options: ExplainOptions): ExportedRow | undefined {
  const { cell, table, row, lang } = options;
  try {
    if (table) return tableRow(environment, table, row ?? Number.NaN, lang);
    if (!cell) return undefined;
    const [, path, line] = /^(.+):(\d+)$/.exec(cell) ?? [];
    if (!path)
      throw new UsageError(`"${cell}" names no row. Write it as file:row, such as availability.csv:12.`);
    return exportedRow(environment, path, Number(line));
  } catch (error) {
    if (error instanceof NoSuchCell || error instanceof UnknownTable) throw new UsageError(error.message);
    throw error;
  }
}

function cellAsked({ cells, environment }: ExportedRow, { column }: ExplainOptions): Asked {
  const question = questionOf(cells, column);
  if (!question) throw new UsageError("There is no figure in this row: nothing was reported for it.");
  return { question, environment };
}

/** Explanations as JSON or text; of a count one for each figure counted, which in JSON is a list. */
function explained({ question, environment }: Asked, options: ExplainOptions): string {
  const found = openLineages(environment)?.answer(question) ?? [];
  const isCount = question.measure === "count";
  if (found.length === 0 && !isCount) {
    const { series, area, period } = question.key;
    const name = environment.areas.areaName(area, options.lang);
    throw new UsageError(`Nothing is known of ${series} for ${name} in ${period}.`);
  }
  if (options.json) return JSON.stringify(isCount ? found : found[0], null, 2);
  const name = (area: number) => environment.areas.areaName(area, options.lang);
  const texts = found.map((one) =>
    "measure" in one ? comparedText(one, options.lang, name) : lineageText(one, options.lang, name),
  );
  return [...(isCount ? [`Figures counted: ${found.length}`] : []), ...texts].join("\n\n");
}
