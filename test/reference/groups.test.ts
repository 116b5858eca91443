/** Groups that are not in the lists: by files beside them, and for one question. */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { withAdHoc } from "../../src/reference/ad-hoc.js";
import { loadAreas, loadGroups } from "../../src/reference/areas.js";
import { loadSources, sourcesOfKind } from "../../src/reference/sources.js";
import { LANGUAGES } from "../../src/types.js";

const REFERENCE = "data/reference";
const lists = { areas: loadAreas(REFERENCE), groups: loadGroups(REFERENCE) };
const [BRA, PRT, AGO] = [76, 620, 24];

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A copy of the lists with more files beside them. */
function listsWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "ictsdg-groups-"));
  folders.push(folder);
  for (const name of ["areas.csv", "groups.csv", "members.csv"])
    copyFileSync(join(REFERENCE, name), join(folder, name));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe("groups by files of one's own", () => {
  it("need an English name alone, which stands for those that are missing or empty", () => {
    const folder = listsWith({
      "groups-own.csv":
        "code,kind,name_en,name_fr\n950,own,Lusophone countries,Pays lusophones\n951,own,Others,\n",
      "members-own.csv": "group,area,valid_from,valid_to\n950,76,,\n",
    });
    const { get, membersOf } = loadGroups(folder);
    expect(get(950)?.name).toMatchObject({ fr: "Pays lusophones", zh: "Lusophone countries" });
    expect(get(951)?.name.fr).toBe("Others");
    expect(get(950)?.alias).toBe("");
    expect(membersOf(950, 2018)).toEqual([BRA]);
  });

  it("are refused without a name, with the line and the column", () => {
    const folder = listsWith({ "groups-own.csv": "code,kind,name_en\n950,own,\n" });
    expect(() => loadGroups(folder)).toThrow(/groups-own\.csv, line 2: name_en is empty/);
    expect(() => loadGroups(listsWith({ "groups-own.csv": "code,kind\n950,own\n" }))).toThrow(
      /groups-own\.csv, line 1: no column name_en/,
    );
  });
});

describe("groups of the lists", () => {
  it("are named in all six languages", () => {
    const names = lists.groups.list.map(({ name }) => LANGUAGES.map((language) => name[language]));
    // A list in another script cannot have fallen back on English.
    expect(names.filter(([ar, en, , , ru, zh]) => [ar, ru, zh].includes(en as string))).toEqual([]);
  });
});

describe("ad hoc groups", () => {
  it("have the lowest free code from 900 on, their name in every language, and the same members in all years", () => {
    const { areas, groups, added } = withAdHoc(lists, [
      { name: "Lusophone", areas: [PRT, BRA, AGO] },
      { name: "Two", areas: [BRA, PRT] },
    ]);
    // 901 to 906 are ITU's regions.
    expect(added.map(({ code, kind }) => [code, kind])).toEqual([
      [900, "ad-hoc"],
      [907, "ad-hoc"],
    ]);
    expect([groups.membersOf(900, 1990), groups.membersOf(900, 2030)]).toEqual([
      [AGO, BRA, PRT],
      [AGO, BRA, PRT],
    ]);
    expect([areas.areaName(900, "zh"), areas.areaName(1, "es")]).toEqual(["Lusophone", "Mundo"]);
    expect([groups.findGroup("lusophone"), groups.findGroup("LDC")]).toEqual([900, 199]);
  });

  it("leave the lists and the members of other groups as they are", () => {
    const { groups } = withAdHoc(lists, [{ name: "Lusophone", areas: [BRA] }]);
    expect(lists.groups.get(900)).toBeUndefined();
    expect(groups.membersOf(1, 2018)).toEqual(lists.groups.membersOf(1, 2018));
    expect(groups.groupsOf(BRA, 2018)).toEqual([...lists.groups.groupsOf(BRA, 2018), 900]);
  });

  it("count an area once, however often it is named", () => {
    expect(withAdHoc(lists, [{ name: "A", areas: [BRA, BRA] }]).groups.membersOf(900, 2018)).toEqual([BRA]);
  });

  it("are refused when no code is left: 100 less the 10 of the lists", () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ name: `G${index}`, areas: [BRA] }));
    expect(withAdHoc(lists, many(90)).added.at(-1)?.code).toBe(999);
    expect(() => withAdHoc(lists, many(91))).toThrow(/group-codes-used: .*"G90"\. Ask about fewer groups/);
  });
});

describe("sources of lists", () => {
  it("name who made the list of members of a kind, and when", () => {
    const [ldc] = sourcesOfKind(loadSources(REFERENCE), "ldc");
    expect(ldc).toMatchObject({ list: "members.csv ldc", date: "2026-11" });
    expect(ldc?.source).toContain("CDP");
  });

  it("come from files of one's own too, and are none where there is no file", () => {
    const head = "list,source,date,note\n";
    const folder = listsWith({
      "sources.csv": `${head}members.csv ldc,CDP,2026,\n`,
      "sources-own.csv": `${head}members-own.csv own,"Our ministry",2025,\n`,
    });
    expect(sourcesOfKind(loadSources(folder), "own").map(({ source }) => source)).toEqual(["Our ministry"]);
    expect(loadSources(listsWith({}))).toEqual([]);
  });
});
