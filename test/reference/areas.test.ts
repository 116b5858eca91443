import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterEach, describe, expect, it } from "vitest";
import { loadAreas, loadGroups } from "../../src/reference/areas.js";
import { LANGUAGES } from "../../src/types.js";

const REFERENCE = "data/reference";
const SHARED = "../shared/data";
const areas = loadAreas(REFERENCE);
const groups = loadGroups(REFERENCE);

const codeOf = (iso3: string): number => {
  const code = areas.findArea(iso3);
  if (code === undefined) throw new Error(`no area ${iso3}`);
  return code;
};

describe("areas", () => {
  it("finds an area by ISO alpha-3, alpha-2 and M49 code in any spelling", () => {
    for (const text of ["AFG", "afg", "Afg", "AF", "af", "aF", "4", "04", "004", " 004 ", "\tAFG "]) {
      expect(areas.findArea(text), text).toBe(4);
    }
    expect(areas.findArea("NA"), "Namibia is not a missing value").toBe(516);
  });

  it("finds nothing for groups, names and empty text", () => {
    for (const text of ["", " ", "Kenya", "ZZZ", "1", "0004", "WLD", "AFR"]) {
      expect(areas.findArea(text), text).toBeUndefined();
    }
  });

  it("knows Kosovo by the code of the SDG data structure, and Taiwan", () => {
    expect([areas.findArea("XKX"), areas.findArea("XK")]).toEqual([412, 412]);
    expect([areas.findArea("TWN"), areas.findArea("tw")]).toEqual([158, 158]);
  });

  it("has every code of M49 once: 248 areas, Kosovo and Taiwan", () => {
    expect(areas.list).toHaveLength(250);
    for (const field of ["m49", "iso3", "iso2"] as const) {
      expect(new Set(areas.list.map((area) => area[field])).size, field).toBe(250);
    }
  });

  it("has a name in six languages, without articles or footnote marks", () => {
    for (const { iso3, name } of areas.list) {
      for (const language of LANGUAGES) expect(name[language], `${iso3} ${language}`).toMatch(/^[^*&]+$/);
      expect(name.en, iso3).not.toMatch(/\(the\)$/);
    }
  });

  it("uses the names of the United Nations", () => {
    const english = (iso3: string): string => areas.areaName(codeOf(iso3), "en");
    expect(english("TUR")).toBe("Türkiye");
    expect(english("VNM")).toBe("Viet Nam");
    expect(english("BOL")).toBe("Bolivia (Plurinational State of)");
    expect(english("PSE")).toBe("State of Palestine");
    expect(english("CIV")).toBe("Côte d'Ivoire");
    expect(areas.areaName(250, "fr")).toBe("France");
    expect(areas.areaName(68, "es")).toBe("Bolivia (Estado Plurinacional de)");
    expect(areas.areaName(643, "ru")).toBe("Российская Федерация");
    expect(areas.areaName(156, "zh")).toBe("中国");
    expect(areas.areaName(818, "ar")).toBe("مصر");
  });

  it("names groups too, and shows the code of an unknown area", () => {
    expect(areas.areaName(1, "es")).toBe("Mundo");
    expect(areas.areaName(902, "en")).toBe("Americas (ITU region)");
    expect(areas.areaName(998, "en")).toBe("998");
  });
});

