import { mkdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type Command, Option } from "commander";
import { type WrittenFile, writeWhole } from "../../export/whole-file.js";
import { messageHead, sdmxContent } from "../../run/sdmx.js";
import { CSV_DEFAULTS, type CsvOptions } from "../../sdmx/csv-columns.js";
import { dataFormats, structureFormats } from "../../sdmx/index.js";
import type { Detail } from "../../sdmx/model.js";
import { FLOWS, type FlowId, findDataflow } from "../../sdmx/structure.js";
import {
  AS_OF,
  type CommonOptions,
  type PastOptions,
  POPULATION,
  type Terminal,
  UsageError,
  withEnvironment,
} from "../context.js";

interface DataOptions extends CommonOptions, PastOptions, CsvOptions {
  readonly flow: FlowId;
  readonly format: string;
  readonly flat?: boolean;
  readonly detail: Detail;
  readonly out?: string;
}

interface StructureOptions extends CommonOptions, PastOptions {
  readonly format: string;
  readonly out: string;
}

const NOTHING_TAKEN = "Nothing has been taken yet. `ictsdg take` first.";

/** `sdmx data` and `sdmx structures` write messages that clients of the standard read. */
export function sdmxCommands(program: Command, terminal: Terminal): void {
  const sdmx = program
    .command("sdmx")
    .description("write SDMX: data of a dataflow, or the structures they follow")
    .addHelpText("after", "\nExample:\n  ictsdg sdmx data --flow GLOBAL --format csv2 --out global.csv");
  const formats = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);
  sdmx
    .command("data")
    .description("the data of a dataflow")
    .addOption(new Option("--flow <id>", "which dataflow").choices(FLOWS).makeOptionMandatory())
    .addOption(choice("--format <id>", "which format", formats(dataFormats), "csv2"))
    .addOption(
      choice("--detail <what>", "how much", ["full", "dataonly", "serieskeysonly", "nodata"], "full"),
    )
    .option("--flat", "a list of observations instead of series (XML and JSON)")
    .addOption(
      choice("--labels <how>", "names beside codes (CSV)", ["id", "both", "name"], CSV_DEFAULTS.labels),
    )
    .addOption(
      choice(
        "--time-format <how>",
        "years or days (CSV)",
        ["original", "normalized"],
        CSV_DEFAULTS.timeFormat,
      ),
    )
    .addOption(
      choice(
        "--keys <which>",
        "columns of keys (CSV 2.0)",
        ["none", "series", "obs", "both"],
        CSV_DEFAULTS.keys,
      ),
    )
    .option(...AS_OF)
    .option(...POPULATION)
    .option("--out <file>", "where to (default: <flow>.<format>.<extension> here)")
    .addHelpText(
      "after",
      "\nExample:\n  ictsdg sdmx data --flow GLOBAL --format csv2 --labels both --lang fr --out global.csv",
    )
    .action((_, self: Command) => writeData(self.optsWithGlobals<DataOptions>(), terminal));
  sdmx
    .command("structures")
    .description("code lists, concepts, the data structure, its dataflows, and what data these have")
    .addOption(choice("--format <id>", "which format", formats(structureFormats), "ml21"))
    .option(...AS_OF)
    .option("--out <folder>", "where to", ".")
    .addHelpText("after", "\nExample:\n  ictsdg sdmx structures --format ml30 --out sdmx")
    .action((_, self: Command) => writeStructures(self.optsWithGlobals<StructureOptions>(), terminal));
}

const choice = (flags: string, description: string, values: readonly string[], usual: string): Option =>
  new Option(flags, description).choices(values).default(usual);

async function writeData(options: DataOptions, terminal: Terminal): Promise<void> {
  const { flow, lang, flat, detail, labels } = options;
  const format = formatOf(dataFormats, options.format);
  if (format.id === "csv1" && labels === "name")
    throw new UsageError("SDMX-CSV 1.0 has no --labels name. Use --labels both, or --format csv2.");
  await withEnvironment(options, async (environment) => {
    const content = sdmxContent(environment, lang);
    const dataflow = content && findDataflow(content.structures, flow);
    if (!content || !dataflow) return terminal.out(NOTHING_TAKEN);
    const message = {
      ...messageHead(flow, content.vintage, lang),
      dataflow,
      dimensionAtObservation: flat ? ("AllDimensions" as const) : ("TIME_PERIOD" as const),
      detail,
    };
    const path = resolve(options.out ?? `${flow.toLowerCase()}.${format.id}.${format.extension}`);
    await mkdir(dirname(path), { recursive: true });
    report(terminal, options, await writeWhole(path, format.write(message, content.data(flow), options)));
  });
}

async function writeStructures(options: StructureOptions, terminal: Terminal): Promise<void> {
  const format = formatOf(structureFormats, options.format);
  await withEnvironment(options, async (environment) => {
    const content = sdmxContent(environment, options.lang);
    if (!content) return terminal.out(NOTHING_TAKEN);
    const structures = { ...content.structures, constraints: content.constraints() };
    const folder = resolve(options.out);
    await mkdir(folder, { recursive: true });
    const path = join(folder, `structures.${format.id}.${format.extension}`);
    const head = messageHead("STRUCTURES", content.vintage, options.lang);
    report(terminal, options, await writeWhole(path, format.write(head, structures)));
  });
}

function formatOf<F extends { readonly id: string }>(formats: readonly F[], id: string): F {
  const found = formats.find((format) => format.id === id);
  if (!found) throw new UsageError(`There is no format "${id}".`);
  return found;
}

function report(terminal: Terminal, { json }: CommonOptions, { sha256, path, bytes }: WrittenFile): void {
  terminal.out(
    json ? JSON.stringify({ path, bytes, sha256 }) : `${sha256.slice(0, 12)}  ${path}  ${bytes} bytes`,
  );
}
