/** Workbooks from bytes to the store. */
import { spawnSync } from "node:child_process";
import { createReadStream, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import ExcelJS, { type Workbook } from "exceljs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openCsv } from "../../src/intake/csv.js";
import { openRecords } from "../../src/intake/records.js";
import { submissionFiles } from "../../src/run/files.js";
import type { TakeReport } from "../../src/run/take.js";
import type { Finding, StoredObservation } from "../../src/types.js";
import { csv, openWorkshop, type Workshop } from "./workshop.js";

let shop: Workshop;
beforeEach(() => {
  shop = openWorkshop();
});
afterEach(() => shop.close());

const HEADS = ["SERIES", "REF_AREA", "TIME_PERIOD", "OBS_VALUE"];

async function workbook(name: string, fill: (workbook: Workbook) => void): Promise<string> {
  const made = new ExcelJS.Workbook();
  fill(made);
  const path = join(shop.folder, name);
  await made.xlsx.writeFile(path);
  return path;
}

const sheet = (name: string, rows: readonly (readonly unknown[])[]) =>
  workbook(name, (made) => made.addWorksheet("Data").addRows(rows as unknown[][]));

function taken(report: TakeReport): Extract<TakeReport, { outcome: "taken" }> {
  if (report.outcome !== "taken") throw new Error(`not taken: ${JSON.stringify(report)}`);
  return report;
}

/** What was read, without what tells one submission from another. */
function content({ submission: _, vintage: __, ...observation }: StoredObservation) {
  return observation;
}

const findings = (submission: string): Finding[] =>
  shop.environment.store
    .findings({ submission })
    .map(({ rule, severity, level, line, column, key, value, params }) => ({
      ...{ rule, severity, level, line, column, key, value, params },
    }));

const rulesAt = (submission: string) =>
  findings(submission).map(({ rule, line, column }) => [rule, line, column]);

describe("the sample", () => {
  const files = readdirSync("data/sample").filter((name) => /^[A-Z]{3}\.csv$/.test(name));

  it("is of some countries", () => expect(files.length).toBeGreaterThan(20));

  it.each(files)("%s reads the same from a workbook as from CSV", async (name) => {
    const path = join("data/sample", name);
    const { dialect } = await openCsv(createReadStream(path));
    const rows: (string | number)[][] = [];
    for await (const batch of (await openRecords(createReadStream(path), dialect)).batches)
      for (const { cells } of batch) rows.push(cells.map((text) => (isNumber(text) ? Number(text) : text)));
    const other = openWorkshop();
    try {
      const fromText = taken(await other.take(path));
      const book = await sheet(`${basename(name, ".csv")}.xlsx`, rows);
      const { decimal } = dialect;
      const fromBook = taken(await shop.take(book, decimal ? { decimal } : {}));
      const observations = ({ environment }: Workshop, { vintage }: typeof fromText) =>
        environment.store.observations(vintage.id).map(content);
      expect(observations(shop, fromBook)).toEqual(observations(other, fromText));
      expect(fromBook.counts).toEqual(fromText.counts);
    } finally {
      other.close();
    }
  });

  /** A number that Excel keeps as one; what can be read in two ways it would have kept as text. */
  function isNumber(text: string): boolean {
    return (
      /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) &&
      !/^-?\d{1,3}\.\d{3}$/.test(text) &&
      String(Number(text)) === text
    );
  }
});

