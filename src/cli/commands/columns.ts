import type { Command } from "commander";
import type { Environment } from "../../run/environment.js";
import {
  type Confirmation,
  forgetHeading,
  rememberedHeadings,
  rememberHeadings,
} from "../../run/headings.js";
import { type CommonOptions, type Terminal, UsageError, withEnvironment } from "../context.js";
import { columnNamed } from "../headings.js";
import { columns } from "../print.js";

interface ChangeOptions extends CommonOptions {
  readonly from?: string;
}

/** What the headings of a country's files were confirmed to mean: `columns`, `columns set`, `columns forget`. */
export function columnsCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command("columns")
    .description("what the headings of a country's files were confirmed to mean")
    .addHelpText(
      "after",
      '\nExample:\n  ictsdg columns list KEN\n  ictsdg columns set KEN "Taux d\'accès" OBS_VALUE --from "Communications Authority"',
    );
  command
    .command("list", { isDefault: true })
    .description("list what is remembered")
    .argument("<area>", "the country")
    .addHelpText("after", "\nExample:\n  ictsdg columns list KEN")
    .action((area: string, _, self: Command) =>
      withEnvironment(self.optsWithGlobals<CommonOptions>(), (environment) => {
        const known = rememberedHeadings(environment.store, country(environment, area));
        const { json } = self.optsWithGlobals<CommonOptions>();
        if (json) return terminal.out(JSON.stringify(known, null, 2));
        const rows = known.map((one) => [one.title, one.column, (one.confirmedAt ?? "").slice(0, 10)]);
        terminal.out(rows.length > 0 ? columns(["heading", "column", "confirmed"], rows) : "None.");
      }),
    );
  command
    .command("set")
    .description("remember what a heading means")
    .argument("<area>", "the country")
    .argument("<heading>", "as its files have it")
    .argument("<column>", "a column of the submission file")
    .option("--from <sender>", "who confirmed it")
    .addHelpText("after", '\nExample:\n  ictsdg columns set KEN "Taux d\'accès" OBS_VALUE --from "A. Otieno"')
    .action((area: string, title: string, id: string, _, self: Command) =>
      withEnvironment(self.optsWithGlobals<ChangeOptions>(), (environment) => {
        const column = columnNamed(id);
        const said = confirmation(environment, area, self.optsWithGlobals<ChangeOptions>());
        rememberHeadings(environment.store, [{ title: title.trim(), column, confirmedAt: null }], said);
        terminal.out(`“${title.trim()}” is read as ${column} from now on.`);
      }),
    );
  command
    .command("forget")
    .description("forget what a heading means")
    .argument("<area>", "the country")
    .argument("<heading>", "as its files have it")
    .option("--from <sender>", "who took it back")
    .addHelpText("after", '\nExample:\n  ictsdg columns forget KEN "Taux d\'accès" --from "A. Otieno"')
    .action((area: string, title: string, _, self: Command) =>
      withEnvironment(self.optsWithGlobals<ChangeOptions>(), (environment) => {
        const said = confirmation(environment, area, self.optsWithGlobals<ChangeOptions>());
        if (!forgetHeading(environment.store, title, said))
          throw new UsageError(`Nothing is remembered of “${title}”; ictsdg columns ${area} lists what is.`);
        terminal.out(`“${title}” is no longer read.`);
      }),
    );
}

function country({ areas }: Environment, text: string): number {
  const area = areas.findArea(text);
  if (area === undefined)
    throw new UsageError(`"${text}" is no country. Give an ISO or M49 code (KEN, 404).`);
  return area;
}

function confirmation(environment: Environment, area: string, { from }: ChangeOptions): Confirmation {
  return {
    area: country(environment, area),
    by: from ?? "command line",
    at: environment.now().toISOString(),
  };
}
