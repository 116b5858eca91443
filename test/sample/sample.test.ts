import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { loadAreas, loadGroups } from "../../src/reference/areas.js";

const SAMPLE = "data/sample";
const names = readdirSync(SAMPLE);
const countries = names.filter((name) => /^[A-Z]{3}\.csv$/.test(name)).map((name) => name.slice(0, 3));
const readme = readFileSync(join(SAMPLE, "README.md"), "utf8");
const areas = loadAreas("data/reference");
const groups = loadGroups("data/reference");

type Line = Readonly<Record<string, string>>;

/** One line of the list of faults in README.md. */
interface Listed {
  readonly file: string;
  readonly line: number;
  readonly what: string;
}

function listedFaults(): Listed[] {
  const listed: Listed[] = [];
  let file = "";
  for (const text of readme.split("\n")) {
    file = /^\*\*(\S+\.csv)\*\*$/.exec(text)?.[1] ?? file;
    const [, line, what] = /^- line (\d+): (.+)$/.exec(text) ?? [];
    if (line && what) listed.push({ file, line: Number(line), what });
  }
  return listed;
}

/** Rows of a comma-separated file in UTF-8 by their line; the header is line 1. */
function rowsByLine(file: string): Map<number, Line> {
  const rows: Line[] = parse(readFileSync(join(SAMPLE, file), "utf8"), { columns: true });
  return new Map(rows.map((row, index) => [index + 2, row]));
}

const KEY = [
  "SERIES",
  "REF_AREA",
  "TIME_PERIOD",
  "SEX",
  "URBANISATION",
  "EDUCATION_LEV",
  "COMPOSITE_BREAKDOWN",
];

/** The other rows of the file with the same key, but for the columns given. */
function others(row: Line, rows: readonly Line[], cells: Line = {}): Line[] {
  return rows.filter(
    (other) => other !== row && KEY.every((column) => other[column] === (cells[column] ?? row[column])),
  );
}

const value = (row: Line | undefined): number => Number(row?.OBS_VALUE);

/** Whether a row holds the fault whose description matches. */
const PROOFS: readonly [description: RegExp, holds: (row: Line, rows: readonly Line[]) => boolean][] = [
  [/row of another country \(JOR\)$/, (row, rows) => row.REF_AREA === "JOR" && rows[0]?.REF_AREA !== "JOR"],
  [
    /^women's value above the total and above men's, and the total below both$/,
    (row, rows) => {
      const [women, men, total] = ["F", "M", "_T"].map((SEX) =>
        value(row.SEX === SEX ? row : others(row, rows, { SEX })[0]),
      );
      return Number(women) > Number(men) && Number(men) > Number(total);
    },
  ],
  [/^a series code nobody knows \(IT_MOB_6GNTWK\)$/, (row) => row.SERIES === "IT_MOB_6GNTWK"],
  [/^a percentage of 120$/, (row) => row.OBS_VALUE === "120" && row.UNIT_MEASURE === "PT"],
  [
    /^4G coverage above 3G coverage/,
    (row, rows) => {
      const [fourth, third] = ["IT_MOB_4GNTWK", "IT_MOB_3GNTWK"].map((SERIES) =>
        value(row.SERIES === SERIES ? row : others(row, rows, { SERIES })[0]),
      );
      return Number(fourth) > Number(third);
    },
  ],
  [
    /^the same key twice, with the same value$/,
    (row, rows) => others(row, rows).some((other) => other.OBS_VALUE === row.OBS_VALUE),
  ],
  [
    /^the same key twice, with another value$/,
    (row, rows) => others(row, rows).some((other) => other.OBS_VALUE !== row.OBS_VALUE),
  ],
  [/^a count that can be read in two ways \(1,234\)$/, (row) => row.OBS_VALUE === "1,234"],
  [/^words in place of a number \(about 40\)$/, (row) => row.OBS_VALUE === "about 40"],
  [/^a missing-value symbol in place of a number \(n\.d\.\)$/, (row) => row.OBS_VALUE === "n.d."],
  [/^a year that has not come yet \(2045\)$/, (row) => row.TIME_PERIOD === "2045"],
  [
    /^a unit that is not the series' \(PT for kilograms\)$/,
    (row, rows) =>
      row.UNIT_MEASURE === "PT" &&
      rows.some((other) => other.SERIES === row.SERIES && other.UNIT_MEASURE === "KG_PER_POP"),
  ],
];

