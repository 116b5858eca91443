import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import xlsx from "../../src/export/xlsx.js";
import type { Table } from "../../src/types.js";
import { small } from "./small.js";

async function bytesOf(table: Table): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of xlsx.write(table)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Read by another library than the one that wrote. */
async function opened(table: Table) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await bytesOf(table)) as unknown as ArrayBuffer);
  const [data, notes] = workbook.worksheets as [ExcelJS.Worksheet, ExcelJS.Worksheet];
  return { workbook, data, notes };
}

describe("xlsx", () => {
  it("has the title, the heads, and figures as numbers with their decimals", async () => {
    const { data } = await opened(small);
    expect(data.getCell("A1").value).toBe("Internet use <test> & more");
    expect(data.getRow(3).values).toEqual([undefined, "Country or area", "Year", "Value", "Status"]);
    const values = [4, 5, 6, 7, 8, 9].map((row) => data.getCell(row, 3).value);
    // 2.65 to one decimal is 2.7: halves go away from zero. Row 5 does not apply, row 6 is 0.04.
    expect(values).toEqual([2.7, "-", 0, 1234567.3, -0.5, 0]);
    expect(data.getCell("C4").numFmt).toBe("0.0");
    expect(data.getCell("B4").value).toBe(2020);
    expect(data.getCell("B4").numFmt).toBe("0");
  });

  it("keeps text as text, also where it looks like a formula", async () => {
    const { data } = await opened(small);
    const names = [4, 5, 6, 7, 8, 9].map((row) => data.getCell(row, 1).value);
    expect(names).toEqual(small.rows.map(([name]) => name));
    expect(data.getCell("A5").type).toBe(ExcelJS.ValueType.String);
  });

  it("keeps the heads in view, repeats them in print, fits the width of a page and can be filtered", async () => {
    const { data } = await opened(small);
    expect(data.views[0]).toMatchObject({ state: "frozen", ySplit: 3 });
    expect(data.pageSetup).toMatchObject({ orientation: "landscape", fitToWidth: 1, fitToHeight: 0 });
    expect(data.pageSetup.printTitlesRow).toBe("3:3");
    expect(data.autoFilter).toBe("A3:D9");
  });

  it("has the notes on a sheet of their own, in their order", async () => {
    const { notes } = await opened(small);
    const lines = [1, 2, 3].map((row) => notes.getCell(row, 1).value);
    expect(lines).toEqual([small.title, ...small.notes]);
  });

  it("runs from right to left in Arabic and names its sheets in the language", async () => {
    const { workbook, data } = await opened({ ...small, language: "ar" });
    expect(data.views[0]?.rightToLeft).toBe(true);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(["الجدول", "ملاحظات"]);
  });

  it("has the same bytes each time", async () => {
    expect((await bytesOf(small)).equals(await bytesOf(small))).toBe(true);
  });
});
