import { resolve } from "node:path";
import type { Command } from "commander";
import { tables as declared } from "../../../pipelines/tables/index.js";
import type { Environment } from "../../run/environment.js";
import { createRelease } from "../../run/release/create.js";
import { currentSide, type Diff, diff, releaseSide } from "../../run/release/diff.js";
import type { Side } from "../../run/release/stages.js";
import { summaryOf } from "../../run/release/summary.js";
import { rebuildRelease, type Verification, verifyRelease } from "../../run/release/verify.js";
import type { Language } from "../../types.js";
import {
  AS_OF,
  areaOrGroup,
  asWished,
  COMPOSITION,
  type CommonOptions,
  type PastOptions,
  POPULATION,
  type Terminal,
  withEnvironment,
} from "../context.js";
import { diffText } from "../diff-text.js";
import { EXIT } from "../exit-codes.js";
import { columns } from "../print.js";
import { FORMATS, LANGUAGES, TABLES } from "./publish.js";

interface CreateOptions extends CommonOptions, PastOptions {
  readonly tables?: string[];
  readonly formats: string[];
  readonly languages?: Language[];
  readonly strict?: boolean;
  readonly by: string;
}

interface DiffOptions extends CommonOptions {
  readonly area?: string;
  readonly series?: string;
  readonly limit: number;
}

/** `release` freezes tables under a name, proves that they are unchanged, and explains what changed between two. */
export function releaseCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command("release")
    .description("tables frozen under a name: make, list, verify, make again, compare")
    .addHelpText("after", "\nExample:\n  ictsdg release create 2026.q4.1 --by Achieng");
  addCreate(command, terminal);
  addList(command, terminal);
  addVerify(command, terminal);
  addRebuild(command, terminal);
  addDiff(command, terminal);
}

function addCreate(command: Command, terminal: Terminal): void {
  command
    .command("create <name>")
    .description("freeze the tables, with all they rest on, in a folder of this name")
    .option(...TABLES)
    .option(...FORMATS, ["csv", "notes", "html", "xlsx", "json"])
    .option(...LANGUAGES)
    .option("--strict", "leave out of country tables what is not comparable; its flag says why")
    .option(...COMPOSITION)
    .option(...AS_OF)
    .option(...POPULATION)
    .requiredOption("--by <name>", "who releases it")
    .addHelpText("after", "\nExample:\n  ictsdg release create 2026.q4.1 --languages en,fr,ar --by Achieng")
    .action(async (name: string, _, self: Command) => {
      const options = self.optsWithGlobals<CreateOptions>();
      await withEnvironment(options, async (environment) => {
        const { formats, strict = false, composition = "by-year", by } = options;
        const { tables = declared.map(({ id }) => id), languages = [options.lang] } = options;
        const contents = { tables, formats, languages, strict, composition };
        const release = await createRelease(environment, name, by, contents);
        terminal.out(
          options.json
            ? JSON.stringify(release, null, 2)
            : `Release ${name} is in ${environment.releases}/${name}; its manifest has SHA-256 ${release.manifest}.`,
        );
      });
    });
}

function addList(command: Command, terminal: Terminal): void {
  command
    .command("list", { isDefault: true })
    .description("the releases, oldest first")
    .addHelpText("after", "\nExample:\n  ictsdg release list --json")
    .action(async (_, self: Command) => {
      const options = self.optsWithGlobals<CommonOptions>();
      await withEnvironment(options, ({ store }) => {
        const all = store.releases();
        if (options.json) return terminal.out(JSON.stringify(all, null, 2));
        if (all.length === 0) return terminal.out("No releases. `ictsdg release create` makes one.");
        const rows = all.map(({ name, at, by, pins, manifest }) => [
          ...[name, at, by, `${pins.vintage?.id} of ${pins.vintage?.asOf}`],
          ...[pins.revision ?? "the one imported last", manifest.slice(0, 12)],
        ]);
        terminal.out(columns(["release", "made", "by", "vintage", "population", "manifest"], rows));
      });
    });
}

