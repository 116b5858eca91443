import { readdirSync, readFileSync } from "node:fs";
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
const denominators = createDenominators(imported.values);
const countries = readdirSync(SAMPLE).filter((name) => /^[A-Z]{3}\.csv$/.test(name));
const codes = countries.map((name) => areas.findArea(name.slice(0, 3)) ?? 0);

describe("denominators of the sample collection", () => {
  it("are there for every country of the sample, 2009 to 2020, and the importer reads them whole", () => {
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

  it("hold the real population of nearly all people, so that no region looks complete by mistake", () => {
    const population = (code: number, year: number) => denominators.value("POPULATION", code, year, {}) ?? 0;
    const world = areas.list.reduce((sum, { m49 }) => sum + population(m49, 2019), 0);
    const missing = groups.membersOf(906, 2019).filter((area) => population(area, 2019) === 0);
    expect(areas.list.filter(({ m49 }) => population(m49, 2009) > 0).length).toBeGreaterThan(210);
    expect(world).toBeGreaterThan(7_600_000_000);
    expect(world).toBeLessThan(7_900_000_000);
    expect(missing).toEqual([]);
  });

  it("mark everything but the World Bank's total population as invented", () => {
    for (const { series, dimensions, source } of imported.values) {
      const real = series === "POPULATION" && Object.keys(dimensions).length === 0;
      expect(source).toBe(real ? "World Bank via datasets/population, CC BY 4.0" : "SYNTHETIC");
    }
  });
});
