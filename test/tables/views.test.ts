import { describe, expect, it } from "vitest";
import { buildTables } from "../../src/tables/build.js";
import { LANGUAGES, type Table } from "../../src/types.js";
import { aggregate, FRANCE, input, observation, SPAIN } from "./input.js";

const given = {
  observations: [observation({ area: FRANCE }), observation({ area: SPAIN, period: 2010 })],
  aggregates: [
    aggregate({ period: 2019, value: 55 }),
    aggregate({ period: 2020, value: 60 }),
    aggregate({ period: 2021, value: null, status: "O" }),
    aggregate({ period: 2021, value: 65, dimensions: { SEX: "F" } }),
    aggregate({ area: 2, period: 2021, value: 40 }),
  ],
};
function build(id: string): Table {
  const [table] = buildTables([id], input(given));
  if (!table) throw new Error(id);
  return table;
}
const pick = (table: Table, ...ids: string[]) =>
  table.rows.map((row) => ids.map((id) => row[table.columns.findIndex((column) => column.id === id)]));
const use = (row: readonly unknown[]) => row.includes("IT_USE_II99");

describe("views of the indicators", () => {
  it("show the latest world total that has a value, and how many countries ever reported", () => {
    const rows = pick(build("sdg-targets"), "TARGET", "SERIES", "TIME_PERIOD", "OBS_VALUE", "COUNTRIES_EVER");
    expect(rows.filter(use)).toEqual([["17.8", "IT_USE_II99", 2020, 60, 2]]);
  });

  it("list all action lines from C1 to C11, also those without an indicator", () => {
    const lines = new Set(pick(build("wsis-action-lines"), "ACTION_LINE").flat());
    expect([...lines]).toEqual(Array.from({ length: 11 }, (_, index) => `C${index + 1}`));
  });

  it("order targets by number and letter", () => {
    const targets = [...new Set(pick(build("sdg-targets"), "TARGET").flat().map(String))];
    expect(targets.indexOf("4.7")).toBeLessThan(targets.indexOf("4.a"));
    expect(targets.indexOf("9.1")).toBeLessThan(targets.indexOf("10.2"));
  });

  it("say by which goals and action lines an indicator reaches an outcome", () => {
    // 17.8.1 is of goal 17; D.4-1 has goal 17 and the lines C2, C6 and C7; D.2-3 has no goal 17.
    const rows = pick(build("itu-d-outcomes"), "OUTCOME", "GOALS", "SERIES").filter(use);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(([, goals]) => goals === "17")).toBe(true);
    expect(rows.map(([outcome]) => outcome)).not.toContain("D.2-3");
  });

  it.each(LANGUAGES)("and all other tables have title, heads and notes of their own in %s", (language) => {
    const ids = ["wsis-action-lines", "sdg-targets", "itu-d-outcomes", "sdg-country", "country-ranking"];
    for (const table of buildTables(ids, input({ ...given, language }))) {
      for (const text of [table.title, ...table.columns.map(({ title }) => title), ...table.notes])
        expect(text).not.toBe("");
      expect(table.notes.length).toBeGreaterThan(4);
      if (language !== "en") expect(table.title).not.toBe(build(table.id).title);
    }
  });
});
