import type { Command } from "commander";
import { isDay } from "../../dates.js";
import type { Environment } from "../../run/environment.js";
import { type Progress, progressOf } from "../../settle/deadlines.js";
import { doubtsOf } from "../../settle/doubts.js";
import { isAwaited, reminderText } from "../../settle/reminder.js";
import { type CommonOptions, type Terminal, UsageError, withEnvironment } from "../context.js";
import { columns } from "../print.js";

interface NoticeOptions extends CommonOptions {
  readonly collection: string;
  readonly by: string;
}

/** By when answers are due, who has not answered, and reminders. */
export function deadlinesCommands(program: Command, terminal: Terminal): void {
  const deadlines = program
    .command("deadlines")
    .description("by when countries are to answer, what still waits, and how often they were reminded")
    .addHelpText(
      "after",
      "\nExample:\n  ictsdg deadlines\n\nA warning waits until it is explained or corrected; an explanation waits for the agency's decision.",
    )
    .action(async (_, self: Command) => {
      const options = self.optsWithGlobals<CommonOptions>();
      await withEnvironment(options, (environment) => {
        const all = progress(environment);
        terminal.out(options.json ? JSON.stringify(all, null, 2) : listText(all, options, environment));
      });
    });
  addSet(deadlines, terminal);
  addRemind(deadlines, terminal);
}

function addSet(deadlines: Command, terminal: Terminal): void {
  deadlines
    .command("set")
    .description(
      "set the day by which a country is to answer; a later setting counts instead of an earlier one",
    )
    .argument("<area>", "ISO or M49 code of a country")
    .argument("<date>", "such as 2026-12-15; that day is still in time (UTC)")
    .requiredOption("--by <name>", "who sets it")
    .option("--collection <id>", "of which collection", "annual")
    .addHelpText("after", '\nExample:\n  ictsdg deadlines set KEN 2026-12-15 --by "J. Meyer"')
    .action(async (area: string, due: string, _, self: Command) => {
      const options = self.optsWithGlobals<NoticeOptions>();
      if (!isDay(due)) throw new UsageError(`"${due}" is no day. Write it as 2026-12-15.`);
      await withEnvironment(options, (environment) => {
        const { collection, by } = options;
        const notice = { kind: "deadline" as const, area: country(environment, area), collection, due, by };
        environment.store.notify({ ...notice, text: "", at: environment.now().toISOString() });
        const one = progress(environment, notice.area).filter((entry) => entry.collection === collection);
        terminal.out(options.json ? JSON.stringify(one[0], null, 2) : listText(one, options, environment));
      });
    });
}

function addRemind(deadlines: Command, terminal: Terminal): void {
  deadlines
    .command("remind")
    .description("write a reminder ready to be sent, in the language of --lang, and record that it was made")
    .argument("<area>", "ISO or M49 code of a country")
    .requiredOption("--by <name>", "who signs it")
    .option("--collection <id>", "of which collection", "annual")
    .addHelpText("after", '\nExample:\n  ictsdg deadlines remind SEN --lang fr --by "J. Meyer"')
    .action(async (area: string, _, self: Command) => {
      const options = self.optsWithGlobals<NoticeOptions>();
      await withEnvironment(options, (environment) => {
        const text = remind(environment, country(environment, area), options);
        terminal.out(options.json ? JSON.stringify({ text }, null, 2) : text);
      });
    });
}

function remind(environment: Environment, area: number, { collection, by, lang }: NoticeOptions): string {
  const { store, areas, now } = environment;
  const name = areas.areaName(area, lang);
  const found = progress(environment, area).find((one) => one.collection === collection);
  const due = found?.due ?? null;
  if (!found || due === null)
    throw new UsageError(
      `No deadline is set for ${name} in the collection "${collection}". Set one with \`ictsdg deadlines set\`.`,
    );
  if (!isAwaited(found))
    throw new UsageError(
      `Nothing waits for ${name} in the collection "${collection}": no reminder is needed.`,
    );
  const text = reminderText({ ...found, due }, lang, name, by);
  store.notify({ kind: "reminder", area, collection, due: null, text, by, at: now().toISOString() });
  return text;
}

function progress({ store, now }: Environment, area?: number): Progress[] {
  return progressOf(doubtsOf(store, { area }), store.submissions(), store.notices({ area }), now());
}

function listText(all: readonly Progress[], { lang }: CommonOptions, { areas }: Environment): string {
  if (all.length === 0) return "No deadlines, and nothing open.";
  const rows = all.map((one) => [
    areas.areaName(one.area, lang),
    one.collection,
    one.due ?? "none set",
    one.daysLeft === null ? "" : one.daysLeft < 0 ? `overdue ${-one.daysLeft}` : `${one.daysLeft} left`,
    one.files,
    one.errors,
    one.warnings,
    one.explained,
    one.reminders,
  ]);
  return columns(
    ["area", "collection", "due", "days", "files", "errors", "warnings", "to decide", "reminders"],
    rows,
  );
}

function country({ areas }: Environment, text: string): number {
  const code = areas.findArea(text);
  if (code === undefined)
    throw new UsageError(`"${text}" is no country or area. Give an ISO or M49 code (KEN, 404).`);
  return code;
}
