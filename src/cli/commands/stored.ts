import { type Command, Option } from "commander";
import type { FindingFilter } from "../../store/store.js";
import type { Severity } from "../../types.js";
import { areaOrGroup, type CommonOptions, type Terminal, UsageError, withEnvironment } from "../context.js";
import { columns, findingText } from "../print.js";

interface FindingOptions extends CommonOptions {
  readonly area?: string;
  readonly rule?: string;
  readonly severity?: Severity;
  readonly submission?: string;
  readonly limit: number;
}

/** What the store holds: `submissions` and `findings`. */
export function storedCommands(program: Command, terminal: Terminal): void {
  program
    .command("submissions")
    .description("what has been taken, oldest first")
    .addHelpText("after", "\nExample:\n  ictsdg submissions --json")
    .action(async (_, self: Command) => {
      const options = self.optsWithGlobals<CommonOptions>();
      await withEnvironment(options, ({ store, areas }) => {
        const all = store.submissions();
        if (options.json) return terminal.out(JSON.stringify(all, null, 2));
        const rows = all.map((one) => [
          one.vintage,
          one.asOf,
          one.filename,
          one.area === null ? "several" : areas.areaName(one.area, options.lang),
          one.observations,
          one.held,
          one.errors,
          one.warnings,
          one.id.slice(0, 12),
        ]);
        terminal.out(
          columns(
            ["vintage", "as of", "file", "area", "figures", "held", "errors", "warnings", "receipt"],
            rows,
          ),
        );
      });
    });
  program
    .command("findings")
    .description("what is wrong or doubtful in what has been taken: errors first")
    .option("--area <code>", "of one country")
    .option("--rule <id>", "of one rule")
    .option("--submission <receipt>", "of one submission (the first characters of its receipt)")
    .addOption(new Option("--severity <level>", "of one severity").choices(["error", "warning", "info"]))
    .option("--limit <n>", "how many to show", Number, 50)
    .addHelpText("after", "\nExample:\n  ictsdg findings --area KEN --severity error --lang fr")
    .action(async (_, self: Command) => {
      const options = self.optsWithGlobals<FindingOptions>();
      await withEnvironment(options, (environment) => {
        const found = environment.store.findings(filterOf(options, environment));
        if (options.json) return terminal.out(JSON.stringify(found, null, 2));
        const shown = found.map(
          (finding) => `#${finding.id} ${findingText(finding, options.lang, environment, finding.filename)}`,
        );
        terminal.out(shown.length > 0 ? shown.join("\n") : "No findings.");
        if (shown.length === options.limit)
          terminal.out(`Only the first ${options.limit} are shown; --limit shows more.`);
      });
    });
}

function filterOf(options: FindingOptions, environment: Parameters<typeof areaOrGroup>[0]): FindingFilter {
  return {
    limit: options.limit,
    ...(options.area ? { area: areaOrGroup(environment, options.area) } : {}),
    ...(options.rule ? { rule: options.rule } : {}),
    ...(options.severity ? { severity: options.severity } : {}),
    ...(options.submission ? { submission: receipt(options.submission, environment) } : {}),
  };
}

function receipt(start: string, { store }: Parameters<typeof areaOrGroup>[0]): string {
  const matches = store.submissions().filter(({ id }) => id.startsWith(start));
  if (matches.length === 1 && matches[0]) return matches[0].id;
  throw new UsageError(
    matches.length === 0
      ? `No submission has a receipt that starts with "${start}".`
      : `${matches.length} receipts start with "${start}"; give more of it.`,
  );
}
