import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countryTemplate, templateCsv, templateWorkbook } from "../../src/run/country-template.js";
import { csv, openWorkshop, type Workshop } from "./workshop.js";

let shop: Workshop;
beforeAll(async () => {
  shop = openWorkshop();
  await shop.take(
    shop.write(
      "KEN.csv",
      csv(
        ["IT_USE_II99", "KEN", 2016, "_T", 16.6, "PT"],
        ["IT_USE_II99", "KEN", 2017, "_T", 17.8, "PT"],
        ["IT_USE_II99", "KEN", 2024, "F", 40, "PT"],
      ),
    ),
  );
});
afterAll(() => shop.close());

const made = () => {
  const { store } = shop.environment;
  return countryTemplate("household", "KEN", store.observations(1, 404), 2024);
};
type Row = Readonly<Record<string, string>>;
const rows = (): Row[] => parse(templateCsv(made()), { columns: true });
const of = (sex: string) =>
  rows().filter(
    (row) =>
      row.SERIES === "IT_USE_II99" &&
      row.SEX === sex &&
      [row.AGE, row.URBANISATION, row.EDUCATION_LEV, row.COMPOSITE_BREAKDOWN].every((code) => code === "_T"),
  );

describe("the template of a country", () => {
  it("has the newest figure of each series and breakdown, and an empty line for the year that is asked for", () => {
    expect(of("_T").map((row) => [row.TIME_PERIOD, row.OBS_VALUE, row.UNIT_MEASURE])).toEqual([
      ["2017", "17.8", "PT"],
      ["2024", "", "PT"],
    ]);
  });

  it("asks no second time for what has been answered", () => {
    expect(of("F").map((row) => [row.TIME_PERIOD, row.OBS_VALUE])).toEqual([["2024", "40"]]);
  });

  it("asks once for what has never been answered, in the country's code", () => {
    expect(of("M").map((row) => [row.REF_AREA, row.TIME_PERIOD, row.OBS_VALUE])).toEqual([
      ["KEN", "2024", ""],
    ]);
  });

  it("is taken without an error when it is sent back as it is", async () => {
    const path = shop.write("KEN-household-2024.csv", templateCsv(made()));
    const report = await shop.take(path);
    expect(report.outcome).toBe("taken");
    const errors = shop.environment.store.findings({ submission: report.submission.id, severity: "error" });
    expect(errors.map(({ rule }) => rule)).toEqual([]);
  });

  it("is the same as a workbook", async () => {
    const pieces: Uint8Array[] = [];
    for await (const piece of templateWorkbook(made(), new Date("2026-01-01"))) pieces.push(piece);
    const path = shop.write("KEN-book.xlsx", Buffer.concat(pieces));
    const report = await shop.take(path);
    expect(report.outcome).toBe("taken");
    expect(shop.environment.store.submission(report.submission.id)?.lines).toBe(rows().length);
  });
});
