import type { CellValue } from "exceljs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HEADS, written, writtenSheet } from "./workbook.js";

const FIGURE = ["IT_USE_II99", "KEN", 2020, 29.5] as const;
const AS_TEXT = ["IT_USE_II99", "KEN", "2020", "29.5"];

/** What a value in OBS_VALUE is read as: its text, its number, and what is said of it. */
async function value(cell: CellValue, numFmt?: string) {
  const { rows, notes } = await writtenSheet((sheet) => {
    sheet.addRow(HEADS);
    const added = sheet.addRow(["IT_USE_II99", "KEN", 2020]).getCell(4);
    added.value = cell;
    if (numFmt) added.numFmt = numFmt;
  });
  return [rows[0]?.cells[3], rows[0]?.numbers?.[3], notes.map(({ rule }) => rule)];
}

const at = (rule: string, line: number, column: string, params: object) => ({ rule, line, column, params });

describe("a figure", () => {
  it.each([
    [1.234, "1.234"],
    [0.1 + 0.2, "0.30000000000000004"],
    [123456789012345, "123456789012345"],
    [-0.5, "-0.5"],
    [0, "0"],
    [1.5e-9, "1.5e-9"],
  ])("that is a number is %d at full precision, whatever it shows", async (number, text) => {
    expect(await value(number, "0.0")).toEqual([text, number, []]);
  });

  it.each([
    [0.45, "0%", "45%", 45],
    [0.07, "0.00%", "7%", 7],
    [0.123456789, '0.0" "%', "12.3456789%", 12.3456789],
    [1, "0%;[Red]-0%", "100%", 100],
  ])("%d formatted as %s is what the sheet shows", async (number, format, text, shown) => {
    expect(await value(number, format)).toEqual([text, shown, ["percent-format"]]);
  });

  it.each(['0.0" %"', "0.0\\%", "[$%-409]0.0", "General", "#,##0.00"])(
    "formatted as %s is no percentage and no date",
    async (format) => {
      expect(await value(0.45, format)).toEqual(["0.45", 0.45, []]);
    },
  );

  it("that was typed as text stays text, to be read as in a CSV file", async () => {
    expect(await value("1 234,5")).toEqual(["1 234,5", undefined, []]);
    expect(await value("=cmd|' /C calc'!A0")).toEqual(["=cmd|' /C calc'!A0", undefined, []]);
  });

  it("that Excel took for a date is a date and no number", async () => {
    expect(await value(new Date("2024-05-01T00:00:00Z"))).toEqual(["2024-05-01", undefined, []]);
    expect(await value(new Date("2024-05-01T18:30:00Z"))).toEqual(["2024-05-01T18:30:00", undefined, []]);
    expect(await value(1, "d mmm")).toEqual(["1900-01-01", undefined, []]);
  });

  it.each(["#REF!", "#DIV/0!", "#N/A"] as const)("that is the error %s is not a number", async (error) => {
    expect(await value({ error })).toEqual([error, Number.NaN, []]);
  });

  it("that is true or false is not a number", async () => {
    expect(await value(true)).toEqual(["TRUE", undefined, []]);
    expect(await value(false)).toEqual(["FALSE", undefined, []]);
  });

  it("with a raised digit keeps it apart as a footnote mark", async () => {
    const raised = { text: "1", font: { vertAlign: "superscript" as const } };
    expect(await value({ richText: [{ text: "12.5" }, raised] })).toEqual(["12.5¹", undefined, []]);
    expect(await value({ richText: [{ text: "12." }, { text: "5", font: { bold: true } }] })).toEqual([
      "12.5",
      undefined,
      [],
    ]);
  });

  it("that is a link is what is shown", async () => {
    expect(await value({ text: "12.5", hyperlink: "https://example.org" })).toEqual(["12.5", undefined, []]);
  });

  it("of a formula is the value stored with it", async () => {
    expect(await value({ formula: "B2/C2", result: 12.25 })).toEqual(["12.25", 12.25, ["formula-value"]]);
    expect(await value({ formula: "B2/C2", result: 0.5 }, "0%")).toEqual([
      "50%",
      50,
      ["formula-value", "percent-format"],
    ]);
    expect(await value({ formula: "B2/C2", result: { error: "#DIV/0!" } })).toEqual([
      "#DIV/0!",
      Number.NaN,
      ["formula-value"],
    ]);
  });

  it("of a formula that was never calculated is no number and no missing value", async () => {
    expect(await value({ formula: "B2/C2" })).toEqual(["=B2/C2", Number.NaN, ["formula-without-value"]]);
  });
});

