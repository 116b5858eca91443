import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import jsonStat from "../../src/export/json-stat.js";
import { dataCells } from "../../src/tables/cell.js";
import type { Table } from "../../src/types.js";
import { small } from "./small.js";

// The package has no types.
const JSONstat = createRequire(import.meta.url)("jsonstat-toolkit");
const document = (table: Table) => JSON.parse([...jsonStat.write(table)].join(""));

const two: Table = {
  ...small,
  columns: [
    { id: "REF_AREA", title: "Code", type: "integer", role: "dimension" },
    { id: "AREA_NAME", title: "Area", type: "text" },
    { id: "TIME_PERIOD", title: "Year", type: "integer", role: "dimension" },
    { id: "OBS_VALUE", title: "Value", type: "number", decimals: 1, statusIn: "OBS_STATUS" },
    { id: "LOW", title: "Low", type: "number", decimals: 1 },
    { id: "OBS_STATUS", title: "Status", type: "text" },
  ],
  rows: [
    [4, "Afghanistan", 2020, 1.25, 1, "A"],
    [4, "Afghanistan", 2021, null, null, "M"],
    [8, "Albania", 2020, 3, null, "E"],
  ],
};

/** Values of two measures of two series, whose units depend on the measure first. */
const parity: Table = {
  ...small,
  columns: [
    { id: "SERIES", title: "Code", type: "text", role: "dimension" },
    { id: "MEASURE", title: "Measure", type: "text", role: "dimension" },
    { id: "UNIT_MEASURE", title: "Unit", type: "text" },
    { id: "OBS_VALUE", title: "Value", type: "number", decimals: 1 },
    { id: "COUNTRIES", title: "Countries", type: "integer", role: "measure" },
  ],
  rows: [
    ["IT_USE_II99", "VALUE", "PT", 51.37, 40],
    ["IT_USE_II99", "GAP", "PP", 4.4, 38],
    ["IT_NET_BBND", "VALUE", "PER_100_POP", 14.1, 51],
  ],
};

describe("json-stat", () => {
  it("writes the file that was written by hand", () => {
    const golden = readFileSync(new URL("golden/small.jsonstat.json", import.meta.url), "utf8");
    expect(document(small)).toEqual(JSON.parse(golden));
  });

  it("takes counts for measures, and gives a category its unit where it has one", () => {
    expect(document(parity)).toMatchObject({
      ...{ id: ["SERIES", "MEASURE", "METRIC"], size: [2, 2, 2] },
      role: { metric: ["SERIES", "MEASURE", "METRIC"] },
      dimension: {
        SERIES: {
          category: { unit: { IT_USE_II99: { label: "PT" }, IT_NET_BBND: { label: "PER_100_POP" } } },
        },
        MEASURE: { category: { index: ["VALUE", "GAP"], unit: { GAP: { label: "PP" } } } },
      },
      value: [51.4, 40, 4.4, 38, 14.1, 51, null, null],
    });
    expect(document(parity).dimension.MEASURE.category.unit).toEqual({ GAP: { label: "PP" } });
  });

  it("says with 1 which combinations there are, where a table measures nothing", () => {
    const columns = parity.columns.slice(0, 2);
    const rows = parity.rows.map((row) => row.slice(0, 2));
    expect(document({ ...parity, columns, rows }).value).toEqual([1, 1, 1, null]);
  });

  it("numbers the rows of a table that declares no dimension", () => {
    const columns = parity.columns.map(({ role: _, ...column }) => column);
    expect(document({ ...parity, columns })).toMatchObject({
      id: ["ROW"],
      size: [3],
      value: [51.4, 4.4, 14.1],
    });
  });

  it("is a dataset in row-major order with a metric dimension, roles, names and statuses", () => {
    expect(document(two)).toMatchObject({
      ...{ version: "2.0", class: "dataset", updated: "2026-11-23T10:00:00Z", note: small.notes },
      ...{ id: ["REF_AREA", "TIME_PERIOD", "METRIC"], size: [2, 2, 2] },
      role: { geo: ["REF_AREA"], time: ["TIME_PERIOD"], metric: ["METRIC"] },
      dimension: { REF_AREA: { category: { index: ["4", "8"], label: { 4: "Afghanistan", 8: "Albania" } } } },
      // Three of eight are filled: an object. 1.25 to one decimal is 1.3.
      value: { 0: 1.3, 1: 1, 4: 3 },
      status: { 0: "A", 2: "M", 4: "E" },
    });
  });

  it("has an array of values where half is filled", () => {
    const full = { ...two, rows: two.rows.slice(0, 2) };
    expect(document(full)).toMatchObject({ size: [1, 2, 2], value: [1.3, 1, null, null] });
  });

  it("refuses a table whose dimensions do not tell its rows apart, since one would overwrite the other", () => {
    const twice = { ...two, rows: [...two.rows.slice(0, 1), ...two.rows.slice(0, 1)] };
    expect(() => document(twice)).toThrow('Two rows of table "small" have the same codes');
  });

  it.each([
    ["one metric", small, ["OBS_VALUE"]],
    ["two metrics", two, ["OBS_VALUE", "LOW"]],
  ])("reads back by jsonstat-toolkit as the numbers of the table: %s", (_, table, metrics) => {
    const dataset = JSONstat(document(table));
    const cells = dataCells(table);
    const at = (id: string) => table.columns.findIndex((column) => column.id === id);
    for (const row of table.rows) {
      const texts = cells(row);
      for (const metric of metrics) {
        const where = Object.fromEntries(
          dataset.id.map((id: string) => [id, id === "METRIC" ? metric : texts[at(id)]]),
        );
        const shown = texts[at(metric)];
        expect(dataset.Data(where).value ?? null).toBe(shown === "" ? null : Number(shown));
      }
    }
  });

  it("is a dataset without values for a table without rows", () => {
    expect(document({ ...small, rows: [] })).toMatchObject({ class: "dataset", value: [] });
  });

  it("has the same bytes each time", () => {
    expect([...jsonStat.write(small)]).toEqual([...jsonStat.write(small)]);
  });
});
