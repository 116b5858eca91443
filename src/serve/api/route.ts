import type { JsonSchema } from "../../json-schema.js";
import type { Environment } from "../../run/environment.js";
import type { Lineages } from "../../run/lineage.js";
import type { Release } from "../../store/store.js";
import { ServiceError } from "../errors.js";
import type { Answer } from "../http/answer.js";
import type { Published } from "../published/published.js";

/** What the JSON service is made from. */
export interface ApiService {
  readonly environment: Environment;
  readonly published: () => Published;
  readonly version: string;
  /** Names the program, so that an answer made by another one is not taken for the same. */
  readonly program: string;
  /** Follows figures of a release back to the files; opened once for each release. */
  readonly lineages: (release: Release) => Lineages;
}

/** Values of the parameters of a request, each as its schema says. */
export type Given = Readonly<Record<string, string>>;

/**
 * One address of the JSON service. What a parameter may be, and what comes back, is declared here and told in the
 * OpenAPI document from here.
 */
export interface ApiRoute {
  /** With parameters as `:name`. */
  readonly path: string;
  readonly summary: string;
  /** By name; those that are not in the path are in the query. `required` as OpenAPI has it. */
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** What comes back, by media type; null where it is no JSON. */
  readonly content: Readonly<Record<string, JsonSchema | null>>;
  answer(service: ApiService, given: Given): Answer;
}

export interface Parameter {
  readonly description: string;
  readonly required?: boolean;
  readonly schema: JsonSchema;
}

export const JSON_TYPE = "application/json; charset=utf-8";

/** An answer in JSON, made from what the parameters and `state` name. */
export const jsonAnswer = (
  { program, published }: ApiService,
  given: Given,
  state: string,
  make: () => unknown,
): Answer => ({
  contentType: JSON_TYPE,
  madeFrom: [program, state, JSON.stringify(given)],
  modified: published().releases.at(-1)?.at ?? null,
  body: () => `${JSON.stringify(make(), null, 2)}\n`,
});

/** A release by name, or the newest by the name `latest`. @throws ServiceError when it is not published */
export function publishedRelease({ environment, published }: ApiService, name: string): Release {
  const { releases } = published();
  const found = name === "latest" ? releases.at(-1) : releases.find((one) => one.name === name);
  const release = environment.store.releases().find((one) => one.name === found?.name);
  if (found && release) return release;
  const names = releases.map((one) => one.name).join(", ");
  throw new ServiceError(
    "no-results",
    `There is no release "${name.slice(0, 80)}". ${names ? `There are ${names}, and latest.` : "Nothing has been released yet."}`,
  );
}
