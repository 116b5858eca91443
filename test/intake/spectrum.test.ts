/**
 * The files of csv-spectrum through the reader of records. Needs the optional data folder ../shared/data;
 * skipped by name without it.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openRecords } from "../../src/intake/records.js";

const FOLDER = "../shared/data/csv-spectrum";
const names = existsSync(FOLDER)
  ? readdirSync(`${FOLDER}/csvs`).map((name) => name.replace(/\.csv$/, ""))
  : [];

/** The files named for CRLF have lost it where Git changed line ends; what json/ says needs it. */
function bytesOf(name: string): Buffer {
  const bytes = readFileSync(`${FOLDER}/csvs/${name}.csv`);
  return name.endsWith("_crlf") ? Buffer.from(bytes.toString().replace(/\r?\n/g, "\r\n")) : bytes;
}

async function objects(name: string): Promise<Record<string, string>[]> {
  async function* whole() {
    yield bytesOf(name);
  }
  const records: (readonly string[])[] = [];
  for await (const batch of (await openRecords(whole())).batches)
    records.push(...batch.map(({ cells }) => cells));
  const [header = [], ...rows] = records;
  return rows.map((cells) => Object.fromEntries(header.map((title, i) => [title, cells[i] ?? ""])));
}

describe.skipIf(!existsSync(FOLDER))("csv-spectrum (needs ../shared/data/csv-spectrum)", () => {
  it.each(names)("%s.csv is read as json/ says", async (name) => {
    const expected = JSON.parse(readFileSync(`${FOLDER}/json/${name}.json`, "utf8"));
    if (name !== "location_coordinates") return expect(await objects(name)).toEqual(expected);
    // Its JSON is one object, not a list, and gives another telephone number than the file does. Its quotation
    // marks stand inside unquoted cells, which RFC 4180 does not allow: they are text, as json/ has them.
    const withNumber = { ...expected, "Contact Phone Number": "2095257564" };
    expect(await objects(name)).toEqual([withNumber]);
  });

  it("has twelve files", () => expect(names).toHaveLength(12));
});