describe("a workbook", () => {
  it("has its numbers read whatever the decimal mark of what was typed as text", async () => {
    const path = await sheet("KEN.xlsx", [
      HEADS,
      ["IT_USE_II99", "KEN", 2018, 17.812],
      ["IT_USE_II99", "KEN", 2019, "22,6"],
      ["IT_USE_II99", "KEN", 2020, "29,512"],
    ]);
    const { vintage, submission } = taken(await shop.take(path));
    const values = shop.environment.store
      .observations(vintage.id)
      .map(({ period, value }) => [period, value]);
    expect(values).toEqual([
      [2018, 17.812],
      [2019, 22.6],
      [2020, 29.512],
    ]);
    expect(rulesAt(submission.id).filter(([rule]) => rule === "ambiguous-number")).toEqual([]);
  });

  it("has percentages read as shown, and held back where the series is no share", async () => {
    const path = await workbook("KEN.xlsx", (made) => {
      const data = made.addWorksheet("Data");
      data.addRow(HEADS);
      data.addRow(["IT_USE_II99", "KEN", 2020, 0.295]).getCell(4).numFmt = "0%";
      data.addRow(["ICT_EW2", "KEN", 2020, 0.5]).getCell(4).numFmt = "0%";
    });
    const { vintage, submission } = taken(await shop.take(path));
    const stored = shop.environment.store.observations(vintage.id);
    expect(stored.map(({ series, value }) => [series, value])).toEqual([["IT_USE_II99", 29.5]]);
    expect(rulesAt(submission.id)).toEqual(
      expect.arrayContaining([
        ["unit-in-cell", 3, "OBS_VALUE"],
        ["percent-format", 2, "OBS_VALUE"],
      ]),
    );
  });

  it("has errors and formulas without value for errors, and none of them for a missing value", async () => {
    const path = await sheet("KEN.xlsx", [
      HEADS,
      ["IT_USE_II99", "KEN", 2018, { error: "#N/A" }],
      ["IT_USE_II99", "KEN", 2019, { formula: "B9/C9", result: { error: "#DIV/0!" } }],
      ["IT_USE_II99", "KEN", 2020, { formula: "B9/C9" }],
      ["IT_USE_II99", "KEN", 2021, "=cmd|' /C calc'!A0"],
      ["IT_USE_II99", "KEN", 2022, "#N/A"],
    ]);
    const { vintage, submission } = taken(await shop.take(path));
    const stored = shop.environment.store.observations(vintage.id);
    expect(stored.map(({ period, value }) => [period, value])).toEqual([[2022, null]]);
    const doubts = findings(submission.id).filter(({ severity }) => severity === "error");
    expect(doubts.map(({ rule, line, params }) => [rule, line, params.value])).toEqual([
      ["not-a-number", 2, "#N/A"],
      ["not-a-number", 3, "#DIV/0!"],
      ["not-a-number", 4, "=B9/C9"],
      ["formula-without-value", 4, "=B9/C9"],
      ["not-a-number", 5, "=cmd|' /C calc'!A0"],
    ]);
  });

  it("is told by its bytes, and a CSV file by its own, whatever they are called", async () => {
    const book = await sheet("a.csv", [HEADS, ["IT_USE_II99", "KEN", 2020, 29.5]]);
    const text = shop.write("b.xlsx", csv(["IT_USE_II99", "KEN", 2021, "_T", 30, "PT"]));
    expect(taken(await shop.take(book)).dialect).toMatchObject({ format: "xlsx" });
    expect(taken(await shop.take(text)).dialect).toMatchObject({ delimiter: "," });
  });

  it("of several sheets has one line for each of its rows, and keeps in the receipt which", async () => {
    const path = await workbook("KEN.xlsx", (made) => {
      for (const year of [2018, 2019])
        made.addWorksheet(String(year)).addRows([HEADS, ["IT_USE_II99", "KEN", year, 120]]);
    });
    const { submission, dialect } = taken(await shop.take(path));
    expect(rulesAt(submission.id).filter(([rule]) => rule === "within-range")).toEqual([
      ["within-range", 2, "OBS_VALUE"],
      ["within-range", 4, "OBS_VALUE"],
    ]);
    expect(JSON.parse(shop.environment.store.submission(submission.id)?.dialect ?? "")).toEqual(dialect);
    expect(dialect).toMatchObject({ sheets: [{ firstLine: 1 }, { name: "2019", firstLine: 3 }] });
  });

  it("that is refused leaves nothing in the store", async () => {
    const path = await sheet("KEN.xlsx", [["a", "b"]]);
    expect(await shop.take(path)).toMatchObject({
      outcome: "refused",
      finding: { rule: "file-no-sheet", line: 0 },
    });
    expect(shop.environment.store.submissions()).toEqual([]);
  });
});

const office = spawnSync("soffice", ["--version"]).status === 0;

it.runIf(office)("a workbook that LibreOffice saved is read as the CSV file it was made from", async () => {
  const text = shop.write("KEN.csv", csv(["IT_USE_II99", "KEN", 2020, "_T", 29.5, "PT"]));
  spawnSync("soffice", ["--headless", "--convert-to", "xlsx", "--outdir", shop.folder, text]);
  const { vintage } = taken(await shop.take(join(shop.folder, "KEN.xlsx")));
  const stored = shop.environment.store.observations(vintage.id);
  expect(stored.map(({ period, value, line }) => [period, value, line])).toEqual([[2020, 29.5, 2]]);
});

describe("a folder", () => {
  it("is taken with its workbooks, without the lock files of those that are open", async () => {
    for (const name of ["b.xlsx", "~$b.xlsx", "A.XLSM", "c.csv", "d.xls", "e.docx"])
      shop.write(`in/${name}`, "");
    const found = submissionFiles([join(shop.folder, "in")]).map((path) => basename(path));
    expect(found).toEqual(["A.XLSM", "b.xlsx", "c.csv"]);
  });
});