describe("groups", () => {
  it("counts the least developed countries of each year as the CDP did", () => {
    const counts = [1971, 2013, 2019, 2021, 2023, 2024].map((year) => groups.membersOf(199, year).length);
    // 24 of 1971's 25, Sikkim having joined India; 49 with South Sudan and before Samoa graduated.
    expect(counts).toEqual([24, 49, 47, 46, 45, 44]);
  });

  it("follows joining and graduation", () => {
    const isLdc = (iso3: string, year: number): boolean => groups.groupsOf(codeOf(iso3), year).includes(199);
    expect([isLdc("BWA", 1990), isLdc("BWA", 2000)]).toEqual([true, false]);
    expect([isLdc("SEN", 1999), isLdc("SEN", 2000)]).toEqual([false, true]);
    expect([isLdc("SSD", 2011), isLdc("SSD", 2012)]).toEqual([false, true]);
    expect([isLdc("VUT", 2019), isLdc("VUT", 2020)]).toEqual([true, false]);
  });

  it("has 32 landlocked developing countries", () => {
    expect(groups.membersOf(432, 2020)).toHaveLength(32);
  });

  it("puts the 193 Member States of the UN and the Holy See, ITU's 194 Members, in six regions", () => {
    const regions = groups.list.filter(({ kind }) => kind === "itu-region");
    expect(regions.map(({ alias }) => alias)).toEqual(["AFR", "AMS", "ARB", "ASP", "EUR", "CIS"]);
    const members = regions.flatMap(({ code }) => groups.membersOf(code, 2024));
    const notMemberStates = ["PSE", "HKG", "MAC"].map(codeOf);
    expect(new Set(members).size).toBe(members.length);
    expect(members.filter((area) => !notMemberStates.includes(area))).toHaveLength(194);
    expect(members).toContain(codeOf("VAT"));
  });

  it("lets an area be in no ITU region", () => {
    const kinds = groups.groupsOf(codeOf("ABW"), 2019).map((code) => groups.get(code)?.kind);
    expect(kinds).toContain("sdg-region");
    expect(kinds).not.toContain("itu-region");
  });

  it("sorts economies as the World Bank did for its fiscal year 2025", () => {
    const sizes = [914, 913, 912, 911].map((code) => groups.membersOf(code, 2023).length);
    // 86 high-income economies with the Channel Islands as one.
    expect(sizes).toEqual([26, 51, 54, 87]);
  });

  it("splits the world into SDG regions without overlap, leaving out Antarctica only", () => {
    const regions = [202, 747, 62, 753, 419, 53, 543, 513];
    const members = regions.flatMap((code) => groups.membersOf(code, 2019));
    expect(members.length).toBe(249);
    expect(new Set([...members, codeOf("ATA")])).toEqual(new Set(groups.membersOf(1, 2019)));
  });

  it("splits the world into developed and developing regions", () => {
    const developed = groups.membersOf(514, 2021);
    const developing = groups.membersOf(515, 2021);
    expect(developed.filter((area) => developing.includes(area))).toEqual([]);
    expect(developed.length + developing.length).toBe(249);
  });

  it("finds a group by code or alias, and answers nothing for an unknown one", () => {
    expect([groups.findGroup("afr"), groups.findGroup("001"), groups.findGroup("722")]).toEqual([
      901, 1, 722,
    ]);
    expect(groups.findGroup("XYZ")).toBeUndefined();
    expect(groups.membersOf(999, 2019)).toEqual([]);
    expect(groups.groupsOf(999, 2019)).toEqual([]);
  });
});

