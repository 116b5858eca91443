import type { CsvOptions } from "../../sdmx/csv-columns.js";
import { dataFormats, structureFormats } from "../../sdmx/index.js";
import { ServiceError } from "../errors.js";
import { type Accepted, accepted } from "../http/accept.js";
import { choice, type Parameters } from "./query.js";

/** Version of SDMX REST: 1 is 1.5 and of SDMX 2.1, 2 is 2.x and of SDMX 3.0. */
export type RestVersion = 1 | 2;

interface Format {
  readonly id: string;
  readonly mediaType: string;
}

/** A format that was chosen, and how the answer is to be called. */
export interface Chosen<F extends Format> {
  readonly format: F;
  readonly contentType: string;
}

/** Options of SDMX-CSV, and whether the file is for a spreadsheet. */
export interface ChosenData extends Chosen<(typeof dataFormats)[number]> {
  readonly options: Partial<CsvOptions>;
  readonly forSpreadsheet: boolean;
}

/** Parameters by which a format can be asked for in an address, as a browser or a spreadsheet has no headers to set. */
export const FORMAT_PARAMETERS = ["format", "labels", "timeFormat", "keys"] as const;

/** The format for a name without a version, by version of SDMX REST; what is accepted without more is the default. */
const DATA_NAMES: Readonly<Record<string, readonly [string, string]>> = {
  "*/*": ["ml21-generic", "json2"],
  "application/*": ["ml21-generic", "json2"],
  "text/*": ["csv1", "csv2"],
  "application/xml": ["ml21-generic", "ml30"],
  "text/xml": ["ml21-generic", "ml30"],
  "application/json": ["json1", "json2"],
  "text/csv": ["csv1", "csv2"],
  "application/vnd.sdmx.data+xml": ["ml30", "ml30"],
  "application/vnd.sdmx.data+json": ["json1", "json2"],
  "application/vnd.sdmx.data+csv": ["csv1", "csv2"],
  "application/vnd.sdmx.genericdata+xml": ["ml21-generic", "ml21-generic"],
  "application/vnd.sdmx.structurespecificdata+xml": ["ml21", "ml21"],
  csv: ["csv1", "csv2"],
  json: ["json1", "json2"],
  jsondata: ["json1", "json2"],
  xml: ["ml21-generic", "ml30"],
  genericdata: ["ml21-generic", "ml21-generic"],
  structurespecificdata: ["ml21", "ml30"],
};

const STRUCTURE_NAMES: typeof DATA_NAMES = {
  "*/*": ["ml21", "json2"],
  "application/*": ["ml21", "json2"],
  "application/xml": ["ml21", "ml30"],
  "text/xml": ["ml21", "ml30"],
  "text/*": ["ml21", "ml30"],
  "application/json": ["json1", "json2"],
  "application/vnd.sdmx.structure+xml": ["ml21", "ml30"],
  "application/vnd.sdmx.structure+json": ["json1", "json2"],
  json: ["json1", "json2"],
  xml: ["ml21", "ml30"],
  "sdmx-2.1": ["ml21", "ml21"],
  "sdmx-3.0": ["ml30", "ml30"],
  "sdmx-json": ["json1", "json2"],
};

/**
 * The format of data: by the parameter `format` (a name or a media type), or else by the Accept header.
 * @throws ServiceError when none of those accepted can be had
 */
export function dataFormat(
  version: RestVersion,
  accept: string | undefined,
  parameters: Parameters,
): ChosenData {
  const asked = parameters.get("format");
  const { wish, ...chosen } = chosenOf(dataFormats, DATA_NAMES, version, asked ?? accept);
  const options = csvOptions(wish, parameters);
  if (chosen.format.id === "csv1" && (options.labels === "name" || (options.keys ?? "none") !== "none"))
    throw new ServiceError("semantic", "SDMX-CSV 1.0 has no labels=name and no keys. Ask for version 2.0.0.");
  return { ...chosen, options, forSpreadsheet: asked?.toLowerCase() === "csv" };
}

export const structureFormat = (version: RestVersion, accept: string | undefined, parameters: Parameters) =>
  chosenOf(structureFormats, STRUCTURE_NAMES, version, parameters.get("format") ?? accept);

function chosenOf<F extends Format>(
  formats: readonly F[],
  names: typeof DATA_NAMES,
  version: RestVersion,
  header: string | undefined,
): Chosen<F> & { readonly wish: Accepted } {
  for (const wish of accepted(header || "*/*")) {
    const format = wished(formats, names, version, wish);
    if (format) return { format, wish, contentType: contentType(format, wish) };
  }
  throw new ServiceError(
    "not-acceptable",
    `"${header?.slice(0, 120)}" cannot be had. There are ${formats.map(({ mediaType }) => mediaType).join(", ")}.`,
  );
}

function wished<F extends Format>(
  formats: readonly F[],
  names: typeof DATA_NAMES,
  version: RestVersion,
  { name, parameters }: Accepted,
): F | undefined {
  const asked = parameters.get("version");
  if (asked !== undefined && name.includes("vnd.sdmx"))
    return formats.find(({ mediaType }) => isMeant(mediaType, name, asked));
  const id = names[name]?.[version - 1] ?? name;
  return formats.find((format) => format.id === id);
}

/** Whether a media type with a version is meant; `2.0.0+` is 2.0.0 or a later one of the same number before the first dot. */
function isMeant(mediaType: string, name: string, version: string): boolean {
  const [type, own = ""] = mediaType.split(";version=");
  const short = (text: string) => text.replace(/(\.0)+$/, "");
  const isOpen = version.includes("+");
  const [major] = version.split(/[+.]/);
  return type === name && (isOpen ? own.split(".")[0] === major : short(own) === short(version));
}

/** What was asked for by a general name is called so; anything else by its own media type. */
function contentType({ mediaType }: Format, { name }: Accepted): string {
  if (name === "csv") return "text/csv; charset=utf-8";
  if (!/^(text|application)\/(csv|xml|json)$/.test(name)) return mediaType;
  return name.startsWith("text/") ? `${name}; charset=utf-8` : name;
}

/** Options of SDMX-CSV, given as parameters of the media type or of the address. */
function csvOptions({ parameters: given }: Accepted, parameters: Parameters): Partial<CsvOptions> {
  const all = new Map<string, string>();
  for (const name of ["labels", "timeFormat", "keys"]) {
    const value = parameters.get(name) ?? given.get(name.toLowerCase());
    if (value !== undefined) all.set(name, value);
  }
  return {
    labels: choice(all, "labels", ["id", "both", "name"]),
    timeFormat: choice(all, "timeFormat", ["original", "normalized"]),
    keys: choice(all, "keys", ["none", "series", "obs", "both"]),
  };
}
