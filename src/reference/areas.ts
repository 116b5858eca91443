import { join } from "node:path";
import type { I18n, Language } from "../types.js";
import { loadGroups } from "./groups.js";
import { malformed } from "./malformed.js";
import {
  codeCell,
  loadRecords,
  NAME_COLUMNS,
  nameCells,
  type ReferenceRecord,
  requiredCell,
} from "./records.js";

export { type Groups, loadGroups } from "./groups.js";

/** A country or area of M49, or one the SDG data structure adds. */
export interface Area {
  readonly m49: number;
  readonly iso3: string;
  readonly iso2: string;
  readonly name: I18n;
}

export interface Areas {
  /** Ascending by M49 code. */
  readonly list: readonly Area[];
  /** The M49 code for an ISO alpha-3, alpha-2 or M49 code: any case, with or without leading zeros or blanks around. */
  findArea(text: string): number | undefined;
  get(m49: number): Area | undefined;
  /** Name of an area or group; the bare code where neither list has it, so that a table never shows nothing. */
  areaName(m49: number, language: Language): string;
}

function readArea(record: ReferenceRecord): Area {
  const iso3 = requiredCell(record, "iso3");
  const iso2 = requiredCell(record, "iso2");
  if (!/^[A-Z]{3}$/.test(iso3) || !/^[A-Z]{2}$/.test(iso2)) {
    throw malformed(
      record.file,
      record.line,
      `"${iso3}", "${iso2}" are not ISO 3166-1 codes.`,
      "Write three and two capital letters.",
    );
  }
  return { m49: codeCell(record, "m49"), iso3, iso2, name: nameCells(record) };
}

/** Every spelling of an area's code, so that the usual ones are found with a single look-up. */
function spellings({ m49, iso3, iso2 }: Area): Set<string> {
  const number = String(m49);
  return new Set([
    iso3,
    iso2,
    iso3.toLowerCase(),
    iso2.toLowerCase(),
    number,
    number.padStart(2, "0"),
    number.padStart(3, "0"),
  ]);
}

function indexSpellings(records: readonly ReferenceRecord[]): {
  byM49: Map<number, Area>;
  bySpelling: Map<string, number>;
} {
  const byM49 = new Map<number, Area>();
  const bySpelling = new Map<string, number>();
  for (const record of records) {
    const area = readArea(record);
    for (const spelling of spellings(area)) {
      if (bySpelling.has(spelling)) {
        throw malformed(
          record.file,
          record.line,
          `the code ${spelling} is used twice.`,
          "Keep one of the lines.",
        );
      }
      bySpelling.set(spelling, area.m49);
    }
    byM49.set(area.m49, area);
  }
  return { byM49, bySpelling };
}

/**
 * Reads `areas.csv` (and any `areas-*.csv`), and the group names beside it.
 * @param directory the reference directory, such as data/reference
 * @throws MalformedReference naming file, line, cause and remedy
 */
export function loadAreas(directory: string): Areas {
  const records = loadRecords(directory, "areas", ["m49", "iso3", "iso2", ...NAME_COLUMNS]);
  const { byM49, bySpelling } = indexSpellings(records);
  const groups = loadGroups(directory);
  const stranger = groups.memberships.find(({ area }) => !byM49.has(area));
  if (stranger !== undefined) {
    throw malformed(
      join(directory, "members*.csv"),
      0,
      `group ${stranger.group} has the member ${stranger.area}, which is no area.`,
      "Correct it or add it to areas.csv.",
    );
  }
  return {
    list: [...byM49.values()].sort((a, b) => a.m49 - b.m49),
    findArea: (text) => bySpelling.get(text) ?? bySpelling.get(text.trim().toUpperCase()),
    get: (m49) => byM49.get(m49),
    areaName: (m49, language) => (byM49.get(m49) ?? groups.get(m49))?.name[language] ?? String(m49),
  };
}
