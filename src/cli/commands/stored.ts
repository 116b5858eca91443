import { type Command, Option } from "commander";
import type { Environment } from "../../run/environment.js";
import { doubtsOf } from "../../settle/doubts.js";
import { type Doubt, STATES, type State } from "../../settle/state.js";
import type { Language, Severity } from "../../types.js";
import {
  AS_OF,
  areaOrGroup,
  type CommonOptions,
  type PastOptions,
  type Terminal,
  UsageError,
  withEnvironment,
} from "../context.js";
import { columns, storedFindingText } from "../print.js";
import { stateText } from "../said.js";

interface FindingOptions extends CommonOptions, PastOptions {
  readonly area?: string;
  readonly rule?: string;
  readonly severity?: Severity;
  readonly state?: State;
  readonly submission?: string;
  readonly limit: number;
}

/** What the store holds: `submissions` and `findings`. */
export function storedCommands(program: Command, terminal: Terminal): void {
  program
    .command("submissions")
    .description("what has been taken, oldest first")
    .option(...AS_OF)
    .addHelpText("after", "\nExample:\n  ictsdg submissions --json")
    .action(async (_, self: Command) => {
      const options = self.optsWithGlobals<CommonOptions & PastOptions>();
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
    .addOption(new Option("--state <state>", "of one state; notes have none").choices(STATES))
    .option("--limit <n>", "how many to show", Number, 50)
    .option(...AS_OF)
    .addHelpText(
      "after",
      "\nExample:\n  ictsdg findings --area KEN --severity error --lang fr\n  ictsdg findings --state explained\n\nOf each rule and figure the newest finding is listed; --submission lists all of one file.",
    )
    .action(async (_, self: Command) => {
      const options = self.optsWithGlobals<FindingOptions>();
      await withEnvironment(options, (environment) => {
        const found = chosen(options, environment);
        if (options.json)
          return terminal.out(
            JSON.stringify(
              found.map(({ finding, ...rest }) => ({ ...finding, ...rest })),
              null,
              2,
            ),
          );
        const shown = found.map((doubt) => doubtText(doubt, options.lang, environment));
        terminal.out(shown.length > 0 ? shown.join("\n") : "No findings.");
        if (shown.length === options.limit)
          terminal.out(`Only the first ${options.limit} are shown; --limit shows more.`);
      });
    });
}

function chosen(options: FindingOptions, environment: Environment): Doubt[] {
  const { rule, severity, state, limit } = options;
  const area = options.area ? areaOrGroup(environment, options.area) : undefined;
  const submission = options.submission ? receipt(options.submission, environment) : undefined;
  return doubtsOf(environment.store, { area, rule })
    .filter(
      (doubt) =>
        (submission === undefined ? doubt.newest : doubt.finding.submission === submission) &&
        (severity === undefined || doubt.finding.severity === severity) &&
        (state === undefined || (doubt.state === state && doubt.finding.severity !== "info")),
    )
    .slice(0, limit);
}

function doubtText({ finding, state }: Doubt, language: Language, environment: Environment): string {
  const words = `#${finding.id} ${storedFindingText(finding, language, environment)}`;
  return finding.severity === "info" ? words : `${words}\n    [${stateText(state, language)}]`;
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
