import { IntlMessageFormat } from "intl-messageformat";
import type { Language, Params } from "../types.js";
import { type CatalogueId, catalogues } from "./catalogues.js";

const compiled = new Map<string, IntlMessageFormat>();

function compile(catalogue: CatalogueId, language: Language, id: string): IntlMessageFormat {
  const message = catalogues[catalogue][language][id];
  if (message === undefined) {
    throw new Error(`No message "${id}" in ${language}: add it to src/i18n/${catalogue}/${language}.json.`);
  }
  // Tags are off because "<" is one of the symbols of a table.
  return new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
}

/**
 * The message `id` of a catalogue in one language, filled with `params` (ICU MessageFormat). A null parameter
 * is written as nothing. Throws when the message or one of its parameters is missing.
 */
export function text(catalogue: CatalogueId, language: Language, id: string, params: Params = {}): string {
  const name = `${catalogue}/${language}/${id}`;
  let message = compiled.get(name);
  if (!message) {
    message = compile(catalogue, language, id);
    compiled.set(name, message);
  }
  const values = Object.fromEntries(Object.entries(params).map(([key, value]) => [key, value ?? ""]));
  return String(message.format(values));
}
