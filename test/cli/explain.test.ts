/** Explanations of figures of the sample, against the files they come from. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Lineage } from "../../src/run/lineage/types.js";
import type { Aggregate } from "../../src/types.js";
import { type Desk, openDesk } from "./desk.js";

let desk: Desk;
beforeAll(async () => {
  desk = openDesk();
  expect((await desk.run("run", "sample")).code).toBe(0);
});
afterAll(() => desk.close());

/** The text of a line; Central Asia and Northern Africa write in UTF-8 and Windows-1251. */
function lineOf(filename: string, line: number): string {
  const encoding = filename === "KAZ.csv" ? "windows-1251" : "utf-8";
  const text = new TextDecoder(encoding).decode(readFileSync(join("data/sample", filename)));
  return text.split(/\r?\n/)[line - 1] ?? "";
}

/** The number that stands in a row's value column, whichever decimal mark it has. */
function valueOn(filename: string, line: number): number {
  const header = lineOf(filename, 1);
  const delimiter = header.includes(";") ? ";" : ",";
  const at = header.split(delimiter).indexOf("OBS_VALUE");
  return Number(lineOf(filename, line).split(delimiter)[at]?.replace(",", "."));
}

// Central Asia and Northern Africa are what the sample covers; see its README.
const GROUPS = ["143", "15"] as const;

describe.each(GROUPS)("explain of group %s", (group) => {
  let found: Lineage;
  beforeAll(async () => {
    found = await desk.json<Lineage>("explain", group, "IT_USE_II99", "2017");
  });

  it("gives the value that aggregate gives", async () => {
    const args = ["--group", group, "--series", "IT_USE_II99", "--year", "2017"];
    const aggregates = await desk.json<Aggregate[]>("aggregate", ...args);
    const total = aggregates.find(({ dimensions }) => Object.keys(dimensions).length === 0);
    expect(total?.value).toBeGreaterThan(0);
    expect(found.value).toBe(total?.value);
  });

  it("adds up: Σ weight · value / Σ weight, and the shares to 1", () => {
    const known = found.parts.filter(({ value }) => value !== null);
    const weight = known.reduce((sum, part) => sum + part.weight, 0);
    const weighted = known.reduce((sum, part) => sum + part.weight * (part.value ?? Number.NaN), 0);
    expect(known.length).toBeGreaterThan(2);
    expect(weighted / weight).toBeCloseTo(found.value ?? Number.NaN, 9);
    expect(known.reduce((sum, part) => sum + part.share, 0)).toBeCloseTo(1, 9);
  });

  it("names files and lines that hold the values", () => {
    const reported = found.parts.flatMap(({ reports }) => reports.filter(({ value }) => value !== null));
    expect(reported.length).toBeGreaterThan(2);
    for (const { filename, line, value } of reported) {
      expect(lineOf(filename, line)).toMatch(/^IT_USE_II99[,;][A-Z]{3}[,;]2017[,;]/);
      expect([filename, valueOn(filename, line)]).toEqual([filename, value]);
    }
  });
});

describe("explain of a country", () => {
  it("gives the row that was reported", async () => {
    const found = await desk.json<Lineage>("explain", "KEN", "IT_MOB_2GNTWK", "2011");
    // data/sample/KEN.csv, line 3: IT_MOB_2GNTWK,KEN,2011,_T,_T,_T,_T,89.1,…
    expect(found).toMatchObject({
      value: 89.1,
      parts: [{ area: 404, source: "reported", reports: [{ filename: "KEN.csv", line: 3 }] }],
    });
  });

  it("says it in a sentence a person can follow", async () => {
    const { stdout } = await desk.run("explain", "KEN", "IT_MOB_2GNTWK", "2011");
    expect(stdout).toContain("Kenya, 2011: 89.1");
    expect(stdout).toContain("KEN.csv:3");
  });
});
