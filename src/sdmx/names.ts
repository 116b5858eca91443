import { text } from "../i18n/text.js";
import { type I18n, LANGUAGES, type Language } from "../types.js";
import type { Names } from "./model.js";

/** The name in a language, or else in English. */
export const nameIn = (names: Names, language: Language): string => names[language] ?? names.en;

/** A name with the languages it is known in, in the order ar, en, es, fr, ru, zh. */
export const languagesOf = (names: Names): [Language, string][] =>
  LANGUAGES.flatMap((language) => {
    const name = names[language];
    return name === undefined ? [] : [[language, name] as [Language, string]];
  });

/** A message of the catalogue of tables in every language; `name` fills its parameter of that name. */
export const messageNames = (id: string, name: Names = { en: "" }): I18n =>
  Object.fromEntries(
    LANGUAGES.map((language) => [language, text("tables", language, id, { name: nameIn(name, language) })]),
  ) as I18n;
