import { InvalidArgumentError } from "commander";
import { pipelines } from "../../pipelines/index.js";
import type { Pipeline } from "../define.js";
import { type Environment, openEnvironment, places } from "../run/environment.js";
import { LANGUAGES, type Language } from "../types.js";

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

/** Opens the environment for one command and closes it whatever happens. */
export async function withEnvironment<T>(
  options: Pick<CommonOptions, "store">,
  run: (environment: Environment) => Promise<T> | T,
): Promise<T> {
  const at = places();
  const environment = openEnvironment(options.store ? { ...at, store: options.store } : at);
  try {
    return await run(environment);
  } finally {
    environment.close();
  }
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
