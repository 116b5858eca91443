import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { toFrame } from "../../src/tables/frame.js";
import type { Table } from "../../src/types.js";

function installed(): boolean {
  try {
    createRequire(import.meta.url).resolve("danfojs-node");
    return true;
  } catch {
    return false;
  }
}

const table: Table = {
  id: "t",
  title: "T",
  language: "en",
  notes: [],
  vintage: { id: 1, asOf: "2026-01-01T00:00:00Z" },
  columns: [
    { id: "GROUP_NAME", title: "Group", type: "text" },
    { id: "TIME_PERIOD", title: "Year", type: "integer" },
    { id: "OBS_VALUE", title: "Value", type: "number" },
  ],
  rows: [
    ["Africa", 2020, 10.25],
    ["Africa", 2021, 20.75],
    ["Europe", 2020, 80],
    ["Europe", 2021, null],
  ],
};

it.skipIf(!installed())(
  "a table becomes a data frame that groups and averages (needs danfojs-node)",
  async () => {
    const frame = await toFrame(table);
    expect(frame.shape).toEqual([4, 3]);
    expect(frame.columns).toEqual(["GROUP_NAME", "TIME_PERIOD", "OBS_VALUE"]);
    expect(frame.dtypes).toEqual(["string", "int32", "float32"]);
    const means = frame.dropNa({ axis: 1 }).groupby(["GROUP_NAME"]).col(["OBS_VALUE"]).mean();
    expect(means.values).toEqual([
      ["Africa", 15.5],
      ["Europe", 80],
    ]);
  },
  60_000,
);
