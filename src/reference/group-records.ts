/** Lines of `groups*.csv` and `members*.csv` read and checked one against the other. */
import { type I18n, LANGUAGES, type Language } from "../types.js";
import { malformed } from "./malformed.js";
import { codeCell, type ReferenceRecord, requiredCell, yearCell } from "./records.js";

/** A group of areas. `code` is M49's, or 900–999 for own groups, which M49 leaves to private use. */
export interface Group {
  readonly code: number;
  /** The code others know the group by (ITU: AFR; World Bank: HIC); empty when there is none. */
  readonly alias: string;
  readonly kind: string;
  readonly name: I18n;
}

/** Both years belong to the membership; a membership counts for a year when it held on 31 December. */
export interface Membership {
  readonly group: number;
  readonly area: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Groups by code, in the order of the lines. Names that are missing, or empty, are the English one: whoever adds a
 * group for a report has no six languages at hand.
 */
export function readGroups(records: readonly ReferenceRecord[]): Map<number, Group> {
  const groups = new Map<number, Group>();
  for (const record of records) {
    const group = readGroup(record);
    if (groups.has(group.code)) {
      throw malformed(
        record.file,
        record.line,
        `the group ${group.code} is defined twice.`,
        "Give own groups a free code from 900 to 999.",
      );
    }
    groups.set(group.code, group);
  }
  return groups;
}

function readGroup(record: ReferenceRecord): Group {
  const english = requiredCell(record, "name_en");
  const name = (language: Language) => record.cells[`name_${language}`] || english;
  return {
    code: codeCell(record, "code"),
    alias: record.cells.alias ?? "",
    kind: requiredCell(record, "kind"),
    name: Object.fromEntries(LANGUAGES.map((language) => [language, name(language)])) as I18n,
  };
}

/** Two spells of one area in one group may not share a year: the area would weigh twice. */
export function readMemberships(
  records: readonly ReferenceRecord[],
  groups: ReadonlyMap<number, Group>,
): Membership[] {
  const spells = new Map<string, Membership[]>();
  for (const record of records) {
    const membership = readMembership(record, groups);
    const { group, area, from, to } = membership;
    const earlier = spells.get(`${group} ${area}`) ?? [];
    if (earlier.some((spell) => spell.from <= to && from <= spell.to)) {
      throw malformed(
        record.file,
        record.line,
        `area ${area} is in group ${group} twice in the same year.`,
        "Keep one of the lines.",
      );
    }
    spells.set(`${group} ${area}`, [...earlier, membership]);
  }
  return [...spells.values()].flat();
}

function readMembership(record: ReferenceRecord, groups: ReadonlyMap<number, Group>): Membership {
  const { file, line } = record;
  const membership = {
    group: codeCell(record, "group"),
    area: codeCell(record, "area"),
    from: yearCell(record, "valid_from", -Infinity),
    to: yearCell(record, "valid_to", Infinity),
  };
  if (!groups.has(membership.group)) {
    throw malformed(file, line, `the group ${membership.group} is not defined.`, "Add it to groups.csv.");
  }
  if (membership.from > membership.to) {
    throw malformed(file, line, "valid_from is later than valid_to.", "Swap or correct the years.");
  }
  return membership;
}
