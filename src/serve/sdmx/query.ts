import { isDay } from "../../dates.js";
import type { Dataflow, DataMessage, DataStructure } from "../../sdmx/model.js";
import { ServiceError } from "../errors.js";
import type { Filter } from "./filter.js";

/** Of each dimension in the order of the key, the codes asked for; null for any. */
export type KeyPattern = readonly (ReadonlySet<string> | null)[];

/** What of the data of a dataflow is asked for, whichever version of SDMX REST it was asked in. */
export interface DataQuery extends Pick<DataMessage, "detail" | "dimensionAtObservation"> {
  /** With those attributes only that are to be told. */
  readonly flow: Dataflow;
  /** A series has to fit one of them; none means any. */
  readonly keys: readonly KeyPattern[];
  /** All of them have to hold. */
  readonly filters: readonly Filter[];
  /** At most so many observations of each series, from its start or up to its end. */
  readonly first: number | null;
  readonly last: number | null;
  /** ISO 8601 times in UTC. */
  readonly updatedAfter: string | null;
  readonly asOf: string | null;
  readonly history: boolean;
  readonly offset: number;
  readonly limit: number | null;
}

export type Parameters = ReadonlyMap<string, string>;

/** @throws ServiceError when a parameter is none of those known, since a misspelt one would be passed over */
export function requireKnown(parameters: Parameters, known: readonly string[]): void {
  for (const name of parameters.keys())
    if (!known.includes(name))
      throw new ServiceError(
        "syntax",
        `There is no parameter "${name.slice(0, 60)}" here. Known are ${known.join(", ")}.`,
      );
}

/** A positive whole number, or null where the parameter is not given. */
export function count(parameters: Parameters, name: string, least = 1): number | null {
  const text = parameters.get(name);
  if (text === undefined) return null;
  if (/^\d{1,9}$/.test(text) && Number(text) >= least) return Number(text);
  throw new ServiceError(
    "syntax",
    `${name} is "${text.slice(0, 40)}". Give a whole number from ${least} on.`,
  );
}

/** True or false, or false where the parameter is not given. */
export function flag(parameters: Parameters, name: string): boolean {
  const text = (parameters.get(name) ?? "false").toLowerCase();
  if (text === "true" || text === "false") return text === "true";
  throw new ServiceError("syntax", `${name} is "${text.slice(0, 40)}". Give true or false.`);
}

/** A time in UTC, or null where the parameter is not given; a day is its start, a time without a zone is UTC. */
export function time(parameters: Parameters, name: string): string | null {
  const text = parameters.get(name);
  if (text === undefined) return null;
  const [, date = "", clock = "T00:00:00", zone = "Z"] =
    /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|[+-]\d{2}:\d{2})?$/.exec(text) ?? [];
  const found = new Date(`${date}${clock}${zone}`);
  if (isDay(date) && !Number.isNaN(found.getTime())) return found.toISOString();
  throw new ServiceError(
    "syntax",
    `${name} is "${text.slice(0, 40)}", which is no time. Write 2026-06-30T12:00:00Z, with a plus sign as %2B.`,
  );
}

/** One of the values a parameter may have, the first where it is not given. */
export function choice<T extends string>(
  parameters: Parameters,
  name: string,
  values: readonly [T, ...T[]],
): T {
  const text = parameters.get(name);
  if (text === undefined) return values[0];
  const found = values.find((value) => value.toLowerCase() === text.toLowerCase());
  if (found !== undefined) return found;
  throw new ServiceError("syntax", `${name} is "${text.slice(0, 40)}". Give one of ${values.join(", ")}.`);
}

/** How observations are put together: by series, or each by itself. */
export function layout(
  parameters: Parameters,
  { dimensions, time: { id } }: DataStructure,
): DataMessage["dimensionAtObservation"] {
  const asked = parameters.get("dimensionAtObservation") ?? id;
  if (asked === "AllDimensions") return asked;
  if (asked === id) return "TIME_PERIOD";
  if (dimensions.some((one) => one.id === asked))
    throw new ServiceError(
      "not-implemented",
      `Data by ${asked} are not made. Ask for TIME_PERIOD, or for AllDimensions, which leaves nothing out.`,
    );
  throw new ServiceError("semantic", `There is no dimension "${asked.slice(0, 60)}".`);
}

/** Times between which a query is about changes. @throws ServiceError when they are the wrong way round */
export function times(parameters: Parameters): Pick<DataQuery, "updatedAfter" | "asOf" | "history"> {
  const [updatedAfter, asOf] = [time(parameters, "updatedAfter"), time(parameters, "asOf")];
  if (updatedAfter !== null && asOf !== null && updatedAfter > asOf)
    throw new ServiceError(
      "syntax",
      "updatedAfter is later than asOf, so that nothing can have changed between.",
    );
  return { updatedAfter, asOf, history: flag(parameters, "includeHistory") };
}

/** The codes of a key, a text for each dimension, as patterns. */
export function keyPattern(
  { dimensions }: DataStructure,
  parts: readonly string[],
  codesIn: (part: string) => ReadonlySet<string> | null,
): KeyPattern {
  if (parts.length > dimensions.length)
    throw new ServiceError(
      "semantic",
      `The key has ${parts.length} parts; there are ${dimensions.length} dimensions: ${dimensions.map(({ id }) => id).join(".")}.`,
    );
  return parts.map((part) => {
    const codes = codesIn(part);
    for (const code of codes ?? [])
      if (!/^[A-Za-z0-9_@$-]+$/.test(code))
        throw new ServiceError("syntax", `"${code.slice(0, 60)}" in the key cannot be a code.`);
    return codes;
  });
}
