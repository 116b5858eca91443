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
  const message = messageOf(catalogue, language, id);
  const values = Object.fromEntries(Object.entries(params).map(([key, value]) => [key, value ?? ""]));
  return String(message.format(values));
}

/** Whether there is such a message. */
export function has(catalogue: CatalogueId, language: Language, id: string): boolean {
  return catalogues[catalogue][language][id] !== undefined;
}

/**
 * The message `id` with "…" wherever a parameter would stand, for those who ask what a message says before
 * there is anything to fill it with. Of several wordings it is the general one (`other`).
 */
export function outline(catalogue: CatalogueId, language: Language, id: string): string {
  return outlineOf(messageOf(catalogue, language, id).getAst());
}

function outlineOf(elements: ReturnType<IntlMessageFormat["getAst"]>): string {
  return elements
    .map((element) => {
      if ("options" in element) return outlineOf(element.options.other?.value ?? []);
      // Of the elements without options, only a literal piece of the message is written out as it is.
      return element.type === 0 ? element.value : "…";
    })
    .join("");
}

function messageOf(catalogue: CatalogueId, language: Language, id: string): IntlMessageFormat {
  const name = `${catalogue}/${language}/${id}`;
  const message = compiled.get(name) ?? compile(catalogue, language, id);
  compiled.set(name, message);
  return message;
}
