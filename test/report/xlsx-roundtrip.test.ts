/** A marked file that comes back as it was sent holds the same figures as the file it was made from. */
import { createReadStream, readdirSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openRecords } from "../../src/intake/records.js";
import { openSqlite } from "../../src/store/sqlite.js";
import type { Finding, Row, StoredObservation } from "../../src/types.js";
import { openWorkshop, type Workshop } from "../run/workshop.js";
import { full } from "./sample.js";
import { xlsxBytes } from "./xlsx-sample.js";

const SAMPLE = "data/sample";
const FILES = readdirSync(SAMPLE).filter((name) => /^[A-Z]{3}\.csv$/.test(name));

let workshop: Workshop;
beforeAll(() => {
  workshop = openWorkshop();
});
afterAll(() => workshop.close());

interface Taken {
  readonly figures: readonly Omit<StoredObservation, "submission" | "vintage">[];
  readonly findings: readonly Finding[];
}

/** What a file comes to in a store of its own. */
async function taken(path: string): Promise<Taken> {
  const store = openSqlite("");
  try {
    expect((await workshop.take(path, {}, { store, archive: null })).outcome).toBe("taken");
    const figures = store
      .observations(store.vintage()?.id ?? 0)
      .map(({ submission: _, vintage: __, ...figure }) => figure);
    return { figures, findings: store.findings() };
  } finally {
    store.close();
  }
}

async function* recordsOf(path: string): AsyncGenerator<readonly Row[]> {
  yield* (await openRecords(createReadStream(path))).batches;
}

async function marked(path: string, findings: readonly Finding[]): Promise<Buffer> {
  return xlsxBytes({ ...full, findings, limit: 10_000, records: () => recordsOf(path) });
}

it.each(FILES)("%s", async (name) => {
  const path = `${SAMPLE}/${name}`;
  const original = await taken(path);
  const sent = workshop.write(`${name}.xlsx`, await marked(path, original.findings));
  const back = await taken(sent);
  expect(original.figures.length).toBeGreaterThan(0);
  expect(back.figures).toEqual(original.figures);
});

it("keeps a decimal comma, years across, zeros of codes and what is wrong", async () => {
  const path = workshop.write(
    "KEN.csv",
    "Série;Pays;Sexe;2015;2016;Remarque\r\n\r\nIT_USE_II99;404;_T;16,5;1.234,5;=1+1\r\nIT_USE_II99;404;F;007;env. 12;\r\n",
  );
  const original = await taken(path);
  const back = await taken(workshop.write("KEN.xlsx", await marked(path, original.findings)));
  expect(original.figures.map(({ value }) => value)).toContain(16.5);
  expect(back.figures).toEqual(original.figures);
  const told = ({ findings }: Taken) => findings.map(({ rule, line, column }) => [rule, line, column]);
  // That a workbook has a sheet beside the data is said of the workbook only.
  expect(told(back).filter(([rule]) => rule !== "sheets-not-read")).toEqual(told(original));
});