describe("notes", () => {
  it("say how many cells there were and where the first was", async () => {
    const { notes } = await writtenSheet((sheet) => {
      sheet.addRow(["title"]);
      sheet.addRow(HEADS);
      sheet.addRow(FIGURE);
      for (const year of [2021, 2022, 2023])
        sheet.addRow(["IT_USE_II99", "KEN", year, { formula: "A1", result: 1 }]);
      sheet.addRow(["IT_USE_II99", "KEN", 2024, { formula: "A1+B1" }]);
      sheet.addRow(["IT_USE_II99", "KEN", 2025, 0.455]).getCell(4).numFmt = "0%";
    });
    expect(notes).toEqual([
      at("formula-value", 4, "OBS_VALUE", { count: 3 }),
      at("formula-without-value", 7, "OBS_VALUE", { count: 1, value: "=A1+B1" }),
      at("percent-format", 8, "OBS_VALUE", { count: 1, value: "45.5%", number: 45.5 }),
    ]);
  });

  it("say what of the sheet is hidden, all of which is read", async () => {
    const { cells, notes } = await writtenSheet((sheet) => {
      sheet.addRow(HEADS);
      for (const year of [2020, 2021, 2022]) sheet.addRow(["IT_USE_II99", "KEN", year, 30]);
      sheet.getRow(3).hidden = true;
      sheet.getRow(4).hidden = true;
      sheet.getColumn(2).hidden = true;
      sheet.autoFilter = "A1:D4";
    });
    expect(cells).toHaveLength(3);
    expect(notes).toEqual([
      at("hidden-columns", 1, "", { columns: "REF_AREA", count: 1 }),
      at("hidden-rows", 3, "", { count: 2 }),
    ]);
  });

  it("say that cells stand in columns without a heading", async () => {
    const { cells, notes } = await writtenSheet((sheet) => {
      sheet.addRow(HEADS);
      sheet.addRow([...FIGURE, "", "check!"]);
    });
    expect(cells).toEqual([AS_TEXT]);
    expect(notes).toEqual([at("cells-without-heading", 2, "", { count: 1 })]);
  });

  it("name the sheets that were not read", async () => {
    const { notes, dialect } = await written((workbook) => {
      workbook.addWorksheet("Notes").addRow(["Please read this."]);
      workbook.addWorksheet("Data").addRows([HEADS, FIGURE]);
      workbook.addWorksheet("Empty");
      workbook.addWorksheet("Old", { state: "hidden" }).addRows([HEADS, FIGURE]);
      workbook.addWorksheet("Lists", { state: "veryHidden" }).addRow(["codes"]);
      workbook.addWorksheet("Wide").addRows([
        ["SERIES", "REF_AREA", 2020],
        ["IT_USE_II99", "KEN", 3],
      ]);
    });
    expect(dialect).toEqual({
      format: "xlsx",
      decimal: null,
      sheets: [{ name: "Data", headerRow: 1, firstLine: 1 }],
    });
    expect(notes).toEqual([
      at("sheet-of-other-columns", 0, "", { sheets: "“Wide”", count: 1 }),
      at("hidden-sheets", 0, "", { sheets: "“Old”", count: 1 }),
      at("sheets-not-read", 0, "", { sheets: "“Notes”, “Lists”", count: 2 }),
    ]);
  });
});

