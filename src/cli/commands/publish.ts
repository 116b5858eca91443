import { resolve } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { tables as declared } from "../../../pipelines/tables/index.js";
import { formatIds } from "../../export/index.js";
import { writePack } from "../../export/pack.js";
import type { WrittenFile } from "../../export/whole-file.js";
import { type PublishReport, publish } from "../../run/publish.js";
import type { Language } from "../../types.js";
import {
  AS_OF,
  COMPOSITION,
  type CommonOptions,
  language,
  list,
  type PastOptions,
  POPULATION,
  type Terminal,
  withEnvironment,
} from "../context.js";

const tableIds = declared.map(({ id }) => id);
export const TABLES = ["--tables <ids>", "which, separated by commas", known(tableIds, "table")] as const;
export const FORMATS = ["--formats <ids>", "which, separated by commas", known(formatIds, "format")] as const;
export const LANGUAGES = [
  "--languages <codes>",
  "which, separated by commas (default: that of --lang)",
  (text: string) => list(text).map(language),
] as const;

interface ExportOptions extends CommonOptions, PastOptions {
  readonly tables: string[];
  readonly formats: string[];
  readonly languages: Language[];
  readonly out?: string;
  readonly strict?: boolean;
  readonly zip?: boolean;
  readonly force?: boolean;
}

/** `tables` lists what can be published, `export` publishes it. */
export function publishCommands(program: Command, terminal: Terminal): void {
  program
    .command("tables")
    .description("the tables that can be exported, and the formats")
    .addHelpText("after", "\nExample:\n  ictsdg tables")
    .action((_, self: Command) => {
      const known = { tables: declared.map(({ id }) => id), formats: formatIds };
      if (self.optsWithGlobals<CommonOptions>().json) return terminal.out(JSON.stringify(known, null, 2));
      terminal.out(`Tables:  ${known.tables.join(", ")}\nFormats: ${known.formats.join(", ")}`);
    });
  program
    .command("export")
    .description("make tables from the newest vintage (or an earlier one) and write them as files")
    .option(...TABLES, tableIds)
    .option(...FORMATS, ["csv"])
    .option(...LANGUAGES)
    .option("--out <folder>", "where to (default: data/out)")
    .option(...COMPOSITION)
    .option(...AS_OF)
    .option(...POPULATION)
    .option("--strict", "leave out of country tables what is not comparable; its flag says why")
    .option("--zip", "all files once more as one archive, <folder>.zip")
    .option("--force", "write again even when nothing has changed")
    .addHelpText(
      "after",
      "\nExample:\n  ictsdg export --tables facts-and-figures --formats csv,html --languages en,ar --out wtis",
    )
    .action(async (_, self: Command) => {
      const options = self.optsWithGlobals<ExportOptions>();
      await withEnvironment(options, async (environment) => {
        const out = options.out ? resolve(options.out) : environment.out;
        const report = await publish(environment, {
          ...options,
          languages: options.languages ?? [options.lang],
          out,
        });
        const pack = options.zip ? await packOf(report) : undefined;
        if (!options.json) return terminal.out(reportText(report, pack));
        const shown =
          report.outcome === "published" ? { ...report, computed: undefined, tables: undefined } : report;
        terminal.out(JSON.stringify({ ...shown, pack }, null, 2));
      });
    });
}

/** The archive of what was published, dated as its vintage; undefined where there is nothing. */
async function packOf(report: PublishReport): Promise<WrittenFile | undefined> {
  if (report.outcome === "nothing-to-publish") return undefined;
  const { asOf } = report.outcome === "published" ? report.computed.vintage : report.vintage;
  return writePack(report.out, new Date(asOf));
}

function reportText(report: PublishReport, pack: WrittenFile | undefined): string {
  const lines = (files: readonly WrittenFile[]) =>
    files.map(({ path, bytes, sha256 }) => `${sha256.slice(0, 12)}  ${path}  ${bytes} bytes`);
  const packed = pack ? [pack] : [];
  if (report.outcome === "nothing-to-publish") return "Nothing has been taken yet. `ictsdg take` first.";
  if (report.outcome === "published") return lines([...report.files, ...packed]).join("\n");
  const unchanged = `Unchanged since vintage ${report.vintage.id}; ${report.out} is up to date. --force writes again.`;
  return [unchanged, ...lines(packed)].join("\n");
}

function known(ids: readonly string[], what: string): (text: string) => string[] {
  return (text) => {
    const wanted = list(text);
    const unknown = wanted.find((id) => !ids.includes(id));
    if (unknown !== undefined)
      throw new InvalidArgumentError(`There is no ${what} "${unknown}". Known: ${ids.join(", ")}.`);
    return wanted;
  };
}
