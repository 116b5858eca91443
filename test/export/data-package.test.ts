import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeTables } from "../../src/export/write.js";
import type { Table } from "../../src/types.js";
import { small } from "./small.js";

let directory = "";
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "ictsdg-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const text = { type: "string" };
/**
 * What a Tabular Data Package must have: https://specs.frictionlessdata.io/ (version 1), "Data Package", "Data
 * Resource", "Tabular Data Resource" and "Table Schema", as far as we write it.
 */
const PROFILE = {
  type: "object",
  required: ["resources"],
  properties: {
    profile: { const: "tabular-data-package" },
    name: { type: "string", pattern: "^([-a-z0-9._/])+$" },
    title: text,
    version: text,
    created: { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z$" },
    sources: { type: "array", minItems: 1, items: { type: "object", required: ["title"] } },
    resources: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        required: ["profile", "name", "path", "schema"],
        properties: {
          profile: { const: "tabular-data-resource" },
          name: { type: "string", pattern: "^([-a-z0-9._/])+$" },
          path: { type: "string", pattern: "^(?!/)(?!.*\\.\\.)" },
          title: text,
          description: text,
          bytes: { type: "integer" },
          hash: { type: "string", pattern: "^sha256:[0-9a-f]{64}$" },
          schema: {
            type: "object",
            required: ["fields"],
            properties: {
              fields: {
                type: "array",
                minItems: 1,
                items: {
                  type: "object",
                  required: ["name"],
                  properties: { type: { enum: ["string", "number", "integer", "year"] } },
                },
              },
              missingValues: { type: "array", items: text },
              primaryKey: { type: "array", minItems: 1, items: text },
            },
          },
        },
      },
    },
  },
};

async function packaged(tables: readonly Table[]) {
  const files = await writeTables(tables, ["data-package"], directory);
  return { files, document: JSON.parse(readFileSync(join(directory, "datapackage.json"), "utf8")) };
}

describe("data-package", () => {
  it("is a Tabular Data Package over the CSV files, which it brings along", async () => {
    const { files, document } = await packaged([small, { ...small, id: "other" }]);
    const ajv = new Ajv();
    expect(ajv.validate(PROFILE, document), JSON.stringify(ajv.errors)).toBe(true);
    expect(document.resources.map(({ path }: { path: string }) => path)).toEqual(["small.csv", "other.csv"]);
    const names = files.map(({ path }) => path.slice(directory.length + 1));
    expect(names).toEqual(["small.csv", "other.csv", "datapackage.json", "manifest.json"]);
  });

  it("states size and hash of each file as they are on disk", async () => {
    const { files, document } = await packaged([small]);
    const [csv] = files;
    expect(document.resources[0]).toMatchObject({ bytes: csv?.bytes, hash: `sha256:${csv?.sha256}` });
  });

  it("names the type of each column, and the dimensions as the primary key", async () => {
    const { document } = await packaged([small]);
    const { fields, primaryKey, missingValues } = document.resources[0].schema;
    expect(fields).toEqual([
      { name: "AREA_NAME", title: "Country or area", type: "string", constraints: { required: true } },
      { name: "TIME_PERIOD", title: "Year", type: "year", constraints: { required: true } },
      { name: "OBS_VALUE", title: "Value", type: "number" },
      { name: "OBS_STATUS", title: "Status", type: "string" },
    ]);
    expect(primaryKey).toEqual(["AREA_NAME", "TIME_PERIOD"]);
    expect(missingValues).toEqual([""]);
  });

  it("has no primary key where a dimension is empty in a row, since a key holds no empty cell", async () => {
    const { document } = await packaged([{ ...small, rows: [[null, 2020, 1, "A"]] }]);
    expect(document.resources[0].schema.primaryKey).toBeUndefined();
  });
});