describe("own groups and malformed files", () => {
  const directories: string[] = [];
  const copy = (): string => {
    const directory = mkdtempSync(join(tmpdir(), "ictsdg-reference-"));
    directories.push(directory);
    for (const name of ["areas.csv", "groups.csv", "members.csv"]) {
      copyFileSync(join(REFERENCE, name), join(directory, name));
    }
    return directory;
  };
  const withFile = (name: string, text: string): string => {
    const directory = copy();
    writeFileSync(join(directory, name), text);
    return directory;
  };
  afterEach(() => {
    for (const directory of directories.splice(0)) rmSync(directory, { recursive: true });
  });

  it("takes an own group from files beside the given ones", () => {
    const directory = copy();
    const header = readFileSync(join(REFERENCE, "groups.csv"), "utf8").split("\n")[0];
    writeFileSync(
      join(directory, "groups-own.csv"),
      `${header}\n950,EAC,own,a,East African Community,c,d,e,f\n`,
    );
    writeFileSync(
      join(directory, "members-own.csv"),
      "group,area,valid_from,valid_to\n950,404,2000,\n950,728,2016,\n",
    );
    const own = loadGroups(directory);
    expect(own.membersOf(950, 2015)).toEqual([404]);
    expect(own.membersOf(950, 2016)).toEqual([404, 728]);
    expect(loadAreas(directory).areaName(950, "en")).toBe("East African Community");
  });

  it("says which file lacks which column", () => {
    expect(() => loadAreas(withFile("areas.csv", "m49,iso3\n4,AFG\n"))).toThrow(
      /areas\.csv, line 1: no column iso2, name_ar/,
    );
  });

  it("says which line has a bad code, a bad year, or an unknown group", () => {
    const members = (lines: string) => () =>
      loadGroups(withFile("members-own.csv", `group,area,valid_from,valid_to\n${lines}`));
    expect(members("199,four,,\n")).toThrow(/members-own\.csv, line 2: area is "four"/);
    expect(members("199,404,,\n199,408,85,\n")).toThrow(/line 3: valid_from is "85"/);
    expect(members("951,404,,\n")).toThrow(/line 2: the group 951 is not defined\. Add it to groups\.csv/);
    expect(members("199,404,2001,2000\n")).toThrow(/line 2: valid_from is later/);
    expect(members("199,404\n")).toThrow(/members-own\.csv, line 2/);
  });

  it("refuses a member counted twice in one year, and allows a second spell", () => {
    const header = "group,area,valid_from,valid_to\n";
    expect(() => loadGroups(withFile("members-own.csv", `${header}199,4,,\n`))).toThrow(
      /area 4 is in group 199 twice/,
    );
    const again = loadGroups(withFile("members-own.csv", `${header}199,72,2030,\n`));
    expect([1990, 2000, 2031].map((year) => again.membersOf(199, year).includes(72))).toEqual([
      true,
      false,
      true,
    ]);
  });

  it("refuses a code used twice and a member that is no area", () => {
    const header = readFileSync(join(REFERENCE, "areas.csv"), "utf8").split("\n")[0];
    expect(() => loadAreas(withFile("areas-own.csv", `${header}\n4,QQQ,QQ,a,b,c,d,e,f\n`))).toThrow(
      /the code 4 is used twice/,
    );
    const member = withFile("members-own.csv", "group,area,valid_from,valid_to\n199,999,,\n");
    expect(() => loadAreas(member)).toThrow(/group 199 has the member 999, which is no area/);
  });
});

describe("agreement with the public lists", () => {
  it.skipIf(!existsSync(`${SHARED}/submissions`))(
    "resolves the area of each of the 228 real submissions",
    () => {
      const names = readdirSync(`${SHARED}/submissions`).map((file) => file.replace(".csv", ""));
      expect(names).toHaveLength(228);
      expect(names.filter((name) => areas.findArea(name) === undefined)).toEqual([]);
    },
  );

  const list = `${SHARED}/reference/country-codes.csv`;
  it.skipIf(!existsSync(list))(
    "agrees with datasets/country-codes on codes, regions, LDC, LLDC and SIDS",
    () => {
      const rows: Record<string, string>[] = parse(readFileSync(list), { columns: true, bom: true });
      for (const row of rows) {
        const m49 = Number(row.M49);
        expect(areas.findArea(row["ISO3166-1-Alpha-3"] ?? ""), row["CLDR display name"]).toBe(m49);
        const held = groups.groupsOf(m49, 2023);
        const regions = ["Region Code", "Sub-region Code", "Intermediate Region Code"].map((column) =>
          Number(row[column]),
        );
        expect(held, row["CLDR display name"]).toEqual(
          expect.arrayContaining(regions.filter((code) => code > 0)),
        );
        expect(held.includes(199), `LDC ${m49}`).toBe(row["Least Developed Countries (LDC)"] === "x");
        expect(held.includes(432), `LLDC ${m49}`).toBe(
          row["Land Locked Developing Countries (LLDC)"] === "x",
        );
        expect(held.includes(722), `SIDS ${m49}`).toBe(row["Small Island Developing States (SIDS)"] === "x");
      }
    },
  );

  it.skipIf(!existsSync(`${SHARED}/published`))(
    "defines every group the SDG database published in 2020",
    () => {
      const codes = readdirSync(`${SHARED}/published`).flatMap((file) => {
        const rows: Record<string, string>[] = parse(readFileSync(`${SHARED}/published/${file}`), {
          columns: true,
        });
        return rows.map((row) => Number(row.REF_AREA));
      });
      expect([...new Set(codes)].filter((code) => groups.get(code) === undefined)).toEqual([]);
    },
  );
});
