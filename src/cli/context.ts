import { InvalidArgumentError } from "commander";
import { pipelines } from "../../pipelines/index.js";
import { readComposition } from "../aggregate/membership.js";
import { isDay } from "../dates.js";
import type { Pipeline } from "../define.js";
import { type Environment, environmentAt, openEnvironment, places } from "../run/environment.js";
import { type Composition, LANGUAGES, type Language } from "../types.js";

/** Options that every command has. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly store?: string;
  readonly lang: Language;
}

/** What a command is given beside its own arguments. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** True when a person watches, so that progress may be drawn. */
  readonly interactive: boolean;
}

export const terminal: Terminal = {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  interactive: process.stderr.isTTY === true,
};

/** A mistake in how a command was called, told in one line with the way out. */
export class UsageError extends Error {}

export const AS_OF = [
  "--as-of <time>",
  "as things were known at this time: 2026-06-30, or a time in ISO 8601",
] as const;

export const POPULATION = [
  "--population <revision>",
  "weighted with this revision of the population; `ictsdg reference revisions` lists them",
] as const;

export const COMPOSITION = [
  "--composition <when>",
  "members of groups: by-year (each year its own), or those of one year or date for all years",
  composition,
] as const;

/** Options of commands that can be asked about the past, or with another population or composition of groups. */
export interface PastOptions {
  readonly asOf?: string;
  readonly population?: string;
  readonly composition?: Composition;
}

/**
 * Opens the environment for one command and closes it whatever happens. With `asOf` it is as it was then: data, what
 * was said of findings, and reference values.
 */
export async function withEnvironment<T>(
  options: Pick<CommonOptions, "store"> & PastOptions,
  run: (environment: Environment) => Promise<T> | T,
): Promise<T> {
  const at = places();
  const environment = openEnvironment(options.store ? { ...at, store: options.store } : at);
  try {
    return await run(asWished(environment, options));
  } finally {
    environment.close();
  }
}

/** The environment as of another time, with another population or composition; the same where nothing is wished. */
export function asWished(
  environment: Environment,
  { asOf, population, composition }: PastOptions,
): Environment {
  if (asOf === undefined && population === undefined) return { ...environment, composition };
  const { store } = environment;
  const pins = store.pins(asOf === undefined ? undefined : moment(asOf));
  if (asOf !== undefined && pins.vintage === null && store.vintage())
    throw new UsageError(
      `Nothing had been taken by ${asOf}; the first submission came at ${store.submissions()[0]?.asOf}. Give a later --as-of.`,
    );
  const named = population === undefined ? null : revision(environment, population);
  return { ...environmentAt(environment, { ...pins, revision: named }), composition };
}

/** A revision of the population that has been imported. */
function revision({ store }: Environment, name: string): string {
  const known = store.referenceRevisions().filter(({ series }) => series === "POPULATION");
  if (known.some((one) => one.revision === name)) return name;
  const names = known.map((one) => `"${one.revision}"`).join(", ");
  throw new UsageError(
    `There is no revision "${name}" of the population. ${names ? `There are ${names}.` : "`ictsdg reference import` brings one."}`,
  );
}

/**
 * The time a person writes, as ISO 8601 in UTC: a date alone is its end, a time without a zone is UTC.
 * @throws UsageError when it is no time
 */
function moment(text: string): string {
  const [, date, time = "T23:59:59.999", zone = "Z"] =
    /^(\d{4}-\d{2}-\d{2})([T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?$/i.exec(text.trim()) ??
    [];
  const found = new Date(`${date}${time.replace(" ", "T")}${zone.toUpperCase()}`);
  if (date !== undefined && isDay(date) && !Number.isNaN(found.getTime())) return found.toISOString();
  throw new UsageError(`"${text}" is no time. Write 2026-06-30, or 2026-06-30T12:00:00Z.`);
}

export function composition(text: string): Composition {
  const found = readComposition(text);
  if (found === undefined)
    throw new InvalidArgumentError("Use by-year, a year such as 2020, or a date such as 2020-12-31.");
  return found;
}

export function year(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError("Use a year, such as 2019.");
  return Number(text);
}

export function language(text: string): Language {
  const found = LANGUAGES.find((one) => one === text.toLowerCase());
  if (!found) throw new InvalidArgumentError(`Use one of ${LANGUAGES.join(", ")}.`);
  return found;
}

export function list(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** M49 code of an area or group as a person types it: ISO code, M49 code, group alias or WORLD. */
export function areaOrGroup(environment: Environment, text: string): number {
  const code = /^world$/i.test(text)
    ? 1
    : (environment.groups.findGroup(text) ?? environment.areas.findArea(text));
  if (code === undefined)
    throw new UsageError(
      `"${text}" is no area or group. Give an ISO or M49 code (KEN, 404), a group (WORLD, LDC, AFR) or its M49 code.`,
    );
  return code;
}

export function findPipeline(id: string): Pipeline {
  const pipeline = pipelines.find((one) => one.id === id);
  if (!pipeline)
    throw new UsageError(
      `There is no pipeline "${id}". Known: ${pipelines.map((one) => one.id).join(", ")}.`,
    );
  return pipeline;
}
