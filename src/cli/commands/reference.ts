import type { Command } from "commander";
import { DENOMINATORS } from "../../define.js";
import { addReference } from "../../run/pipeline.js";
import { type CommonOptions, type Terminal, withEnvironment } from "../context.js";

interface ImportOptions extends CommonOptions {
  readonly series: string;
  readonly revision: string;
  readonly source: string;
}

export function referenceCommand(program: Command, terminal: Terminal): void {
  program
    .command("reference")
    .description("denominators: population, households, schools …")
    .addHelpText("after", "\nExample:\n  ictsdg reference import --help")
    .command("import")
    .description(
      "add values from a World Bank CSV, a UN World Population Prospects CSV, or a CSV in our own columns",
    )
    .argument("<file>", "the file; its format is told from the header")
    .option("--series <id>", `what the values are: ${DENOMINATORS.join(", ")}`, "POPULATION")
    .requiredOption("--revision <name>", 'edition of the source, such as "WPP 2024"')
    .requiredOption("--source <text>", "where the values come from, for the notes of tables")
    .addHelpText(
      "after",
      '\nExample:\n  ictsdg reference import population.csv --revision "WB 2025" --source "World Bank, SP.POP.TOTL"',
    )
    .action(async (file: string, _, self: Command) => {
      const options = self.optsWithGlobals<ImportOptions>();
      await withEnvironment(options, (environment) => {
        const added = addReference(environment, file, options);
        terminal.out(
          options.json
            ? JSON.stringify({ added })
            : `${added} values added${added === 0 ? ": all of them were there already" : ""}.`,
        );
      });
    });
}
