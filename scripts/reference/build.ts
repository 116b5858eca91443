/**
 * Writes data/reference/areas.csv. Codes: i18n-iso-countries (ISO 3166-1, whose numeric codes are M49's),
 * with Kosovo under the SDG data structure's 412. Names: UNTERM short names (datasets/country-codes, PDDL),
 * then the names kept by hand, then CLDR.
 *
 *     node dist/scripts/reference/build.js path/to/country-codes.csv
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import isoCountries from "i18n-iso-countries";
import { type I18n, LANGUAGES, type Language } from "../../src/types.js";
import { HAND_KEPT_NAMES } from "./names.js";

const UNTERM: Readonly<Record<Language, string>> = {
  ar: "Arabic",
  en: "English",
  es: "Spanish",
  fr: "French",
  ru: "Russian",
  zh: "Chinese",
};

/** Not in ISO 3166-1 nor M49: the World Bank's alpha codes, and CL_AREA 1.0 of IAEG-SDGs for the number. */
const KOSOVO = { m49: 412, iso3: "XKX", iso2: "XK" };

/** UNTERM marks observers and non-members with asterisks and sets the article after the name. */
function plainName(unterm: string): string {
  return unterm
    .replaceAll("*", "")
    .trim()
    .replace(/\s*\((?:the|l'|le|la|les|el|los|las)\)$/, "");
}

/** CLDR abbreviates for menus; tables need the words. */
function fullName(cldr: string): string {
  return cldr
    .replace(/^St\. /, "Saint ")
    .replace(/ & /g, " and ")
    .replace("Св.", "Святой")
    .replace(/^о-в /, "Остров ")
    .replace(/^о-ва /, "Острова ")
    .replace(/ о-ва(?= |$)/, " острова")
    .replace(/^./, (first) => first.toUpperCase());
}

function cldrNames(iso2: string): I18n {
  const named = LANGUAGES.map((language) => {
    const name = new Intl.DisplayNames(language, { type: "region", fallback: "none" }).of(iso2);
    if (name === undefined) throw new Error(`CLDR has no ${language} name for ${iso2}: add one to names.ts.`);
    return [language, fullName(name)];
  });
  return Object.fromEntries(named);
}

function untermNames(path: string): Map<string, I18n> {
  const rows: Record<string, string>[] = parse(readFileSync(path), { columns: true, bom: true });
  const named = rows
    .filter((row) => row["UNTERM English Short"])
    .map((row): [string, I18n] => [
      row["ISO3166-1-Alpha-3"] ?? "",
      Object.fromEntries(
        LANGUAGES.map((l) => [l, plainName(row[`UNTERM ${UNTERM[l]} Short`] ?? "")]),
      ) as I18n,
    ]);
  return new Map(named);
}

function build(countryCodes: string): string {
  const unterm = untermNames(countryCodes);
  const codes = Object.entries(isoCountries.getAlpha3Codes())
    .filter(([, iso2]) => iso2 !== KOSOVO.iso2)
    .map(([iso3, iso2]) => ({ m49: Number(isoCountries.alpha3ToNumeric(iso3)), iso3, iso2 }));
  codes.push(KOSOVO);
  codes.sort((a, b) => a.m49 - b.m49);
  const rows = codes.map(({ m49, iso3, iso2 }) => {
    const name = unterm.get(iso3) ?? HAND_KEPT_NAMES[iso3] ?? cldrNames(iso2);
    return [m49, iso3, iso2, ...LANGUAGES.map((language) => name[language])];
  });
  return stringify([["m49", "iso3", "iso2", ...LANGUAGES.map((l) => `name_${l}`)], ...rows]);
}

const countryCodes = process.argv[2];
if (countryCodes === undefined) {
  console.error(
    "Usage: node dist/scripts/reference/build.js path/to/country-codes.csv (datasets/country-codes)",
  );
  process.exitCode = 2;
} else {
  writeFileSync("data/reference/areas.csv", build(countryCodes));
}
