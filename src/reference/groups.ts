import type { I18n } from "../types.js";
import { malformed } from "./malformed.js";
import {
  codeCell,
  loadRecords,
  NAME_COLUMNS,
  nameCells,
  type ReferenceRecord,
  requiredCell,
  yearCell,
} from "./records.js";

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

export interface Groups {
  /** In the order of the file, which is the order of tables. */
  readonly list: readonly Group[];
  readonly memberships: readonly Membership[];
  get(code: number): Group | undefined;
  /** Group code for a code or alias in any case. */
  findGroup(text: string): number | undefined;
  /** Areas of the group in that year, ascending; empty for an unknown group. */
  membersOf(group: number, year: number): readonly number[];
  /** Groups the area belongs to in that year, in the order of the file; an area may be in none. */
  groupsOf(area: number, year: number): readonly number[];
}

function readGroup(record: ReferenceRecord): Group {
  return {
    code: codeCell(record, "code"),
    alias: record.cells.alias ?? "",
    kind: requiredCell(record, "kind"),
    name: nameCells(record),
  };
}

function indexGroups(records: readonly ReferenceRecord[]): Map<number, Group> {
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

function readMembership(record: ReferenceRecord, groups: ReadonlyMap<number, Group>): Membership {
  const membership = {
    group: codeCell(record, "group"),
    area: codeCell(record, "area"),
    from: yearCell(record, "valid_from", -Infinity),
    to: yearCell(record, "valid_to", Infinity),
  };
  if (!groups.has(membership.group)) {
    throw malformed(
      record.file,
      record.line,
      `the group ${membership.group} is not defined.`,
      "Add it to groups.csv.",
    );
  }
  if (membership.from > membership.to) {
    throw malformed(
      record.file,
      record.line,
      "valid_from is later than valid_to.",
      "Swap or correct the years.",
    );
  }
  return membership;
}

/** Two spells of one area in one group may not share a year: the area would weigh twice. */
function readMemberships(
  records: readonly ReferenceRecord[],
  groups: ReadonlyMap<number, Group>,
): Map<number, Membership[]> {
  const byGroup = new Map<number, Membership[]>([...groups.keys()].map((code) => [code, []]));
  const spells = new Map<number, Membership[]>();
  for (const record of records) {
    const membership = readMembership(record, groups);
    const key = membership.group * 1000 + membership.area;
    const earlier = spells.get(key) ?? [];
    if (earlier.some(({ from, to }) => from <= membership.to && membership.from <= to)) {
      throw malformed(
        record.file,
        record.line,
        `area ${membership.area} is in group ${membership.group} twice in the same year.`,
        "Keep one of the lines.",
      );
    }
    spells.set(key, [...earlier, membership]);
    byGroup.get(membership.group)?.push(membership);
  }
  return byGroup;
}

function indexAreas(memberships: readonly Membership[]): Map<number, Membership[]> {
  const byArea = new Map<number, Membership[]>();
  for (const membership of memberships) {
    const list = byArea.get(membership.area);
    if (list === undefined) byArea.set(membership.area, [membership]);
    else list.push(membership);
  }
  return byArea;
}

function indexCodes(groups: Iterable<Group>): Map<string, number> {
  const codes = new Map<string, number>();
  for (const { code, alias } of groups) {
    codes.set(String(code), code).set(String(code).padStart(3, "0"), code);
    if (alias !== "") codes.set(alias.toUpperCase(), code);
  }
  return codes;
}

/**
 * Reads `groups.csv` and `members.csv`, and any `groups-*.csv` and `members-*.csv` beside them.
 * @param directory the reference directory, such as data/reference
 * @throws MalformedReference naming file, line, cause and remedy
 */
export function loadGroups(directory: string): Groups {
  const groups = indexGroups(loadRecords(directory, "groups", ["code", "alias", "kind", ...NAME_COLUMNS]));
  const members = loadRecords(directory, "members", ["group", "area", "valid_from", "valid_to"]);
  const byGroup = readMemberships(members, groups);
  const memberships = [...byGroup.values()].flat();
  const byArea = indexAreas(memberships);
  const codes = indexCodes(groups.values());
  const held = ({ from, to }: Membership, year: number): boolean => from <= year && year <= to;
  return {
    list: [...groups.values()],
    memberships,
    get: (code) => groups.get(code),
    findGroup: (text) => codes.get(text.trim().toUpperCase()),
    membersOf: (group, year) =>
      (byGroup.get(group) ?? [])
        .filter((m) => held(m, year))
        .map((m) => m.area)
        .sort((a, b) => a - b),
    groupsOf: (area, year) => (byArea.get(area) ?? []).filter((m) => held(m, year)).map((m) => m.group),
  };
}
