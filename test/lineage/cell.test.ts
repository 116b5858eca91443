/** From the rows of every table of the registry, made of the sample collection, to what each figure rests on. */
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import sample from "../../pipelines/sample.js";
import { tables } from "../../pipelines/tables/index.js";
import { exportedRow, NoSuchCell, recordsOf, tableRow } from "../../src/run/exported.js";
import { type Question, questionOf, type RowCells } from "../../src/run/lineage/cell.js";
import type { ComparedLineage, Lineage } from "../../src/run/lineage/types.js";
import { type Lineages, openLineages } from "../../src/run/lineage.js";
import { runPipeline } from "../../src/run/pipeline.js";
import { type Computed, compute, publish, tablesOf } from "../../src/run/publish.js";
import type { TakeReport } from "../../src/run/take.js";
import { round } from "../../src/tables/round.js";
import { asOf, HEADER, openWorkshop, type Workshop } from "../run/workshop.js";

let shop: Workshop;
let lineages: Lineages;
let computed: Computed;

async function takeAll(files: readonly string[]): Promise<TakeReport[]> {
  const reports: TakeReport[] = [];
  for (const file of files) reports.push(await shop.take(file));
  return reports;
}

beforeAll(async () => {
  shop = openWorkshop();
  await runPipeline({ ...sample, tables: [], formats: [], languages: [] }, shop.environment, takeAll);
  // The sample's countries are too few for values of the world; in 2017 every country has one.
  const lines = shop.environment.areas.list.map(
    ({ iso3 }, i) => `IT_USE_II99,${iso3},2017,_T,${30 + (i % 50)},PT`,
  );
  await shop.take(shop.write("agency.csv", `${[HEADER, ...lines].join("\n")}\n`), { anyArea: true });
  lineages = openLineages(shop.environment) as Lineages;
  computed = compute(shop.environment) as Computed;
});
afterAll(() => shop.close());

/** At most so many rows of a table, spread over all of it: each one is explained anew. */
const MOST_ROWS = 150;

function rowsOf(id: string): RowCells[] {
  const [table] = tablesOf(shop.environment, computed, [id], "en");
  const rows = table ? recordsOf(table).filter((row) => row.OBS_VALUE != null || Number(row.COUNT) > 0) : [];
  const step = Math.max(1, Math.floor(rows.length / MOST_ROWS));
  return rows.filter((_, i) => i % step === 0);
}

function explainedValue(question: Question, found: readonly (Lineage | ComparedLineage)[]): number | null {
  return question.measure === "count" ? found.length : (found[0]?.value ?? null);
}

describe.each(tables.map(({ id }) => id))("rows of %s", (id) => {
  it("lead to explanations whose value is the cell's", () => {
    const rows = rowsOf(id);
    // The crosswalk shows what belongs together, no figures.
    expect(rows.length > 0).toBe(id !== "crosswalk");
    for (const row of rows) {
      const question = questionOf(row) as Question;
      const value = explainedValue(question, lineages.answer(question));
      const decimals = Number(row.DECIMALS ?? 0);
      const cell = (row.OBS_VALUE ?? row.COUNT) as number;
      expect([question, value === null ? null : round(value, decimals)]).toEqual([
        question,
        round(cell, decimals),
      ]);
    }
  });
});

it("tables with figures are among them, those of women and men compared too", () => {
  expect(rowsOf("facts-and-figures").length).toBeGreaterThan(100);
  expect(rowsOf("availability").length).toBeGreaterThan(20);
  const [table] = tablesOf(shop.environment, computed, ["facts-and-figures"], "en");
  const compared = (table ? recordsOf(table) : [])
    .filter(({ MEASURE }) => MEASURE === "PARITY_SCORE")
    .slice(0, 5);
  for (const row of compared) {
    const [found] = lineages.answer(questionOf(row) as Question);
    expect(found).toMatchObject({ measure: "parity", value: expect.closeTo(row.OBS_VALUE as number, 12) });
  }
});

describe("a row of an exported file", () => {
  const FORMATS = ["csv", "json", "markdown", "html", "xlsx", "json-stat", "notes"];
  let out: string;
  const then = () => asOf(shop, computed.vintage.asOf);
  beforeAll(async () => {
    out = join(shop.folder, "tables");
    await publish(shop.environment, {
      tables: ["sdg-country"],
      formats: FORMATS,
      languages: ["fr"],
      out,
    });
    // A later file, so that the newest vintage is not the one that the tables were made of.
    await shop.take(
      shop.write(
        "KEN.csv",
        "SERIES,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE\nIT_MOB_2GNTWK,KEN,2011,88,PT\n",
      ),
    );
  });

  it.each(["csv", "json", "md", "html"])(
    "of %s is read with the vintage that the file was made of",
    (extension) => {
      const found = exportedRow(shop.environment, join(out, "fr", `sdg-country.${extension}`), 40);
      const asked = questionOf(tableRow(then(), "sdg-country", 40, "fr").cells);
      expect(asked).not.toBeNull();
      expect(questionOf(found.cells)).toEqual(asked);
      expect(found.environment.store.vintage()).toEqual(computed.vintage);
    },
  );

  it("of a workbook is counted as the sheet counts it, its heads being row 3", async () => {
    const path = join(out, "fr", "sdg-country.xlsx");
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    const seen = workbook.worksheets[0]?.getRow(42).values as ExcelJS.CellValue[];
    const { cells } = exportedRow(shop.environment, path, 42);
    expect(seen).toContain(cells.SERIES);
    expect(seen).toContain(cells.TIME_PERIOD);
    expect(questionOf(cells)).toEqual(questionOf(tableRow(then(), "sdg-country", 40, "fr").cells));
    expect(() => exportedRow(shop.environment, path, 3)).toThrow(/heads are row 3; give a row from 4 to/);
  });

  it.each(["jsonstat.json", "txt"])("of %s cannot be pointed at, and the way out is told", (extension) => {
    const path = join(out, "fr", `sdg-country.${extension}`);
    expect(() => exportedRow(shop.environment, path, 40)).toThrow(/has no rows to point at.*CSV/);
  });

  it("is refused with the way out where there is none", () => {
    const path = join(out, "fr", "sdg-country.csv");
    expect(() => exportedRow(shop.environment, path, 1)).toThrow(NoSuchCell);
    expect(() => exportedRow(shop.environment, path, 1)).toThrow(/give a row from 2 to/);
    expect(() => exportedRow(shop.environment, `${path}x`, 2)).toThrow(/There is no file/);
  });
});

describe("a cell of counts", () => {
  it("is of its year, or of all years", () => {
    const row = { REF_AREA: 404, INDICATOR: "9.c.1", COUNT: 3, "2011": 1 };
    expect(questionOf(row, "2011")).toEqual({
      measure: "count",
      area: 404,
      indicator: "9.c.1",
      period: 2011,
    });
    expect(questionOf(row)).toMatchObject({ period: null });
  });

  it("is no question where the row is a heading", () => {
    expect(questionOf({ GOAL: 3, INDICATOR: null, SERIES: null })).toBeNull();
  });
});
