import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import parquet from "../../src/export/parquet.js";
import type { Table } from "../../src/types.js";
import { small } from "./small.js";

const bytesOf = (table: Table): Buffer => Buffer.concat([...parquet.write(table)]);
function fileOf(table: Table): ArrayBuffer {
  const bytes = bytesOf(table);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}
/** Rows as another library than the one that wrote reads them. */
const read = (table: Table) => parquetReadObjects({ file: fileOf(table) });

describe("parquet", () => {
  it("reads back as the rows of the table, figures rounded, absent ones null, texts as they are", async () => {
    expect(await read(small)).toEqual([
      { AREA_NAME: 'Congo, "the"', TIME_PERIOD: 2020, OBS_VALUE: 2.7, OBS_STATUS: "A" },
      { AREA_NAME: "=1+1", TIME_PERIOD: 2021, OBS_VALUE: null, OBS_STATUS: "M" },
      { AREA_NAME: "two\nlines", TIME_PERIOD: 2022, OBS_VALUE: 0, OBS_STATUS: "A" },
      { AREA_NAME: "a | b", TIME_PERIOD: 2023, OBS_VALUE: 1234567.3, OBS_STATUS: "E" },
      { AREA_NAME: "Côte d’Ivoire 科特迪瓦", TIME_PERIOD: 2024, OBS_VALUE: -0.5, OBS_STATUS: "A" },
      { AREA_NAME: "-x", TIME_PERIOD: 2024, OBS_VALUE: 0, OBS_STATUS: "A" },
    ]);
  });

  it("keeps an empty text apart from an absent one", async () => {
    const rows = [
      ["", 2020, 1, "A"],
      [null, null, null, null],
    ];
    expect(await read({ ...small, rows })).toEqual([
      { AREA_NAME: "", TIME_PERIOD: 2020, OBS_VALUE: 1, OBS_STATUS: "A" },
      { AREA_NAME: null, TIME_PERIOD: null, OBS_VALUE: null, OBS_STATUS: null },
    ]);
  });

  it("has a type for each kind of column, and says of what the file is", () => {
    const { schema, key_value_metadata } = parquetMetadata(fileOf(small));
    const types = schema.slice(1).map(({ name, type, converted_type }) => [name, type, converted_type]);
    expect(types).toEqual([
      ["AREA_NAME", "BYTE_ARRAY", "UTF8"],
      ["TIME_PERIOD", "INT32", undefined],
      ["OBS_VALUE", "DOUBLE", undefined],
      ["OBS_STATUS", "BYTE_ARRAY", "UTF8"],
    ]);
    const said = Object.fromEntries((key_value_metadata ?? []).map(({ key, value }) => [key, value]));
    expect(said).toMatchObject({
      ...{ title: "Internet use <test> & more", language: "en", vintage: "3" },
      ...{ as_of: "2026-11-23T10:00:00Z", notes: "First note.\nSymbols: < less than half *a unit*." },
      dimensions: '["AREA_NAME","TIME_PERIOD"]',
    });
  });

  it("comes in groups of rows when there are many, each row once and in order", async () => {
    const rows = Array.from({ length: 45_001 }, (_, index): [string, number, number, string] => [
      `a${index}`,
      2020,
      index,
      "A",
    ]);
    const table = { ...small, rows };
    expect(parquetMetadata(fileOf(table)).row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([
      20_000, 20_000, 5001,
    ]);
    const names = (await read(table)).map((row) => row.AREA_NAME);
    expect(names).toEqual(rows.map(([name]) => name));
  });

  it("has the same bytes each time", () => {
    expect(bytesOf(small).equals(bytesOf(small))).toBe(true);
  });
});
