import { groupBy } from "../keys.js";
import { type Group, type Membership, readGroups, readMemberships } from "./group-records.js";
import { loadRecords } from "./records.js";

export type { Group, Membership } from "./group-records.js";

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

/**
 * Reads `groups.csv` and `members.csv`, and any `groups-*.csv` and `members-*.csv` beside them.
 * @param directory the reference directory, such as data/reference
 * @throws MalformedReference naming file, line, cause and remedy
 */
export function loadGroups(directory: string): Groups {
  const groups = readGroups(loadRecords(directory, "groups", ["code", "kind", "name_en"]));
  const members = loadRecords(directory, "members", ["group", "area", "valid_from", "valid_to"]);
  return createGroups([...groups.values()], readMemberships(members, groups));
}

/** Indexes groups for look-up. Every code stands once, and no membership is of another group. */
export function createGroups(list: readonly Group[], memberships: readonly Membership[]): Groups {
  const byCode = new Map(list.map((group) => [group.code, group]));
  const byGroup = groupBy(memberships, ({ group }) => group);
  const inOrder = list.flatMap(({ code }) => byGroup.get(code) ?? []);
  const byArea = groupBy(inOrder, ({ area }) => area);
  const codes = indexCodes(list);
  const heldIn = (year: number) => (one: Membership) => one.from <= year && year <= one.to;
  return {
    list,
    memberships: inOrder,
    get: (code) => byCode.get(code),
    findGroup: (text) => codes.get(text.trim().toUpperCase()),
    membersOf: (group, year) =>
      (byGroup.get(group) ?? [])
        .filter(heldIn(year))
        .map(({ area }) => area)
        .sort((a, b) => a - b),
    groupsOf: (area, year) => (byArea.get(area) ?? []).filter(heldIn(year)).map(({ group }) => group),
  };
}

function indexCodes(groups: readonly Group[]): Map<string, number> {
  const codes = new Map<string, number>();
  for (const { code, alias } of groups) {
    codes.set(String(code), code).set(String(code).padStart(3, "0"), code);
    if (alias !== "") codes.set(alias.toUpperCase(), code);
  }
  return codes;
}