describe("the sample collection", () => {
  it("has 24 countries from all six ITU regions and stays under 2 MB", () => {
    const codes = countries.map((iso3) => areas.findArea(iso3) ?? 0);
    const regions = groups.list.filter(({ kind }) => kind === "itu-region");
    const without = regions.filter(
      ({ code }) => !groups.membersOf(code, 2019).some((area) => codes.includes(area)),
    );
    const bytes = names.reduce((sum, name) => sum + statSync(join(SAMPLE, name)).size, 0);
    expect(countries).toHaveLength(24);
    expect(regions).toHaveLength(6);
    expect(without).toEqual([]);
    expect(bytes).toBeLessThan(2_000_000);
  });

  it.each([
    ["CIS", 906],
    ["Northern Africa", 15],
  ])("has at least half of the countries of %s, so that it can be published", (_, group) => {
    const members = groups.membersOf(group, 2019);
    const present = members.filter((area) => countries.includes(areas.get(area)?.iso3 ?? ""));
    expect(present.length).toBeGreaterThanOrEqual(members.length / 2);
  });

  it("lists every file in its README, and no file that is not there", () => {
    const listed = new Set(readme.match(/\b[A-Z]{3}\.csv|\bdenominators\.csv/g));
    expect([...listed, "README.md"].sort()).toEqual([...names].sort());
  });

  it("marks every figure of a thematic indicator or of 4.a.1 as invented, in whatever encoding", () => {
    const encodings: Readonly<Record<string, string>> = {
      KAZ: "windows-1251",
      SAU: "utf-16le",
      SEN: "windows-1252",
    };
    for (const iso3 of countries) {
      const text = new TextDecoder(encodings[iso3] ?? "utf-8", { fatal: true }).decode(
        readFileSync(join(SAMPLE, `${iso3}.csv`)),
      );
      const lines = text.split("\n").filter((line) => /^(ICT_|SE_ACS_)/.test(line));
      expect(lines.length, iso3).toBeGreaterThan(20);
      expect(
        lines.filter((line) => !line.includes("SYNTHETIC")),
        iso3,
      ).toEqual([]);
    }
  });
});

describe("deliberate faults", () => {
  const faults = listedFaults();
  const files = [...new Set(faults.map(({ file }) => file))];

  it("are in three files, and every kind is listed", () => {
    expect([...files].sort()).toEqual(["EGY.csv", "GEO.csv", "THA.csv"]);
    for (const [description] of PROOFS) {
      expect(
        faults.some(({ what }) => description.test(what)),
        String(description),
      ).toBe(true);
    }
  });

  it.each(faults)("$file, line $line holds $what", ({ file, line, what }) => {
    const rows = rowsByLine(file);
    const row = rows.get(line);
    const holds = PROOFS.find(([description]) => description.test(what))?.[1];
    expect(row?.SOURCE_DETAIL).toContain("(deliberate fault)");
    expect(row && holds?.(row, [...rows.values()])).toBe(true);
  });

  it.each(files)("in %s are all listed", (file) => {
    const marked = [...rowsByLine(file)].filter(([, row]) =>
      row.SOURCE_DETAIL?.includes("(deliberate fault)"),
    );
    const listed = faults.filter((fault) => fault.file === file).map(({ line }) => line);
    expect(marked.map(([line]) => line)).toEqual(listed.sort((a, b) => a - b));
  });
});
