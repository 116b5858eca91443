import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadAreas, loadGroups } from "../../src/reference/areas.js";
import { createDenominators } from "../../src/reference/denominators.js";
import { importReference } from "../../src/reference/import.js";

const SAMPLE = "data/sample";
const areas = loadAreas("data/reference");
const groups = loadGroups("data/reference");
const options = { series: "POPULATION", revision: "", source: "", file: "denominators.csv" };
const imported = importReference(readFileSync(join(SAMPLE, "denominators.csv"), "utf8"), options, areas);
const countries = readdirSync(SAMPLE)
  .filter((name) => /^[A-Z]{3}\.csv$/.test(name))
  .map((name) => name.slice(0, 3));
const codes = countries.map((iso3) => areas.findArea(iso3) ?? 0);

describe("the sample collection", () => {
  it("has 24 countries from all six ITU regions and stays under 2 MB", () => {
    const regions = groups.list.filter(({ kind }) => kind === "itu-region");
    const without = regions.filter(
      ({ code }) => !groups.membersOf(code, 2019).some((area) => codes.includes(area)),
    );
    const bytes = readdirSync(SAMPLE).reduce((sum, name) => sum + statSync(join(SAMPLE, name)).size, 0);
    expect(countries).toHaveLength(24);
    expect(without).toEqual([]);
    expect(bytes).toBeLessThan(2_000_000);
  });

  it("has denominators of every country for 2009 to 2020, which the importer reads whole", () => {
    const denominators = createDenominators(imported.values);
    expect(imported.format).toBe("ictsdg-long");
    expect(imported.skipped).toEqual([]);
    for (const area of codes) {
      for (let year = 2009; year <= 2020; year++) {
        const value = (series: string, dimensions = {}) =>
          denominators.value(series, area, year, dimensions) ?? NaN;
        expect(value("POPULATION", { SEX: "F" }) + value("POPULATION", { SEX: "M" })).toBe(
          value("POPULATION"),
        );
        expect(value("HOUSEHOLDS", { URBANISATION: "U" }) + value("HOUSEHOLDS", { URBANISATION: "R" })).toBe(
          value("HOUSEHOLDS"),
        );
        expect(value("EWASTE_GENERATED")).toBeGreaterThan(0);
      }
    }
  });

  it("marks everything but the World Bank's total population as invented", () => {
    for (const { series, dimensions, source } of imported.values) {
      const real = series === "POPULATION" && Object.keys(dimensions).length === 0;
      expect(source).toBe(real ? "World Bank via datasets/population, CC BY 4.0" : "SYNTHETIC");
    }
  });

  it("marks every figure of a thematic indicator or of 4.a.1 as invented, in whatever encoding", () => {
    const encodings: Readonly<Record<string, string>> = {
      JOR: "utf-16le",
      KAZ: "windows-1251",
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