describe("the heads of the columns", () => {
  it("are found below titles, logos and empty rows", async () => {
    const { cells, rows, dialect } = await writtenSheet((sheet) => {
      sheet.addRow(["Country: Kenya"]);
      sheet.mergeCells("A1:D1");
      sheet.addRow([]);
      sheet.addRow(["ICT indicators", "", "", "2020"]);
      sheet.addRow([]);
      sheet.addRow(HEADS);
      sheet.addRow(FIGURE);
    });
    expect(cells).toEqual([AS_TEXT]);
    expect(rows[0]?.line).toBe(6);
    expect(dialect).toMatchObject({ sheets: [{ headerRow: 5 }] });
  });

  it("may group years under an indicator", async () => {
    const { header, cells } = await writtenSheet((sheet) => {
      sheet.addRow(["SERIES", "REF_AREA", "Individuals using the Internet (%)"]);
      sheet.addRow(["", "", 2018, 2019, 2020]);
      sheet.mergeCells("C1:E1");
      sheet.addRow(["IT_USE_II99", "KEN", 17.8, 22.6, 29.5]);
    });
    expect(header.years).toEqual([
      { index: 2, period: "2018" },
      { index: 3, period: "2019" },
      { index: 4, period: "2020" },
    ]);
    expect(cells).toEqual([["IT_USE_II99", "KEN", "17.8", "22.6", "29.5"]]);
  });

  it("may be merged over two rows", async () => {
    const { header, cells, dialect } = await writtenSheet((sheet) => {
      sheet.addRow([...HEADS, "Figures used"]);
      sheet.addRow(["", "", "", "", "NUMERATOR", "DENOMINATOR"]);
      for (const column of ["A", "B", "C", "D"]) sheet.mergeCells(`${column}1:${column}2`);
      sheet.mergeCells("E1:F1");
      sheet.addRow([...FIGURE, 590, 2000]);
    });
    expect(header.columns).toMatchObject({ OBS_VALUE: 3, NUMERATOR: 4, DENOMINATOR: 5 });
    expect(cells).toEqual([[...AS_TEXT, "590", "2000"]]);
    expect(dialect).toMatchObject({ sheets: [{ headerRow: 2 }] });
  });

  it("may all be merged downwards, or come in two languages", async () => {
    const merged = await writtenSheet((sheet) => {
      sheet.addRow(HEADS);
      sheet.addRow([]);
      for (const column of ["A", "B", "C", "D"]) sheet.mergeCells(`${column}1:${column}2`);
      sheet.addRow(FIGURE);
    });
    const twice = await writtenSheet((sheet) =>
      sheet.addRows([HEADS, ["Série", "Pays", "Année", "Valeur"], FIGURE]),
    );
    expect(merged.cells).toEqual([AS_TEXT]);
    expect(twice.cells).toEqual([AS_TEXT]);
  });

  it.each([
    ["Arabic", ["المؤشر", "البلد", "السنة", "القيمة"]],
    ["Chinese", ["指标", "国家", "年份", "数值"]],
    ["French", ["Série", "Pays", "Année", "Valeur"]],
    ["Russian", ["Показатель", "Страна", "Год", "Значение"]],
  ])("may be in %s, on a sheet from right to left", async (_, heads) => {
    const { cells, header } = await written((workbook) => {
      workbook.addWorksheet("بيانات", { views: [{ rightToLeft: true }] }).addRows([heads, FIGURE]);
    });
    expect(header.ignored).toEqual([]);
    expect(cells).toEqual([AS_TEXT]);
  });

  it("that lack one name it, with their row", async () => {
    await expect(
      writtenSheet((sheet) => sheet.addRows([["title"], ["SERIES", "REF_AREA", "TIME_PERIOD"], FIGURE])),
    ).rejects.toMatchObject({ rule: "file-missing-column", line: 2, params: { column: "OBS_VALUE" } });
  });

  it("are missed where no sheet has them", async () => {
    await expect(
      written((workbook) => {
        workbook.addWorksheet("Notes").addRow(["a", "b"]);
        workbook.addWorksheet("Data", { state: "hidden" }).addRows([HEADS, FIGURE]);
      }),
    ).rejects.toMatchObject({ rule: "file-no-sheet", line: 0, params: { sheets: "“Notes”, “Data”" } });
  });

  it("are missed in an empty workbook", async () => {
    await expect(writtenSheet(() => {})).rejects.toMatchObject({ rule: "file-empty" });
  });
});