function addVerify(command: Command, terminal: Terminal): void {
  command
    .command("verify <name>")
    .description("whether every file of a release is, bit by bit, as it was frozen")
    .addHelpText("after", "\nExample:\n  ictsdg release verify 2026.q4.1")
    .action(async (name: string, _, self: Command) => {
      const options = self.optsWithGlobals<CommonOptions>();
      await withEnvironment(options, async (environment) => {
        const found = await verifyRelease(environment, name);
        report(found, options, terminal, `Release ${name} is as it was frozen: ${found.files} files.`);
      });
    });
}

function addRebuild(command: Command, terminal: Terminal): void {
  command
    .command("rebuild <name>")
    .description("make a release again from the store, and compare every file with the frozen one")
    .option("--out <folder>", "leave the files there (default: they are thrown away)")
    .addHelpText("after", "\nExample:\n  ictsdg release rebuild 2026.q4.1")
    .action(async (name: string, _, self: Command) => {
      const options = self.optsWithGlobals<CommonOptions & { readonly out?: string }>();
      await withEnvironment(options, async (environment) => {
        const found = await rebuildRelease(environment, name, options.out && resolve(options.out));
        if (!found.sameProgram && !options.json)
          terminal.out("Another program made the release, so that files may rightly differ.");
        report(
          found,
          options,
          terminal,
          `Release ${name} was made again with the same bytes: ${found.files} files.`,
        );
      });
    });
}

function report(found: Verification, { json }: CommonOptions, terminal: Terminal, good: string): void {
  const { differences } = found;
  if (differences.length > 0) process.exitCode = EXIT.errors;
  const lines = differences.map(({ path, what }) => `${what}  ${path}`);
  terminal.out(json ? JSON.stringify(found, null, 2) : lines.join("\n") || good);
}

function addDiff(command: Command, terminal: Terminal): void {
  command
    .command("diff <from> <to>")
    .description("every figure that changed between two releases, and why")
    .option("--area <code>", "of one country or group")
    .option("--series <code>", "of one series")
    .option("--limit <n>", "changes to show, the largest first", Number, 20)
    .addHelpText(
      "after",
      `
Instead of a release: now; as-of:<time>; or population:<revision>, what is known now weighted with that revision.

Example:
  ictsdg release diff 2026.q3.1 2026.q4.1 --area WORLD
  ictsdg release diff "population:WPP 2022" "population:WPP 2024" --series IT_USE_II99`,
    )
    .action(async (from: string, to: string, _, self: Command) => {
      const options = self.optsWithGlobals<DiffOptions>();
      await withEnvironment(options, async (environment) => {
        const found = await diff(sideOf(environment, from), sideOf(environment, to));
        const shown = summaryOf(selected(found, options, environment), options.limit, environment.groups);
        terminal.out(
          options.json
            ? JSON.stringify(shown, null, 2)
            : diffText(shown, options.lang, environment.areas.areaName),
        );
      });
    });
}

function selected(found: Diff, { area, series }: DiffOptions, environment: Environment): Diff {
  const code = area === undefined ? undefined : areaOrGroup(environment, area);
  const isAsked = (one: { readonly area: number; readonly series: string }) =>
    (code ?? one.area) === one.area && (series?.toUpperCase() ?? one.series) === one.series;
  return { ...found, changes: found.changes.filter(isAsked), pairs: found.pairs.filter(isAsked) };
}

function sideOf(environment: Environment, text: string): Side {
  const [, kind, value = ""] = /^(now|as-of:|population:)(.*)$/.exec(text) ?? [];
  if (kind === undefined || (kind === "now" && value !== "")) return releaseSide(environment, text);
  const asOf = kind === "as-of:" ? { asOf: value } : {};
  const population = kind === "population:" ? { population: value } : {};
  return currentSide(asWished(environment, { ...asOf, ...population }), text);
}
