import { type Command, InvalidArgumentError, Option } from "commander";
import { REFERENCE_SERIES } from "../../define.js";
import { groupBy } from "../../keys.js";
import type { ImportResult, Years } from "../../reference/import.js";
import { addReference } from "../../run/pipeline.js";
import { type CommonOptions, type Terminal, withEnvironment } from "../context.js";
import { columns } from "../print.js";
import { wrapped } from "../wrap.js";

interface ImportOptions extends CommonOptions {
  readonly series: string;
  readonly revision: string;
  readonly source: string;
  readonly years?: Years;
}

export function referenceCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command("reference")
    .description(
      "denominators (population, households, schools …) and what the largest mobile operator covers",
    )
    .addHelpText("after", "\nExample:\n  ictsdg reference import --help");
  addRevisions(command, terminal);
  command
    .command("import")
    .description(
      "add values from a World Bank CSV, a UN World Population Prospects CSV (total or by age), or a CSV in our own columns",
    )
    .argument("<file>", "the file; its format is told from the header")
    .addOption(
      new Option("--series <id>", "what the values are").choices(REFERENCE_SERIES).default("POPULATION"),
    )
    .requiredOption("--revision <name>", 'edition of the source, such as "WPP 2024"')
    .option("--years <from-to>", "take only these years, such as 2000-2025", years)
    .requiredOption("--source <text>", "where the values come from, for the notes of tables")
    .addHelpText(
      "after",
      `
Example:
  ictsdg reference import population.csv --revision "WB 2025" --source "World Bank, SP.POP.TOTL"
  ictsdg reference import WPP2024_PopulationByAge5GroupSex_Medium.csv --years 2000-2025 \\
    --revision "WPP 2024" --source "UN DESA, World Population Prospects 2024"`,
    )
    .action(async (file: string, _, self: Command) => {
      const options = self.optsWithGlobals<ImportOptions>();
      await withEnvironment(options, (environment) => {
        const { added, read } = addReference(environment, file, options);
        terminal.out(options.json ? JSON.stringify(addedRecord(added, read)) : addedText(added, read));
      });
    });
}

function years(text: string): Years {
  const [, from, to = from] = /^([12]\d{3})(?:-([12]\d{3}))?$/.exec(text) ?? [];
  if (from === undefined || Number(from) > Number(to))
    throw new InvalidArgumentError("Use a year or the first and last one, such as 2000-2025.");
  return { from: Number(from), to: Number(to) };
}

/** The same as `addedText` for programs; lines left out are counted, as there may be a hundred thousand. */
function addedRecord(added: number, read: ImportResult | null) {
  if (!read) return { added };
  return { added, format: read.format, skipped: Object.fromEntries(skippedBy(read)), unmade: read.unmade };
}

const skippedBy = ({ skipped }: ImportResult) =>
  [...groupBy(skipped, ({ reason }) => reason)].map(([reason, lines]) => [reason, lines.length] as const);

/** How many values came, how the file was read, and what could not be had from it. */
function addedText(added: number, read: ImportResult | null): string {
  const came = `${added} values added${added === 0 ? ": all of them were there already" : ""}.`;
  if (!read) return came;
  const skipped = skippedBy(read).map(([reason, lines]) => `${lines} ${SKIPPED[reason]}`);
  return [
    came,
    `Read as ${read.format}${skipped.length > 0 ? `; lines left out: ${skipped.join(", ")}` : ""}.`,
    ...unmadeLines(read.unmade ?? []),
  ].join("\n");
}

const SKIPPED = {
  aggregate: "of groups",
  "unknown-area": "of areas not in the list",
  "no-value": "without a value",
  variant: "of other variants than the medium one",
} as const;

function unmadeLines(unmade: NonNullable<ImportResult["unmade"]>): string[] {
  if (unmade.length === 0) return [];
  const ages = unmade.map(({ age, places, of }) =>
    places === of ? age : `${age} (${places} of ${of} countries and years)`,
  );
  const why = "the groups of the file do not begin and end there. A file of single ages has them.";
  return wrapped(`Ages not to be had: ${ages.join(", ")}: ${why}`, 100);
}

function addRevisions(command: Command, terminal: Terminal): void {
  command
    .command("revisions")
    .description("the revisions of each reference series that have been imported")
    .addHelpText("after", "\nExample:\n  ictsdg reference revisions")
    .action(async (_, self: Command) => {
      const options = self.optsWithGlobals<CommonOptions>();
      await withEnvironment(options, ({ store }) => {
        const all = store.referenceRevisions();
        if (options.json) return terminal.out(JSON.stringify(all, null, 2));
        if (all.length === 0)
          return terminal.out("No reference values. `ictsdg reference import` brings some.");
        const rows = all.map(({ series, revision, values, areas, from, to, importedAt }) => [
          ...[series, revision, values, areas, `${from}–${to}`, importedAt],
        ]);
        terminal.out(columns(["series", "revision", "values", "areas", "years", "imported"], rows));
      });
    });
}