describe("cells", () => {
  it("that are merged hold their value everywhere", async () => {
    const { cells } = await writtenSheet((sheet) => {
      sheet.addRow(HEADS);
      sheet.addRow(["IT_USE_II99", "KEN", 2020, 1]);
      sheet.addRow(["", "", 2021, 2]);
      sheet.addRow(["", "", 2022, 3]);
      sheet.addRow(["IT_MOB_OWN", "KEN", 2020, 4]);
      sheet.mergeCells("A2:B4");
    });
    expect(cells.map((row) => row.slice(0, 3).join(" "))).toEqual([
      "IT_USE_II99 IT_USE_II99 2020",
      "IT_USE_II99 IT_USE_II99 2021",
      "IT_USE_II99 IT_USE_II99 2022",
      "IT_MOB_OWN KEN 2020",
    ]);
  });

  it("of TIME_PERIOD that are dates give their year, if they can be meant as one", async () => {
    const { cells, notes } = await writtenSheet((sheet) => {
      sheet.addRow(HEADS);
      sheet.addRow(["IT_USE_II99", "KEN", new Date("2020-12-31T00:00:00Z"), 1]).getCell(3).numFmt = "yyyy";
      // The number 2021 shown as a date is a day of July 1905.
      sheet.addRow(["IT_USE_II99", "KEN", 2021, 1]).getCell(3).numFmt = "yyyy";
    });
    expect(cells.map((row) => row[2])).toEqual(["2020", "1905-07-13"]);
    expect(notes).toEqual([
      at("date-as-year", 2, "TIME_PERIOD", { count: 1, value: "2020-12-31", year: "2020" }),
    ]);
  });

  it("of REF_AREA that are numbers get back the zeros of an M49 code", async () => {
    const { cells } = await writtenSheet((sheet) => sheet.addRows([HEADS, ["IT_USE_II99", 8, 2020, 1]]));
    expect(cells[0]?.[1]).toBe("008");
  });

  it("typed as text settle the decimal mark, and numbers do not", async () => {
    const typed = await writtenSheet((sheet) =>
      sheet.addRows([HEADS, FIGURE, ["IT_USE_II99", "KEN", 2021, "30,5"]]),
    );
    expect(typed.dialect.decimal).toBe(",");
    const numbers = await writtenSheet((sheet) => sheet.addRows([HEADS, FIGURE]));
    expect(numbers.dialect.decimal).toBeNull();
  });
});

describe("several sheets with the same columns", () => {
  it("are read in order, their columns in any order, their lines counted on", async () => {
    const { rows, dialect, notes } = await written((workbook) => {
      workbook.addWorksheet("2020").addRows([["title"], HEADS, FIGURE]);
      workbook.addWorksheet("2021").addRows([
        ["Year", "Value", "Country", "Series"],
        [2021, 30.5, "KEN", "IT_USE_II99"],
      ]);
    });
    expect(dialect).toMatchObject({
      sheets: [
        { name: "2020", headerRow: 2, firstLine: 1 },
        { name: "2021", headerRow: 1, firstLine: 4 },
      ],
    });
    expect(rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [3, ...AS_TEXT],
      [5, "IT_USE_II99", "KEN", "2021", "30.5"],
    ]);
    expect(rows[1]?.numbers?.[3]).toBe(30.5);
    expect(notes).toEqual([]);
  });
});

describe("any table", () => {
  const text = fc
    .string({ unit: "grapheme", maxLength: 20 })
    .map((one) => one.replace(/[^\P{C}\n]|[\ufffe\uffff]|_x[0-9a-f]{4}_/giu, ""));
  const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 });
  const rowsOf = fc.array(fc.tuple(text, text, fc.oneof(number, fc.integer())), {
    minLength: 1,
    maxLength: 20,
  });

  it("comes back equal, text as text and numbers to the last digit", () =>
    fc.assert(
      fc.asyncProperty(rowsOf, async (table) => {
        const { rows } = await writtenSheet((sheet) => {
          sheet.addRow(["REF_AREA", "TIME_PERIOD", "OBS_VALUE", "SERIES"]);
          for (const [one, other, value] of table) sheet.addRow([one, other, value, "IT_USE_II99"]);
        });
        expect(rows.map(({ cells }) => [cells[0], cells[1]])).toEqual(
          table.map(([one, other]) => [one, other]),
        );
        expect(rows.map(({ numbers }) => (numbers?.[2] as number) + 0)).toEqual(
          table.map(([, , value]) => value + 0),
        );
        expect(rows.map(({ line }) => line)).toEqual(table.map((_, index) => index + 2));
      }),
      { numRuns: 60 },
    ));
});
