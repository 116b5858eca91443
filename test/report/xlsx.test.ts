import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { UnreadableFile } from "../../src/intake/errors.js";
import { openTable } from "../../src/intake/table-file.js";
import { LANGUAGES, type Row } from "../../src/types.js";
import { bytes, clean, FORMULA, full, ROWS, range, refused, SCRIPT } from "./sample.js";
import {
  elementsOf,
  linksOf,
  listStart,
  lookOf,
  noteOf,
  opened,
  reportOf,
  xlsxBytes,
} from "./xlsx-sample.js";

const TITLES: Row = { line: 1, cells: ["SERIES", "REF_AREA", "TIME_PERIOD", "OBS_VALUE", "COMMENT_OBS"] };
const line = (number: number, ...cells: string[]): Row => ({ line: number, cells });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "ictsdg-xlsx-"));
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.useRealTimers());

/** Opens bytes as a submission. */
async function submitted(name: string, workbook: Uint8Array) {
  const path = join(folder, name);
  writeFileSync(path, workbook);
  return openTable(path);
}

describe("the sheet of the data", () => {
  /** Written in a code of Office Open XML that ExcelJS leaves as it is. */
  const CODED = new Set(["_x0041_", "bell\u0007"]);
  const CELLS = [
    "=1+1",
    "@SUM(A1)",
    "+cmd|' /C calc'!A0",
    "-2",
    "007",
    "12,50",
    "1.000",
    "1E5",
    "TRUE",
    "2024-01-31",
    " in spaces ",
    "two\nlines",
    "two\r\nlines",
    ...CODED,
    SCRIPT,
    "القيمة",
    "数值 😀",
  ];
  const rows = [TITLES, ...CELLS.map((text, index) => line(index + 2, "S", "004", "2020", text, text))];

  it("has every cell as the text that the file has, whatever a spreadsheet would make of it", async () => {
    const { data } = await opened(reportOf(rows));
    for (const { line, cells } of rows)
      for (const [column, text] of cells.entries()) {
        const cell = data.getCell(line, column + 1);
        expect([cell.type, cell.numFmt]).toEqual([ExcelJS.ValueType.String, "@"]);
        if (!CODED.has(text)) expect(cell.value).toBe(text);
      }
    const read: Row[] = [];
    for await (const batch of (await submitted("text.xlsx", await xlsxBytes(reportOf(rows)))).batches)
      read.push(...batch);
    expect(read.map(({ line, cells }) => ({ line, cells }))).toEqual(rows.slice(1));
  });

  it("has each line in the row of its number, with what lies between left blank", async () => {
    const { data } = await opened(reportOf([TITLES, line(4, "A"), line(9, "B", "", "C")]));
    expect(data.getColumn(1).values).toEqual([undefined, "SERIES", ...Array(2), "A", ...Array(4), "B"]);
    expect(data.getCell("C9").value).toBe("C");
  });

  it("keeps what was a number or an error in a workbook", async () => {
    const numbers = [undefined, undefined, undefined, 12.5, Number.NaN];
    const { data } = await opened(
      reportOf([TITLES, { line: 2, cells: ["S", "4", "2020", "12.5", "#N/A"], numbers }], {
        findings: [{ ...range, line: 2 }],
      }),
    );
    expect([data.getCell("D2").value, data.getCell("E2").value]).toEqual([12.5, { error: "#N/A" }]);
    expect(data.getCell("D2").numFmt).toBe(undefined);
    expect(lookOf(data.getCell("D2"))).toEqual({ colour: "FFFBD5D5", frame: "medium" });
  });

  it("keeps its titles in sight and on every printed page, and can be filtered", async () => {
    const { data } = await opened(reportOf(rows));
    expect(data.views).toMatchObject([{ state: "frozen", ySplit: 1, rightToLeft: false }]);
    expect(data.autoFilter).toBe("A1:E19");
    expect(data.pageSetup).toMatchObject({ orientation: "landscape", fitToWidth: 1, fitToHeight: 0 });
    expect(data.pageSetup.printTitlesRow).toBe("1:1");
    expect(data.headerFooter.oddFooter).toBe("&C&P / &N");
  });

  it("has columns as wide as their widest cell, within bounds", async () => {
    const { data } = await opened(
      reportOf([TITLES, line(2, "x".repeat(20), "数".repeat(10), "y".repeat(99), "", "z")]),
    );
    expect([1, 2, 3, 4, 5].map((column) => data.getColumn(column).width)).toEqual([23, 23, 48, 12, 14]);
  });

  it("is one column after the numbers of the lines, and only what was found, where a file is too long", async () => {
    const many = [
      TITLES,
      ...Array.from({ length: 20 }, (_, i) => line(i + 2, `S${i + 2}`, "4", "2020", "1")),
    ];
    const findings = [
      { ...range, line: 18 },
      { ...range, line: 3, column: "" },
    ];
    const { data, findings: list } = await opened(reportOf(many, { findings }), 20);
    expect(
      data
        .getSheetValues()
        .slice(1)
        .map((row) => (row as unknown[]).slice(1, 3)),
    ).toEqual([
      ["Line", "SERIES"],
      [3, "S3"],
      [18, "S18"],
    ]);
    expect(noteOf(data.getCell("E3"))).toContain("Value out of range");
    expect(noteOf(data.getCell("B2"))).toContain("Value out of range");
    const start = listStart(list, 2);
    expect(await linksOf(reportOf(many, { findings }), 20)).toEqual({
      [`B${start + 1}`]: "'Data'!E3",
      [`B${start + 2}`]: "'Data'!B2",
    });
    expect(list.getCell("A3").value).toContain("not this excerpt");
    const { data: whole } = await opened(reportOf(many, { findings }), 21);
    expect(whole.getCell("A21").value).toBe("S21");
  });
});

describe("marks and comments", () => {
  const rows = [TITLES, line(2, "S", "4", "2020", "1"), line(3, "S", "4", "2021")];
  const info = {
    ...range,
    rule: "age-scope-stated",
    severity: "info" as const,
    params: { series: "S", figures: 2 },
  };
  const warning = {
    ...range,
    rule: "sudden-change",
    severity: "warning" as const,
    params: { value: 61.5, period: "2024", before: 20, beforePeriod: "2021", change: 13.8, limit: 10 },
  };

  it("tell the severities apart by colour and by frame", async () => {
    const findings = [
      { ...range, line: 2, column: "SERIES" },
      { ...warning, line: 2, column: "REF_AREA" },
      { ...info, line: 2, column: "TIME_PERIOD" },
    ];
    const { data } = await opened(reportOf(rows, { findings }));
    expect(["A2", "B2", "C2", "D2"].map((at) => lookOf(data.getCell(at)))).toEqual([
      { colour: "FFFBD5D5", frame: "medium" },
      { colour: "FFFFE9B8", frame: "mediumDashed" },
      { colour: "FFDCE9F7", frame: "dotted" },
      {},
    ]);
    expect(["A2", "B2", "C2"].map((at) => noteOf(data.getCell(at))[0])).toEqual(["✗", "?", "i"]);
    expect(data.getCell("A2").font).toMatchObject({ bold: true });
    expect(noteOf(data.getCell("D2"))).toBe("");
  });

  it("are one comment for a cell, the gravest finding first, and its look is that of the gravest", async () => {
    const findings = [info, warning, range].map((finding) => ({ ...finding, line: 2 }));
    const { data } = await opened(reportOf(rows, { findings }));
    const note = noteOf(data.getCell("D2"));
    expect(note.match(/^[✗?i] .*$/gm)).toEqual([
      "✗ Value out of range",
      "? Sudden change",
      "i Age scope not stated",
    ]);
    expect(note).toContain("The value is 104.25; for series IT_USE_II99");
    expect(note).toContain("→ Please check the value, its unit");
    expect(lookOf(data.getCell("D2")).frame).toBe("medium");
  });

  it.each([
    ["a whole line, on its first cell", { line: 2, column: "" }, "A2"],
    [
      "a column that the file does not have, on the first cell of the line",
      { line: 2, column: "AGE_SCOPE" },
      "A2",
    ],
    ["a cell beyond the end of its line", { line: 3, column: "COMMENT_OBS" }, "E3"],
    ["a column, on its title", { line: 0, column: "REF_AREA" }, "B1"],
    ["the title of a column", { line: 1, column: "REF_AREA" }, "B1"],
  ])("are on %s", async (_, place, at) => {
    const report = reportOf(rows, { findings: [{ ...range, ...place }] });
    const { data } = await opened(report);
    expect(noteOf(data.getCell(at))).toContain("Value out of range");
    expect(Object.values(await linksOf(report))).toEqual([`'Data'!${at}`]);
  });

  it("are on the year's cell where years stand across", async () => {
    const across = [line(1, "SERIES", "REF_AREA", "2023", "2024"), line(2, "S", "4", "1", "2")];
    const findings = [
      { ...range, line: 2, column: "2023" },
      { ...range, line: 2, column: "TIME_PERIOD" },
    ];
    const { data } = await opened(reportOf(across, { findings }));
    expect([noteOf(data.getCell("C2")), noteOf(data.getCell("D2"))]).toEqual([
      expect.stringContaining("Value out of range"),
      expect.stringContaining("Value out of range"),
    ]);
  });

  it("leave the cells as they are read", async () => {
    const read = async (findings: (typeof range)[]) => {
      const found: Row[] = [];
      const marked = await xlsxBytes(reportOf(ROWS, { findings }));
      for await (const batch of (await submitted("marked.xlsx", marked)).batches) found.push(...batch);
      return found;
    };
    const found = await read([range, { ...range, line: 7, column: "" }]);
    expect(found).toEqual(await read([]));
    expect(found.map(({ line }) => line)).toEqual([7, 12, 1240]);
  });
});

describe("the sheet of findings", () => {
  it("lists findings worst first, with what stands in the cell and a link to it", async () => {
    const { findings } = await opened(full);
    const start = listStart(findings, 4);
    const cells = (row: number) =>
      [1, 2, 3, 4, 5].map((column) => findings.getCell(start + row, column).value);
    expect(cells(0)).toEqual(["Kind", "Line", "Column", "Content of the cell", "Finding"]);
    expect(cells(1)).toEqual(["✗ Error", 7, "=OBS_VALUE", SCRIPT, "Not a number"]);
    expect(cells(2)).toEqual(["✗ Error", 12, "OBS_VALUE", "104,25", "Value out of range"]);
    expect(cells(3)).toEqual(["? Warning", 1240, "OBS_VALUE", "61,5", "Sudden change"]);
    expect(cells(4)).toEqual(["i Note", "the file as a whole", null, null, "Age scope not stated"]);
    expect(await linksOf(full)).toEqual({
      [`B${start + 1}`]: "'Data'!E7",
      [`B${start + 2}`]: "'Data'!D12",
      [`B${start + 3}`]: "'Data'!D1240",
    });
    expect(findings.autoFilter).toBe(`A${start}:H${start + 4}`);
    expect(findings.pageSetup.printTitlesRow).toBe(`${start}:${start}`);
  });

  it("says what was checked, how it was read, how much was found, and what was left out", async () => {
    const { findings } = await opened({ ...full, limit: 2 });
    const start = listStart(findings, 2);
    const facts = new Map(
      Array.from({ length: start - 1 }, (_, index) => [
        findings.getCell(index + 1, 1).value,
        findings.getCell(index + 1, 3).value,
      ]),
    );
    expect(Object.fromEntries(facts)).toMatchObject({
      Name: "EGY.csv",
      "Country or area": FORMULA,
      "Receipt (SHA-256)": full.receipt,
      "Time of the check": "2026-11-24 06:14:25 UTC",
      Encoding: "windows-1256 (as stated)",
      "Lines of data": 12_345,
      "✗ Error": 2,
      "? Warning": 1,
      "i Note": 1,
    });
    expect([...facts.keys()]).toContain("2 of 4 findings are listed here; the summary counts all of them.");
    expect(findings.getCell(start, 1).value).toBe("Kind");
  });

  it("is alone when the file was refused, and is never taken for data", async () => {
    for (const language of LANGUAGES) {
      const workbook = await xlsxBytes({ ...refused, language });
      const { workbook: read } = await opened({ ...refused, language });
      expect(read.worksheets).toHaveLength(1);
      await expect(submitted("KEN.xlsx", workbook)).rejects.toThrow(UnreadableFile);
    }
  });

  it("is not read when the data are", async () => {
    for (const language of LANGUAGES) {
      const { dialect } = await submitted("both.xlsx", await xlsxBytes({ ...full, language }));
      expect("sheets" in dialect && dialect.sheets.map(({ headerRow }) => headerRow)).toEqual([1]);
    }
  });

  it("has no list when nothing was found", async () => {
    const { findings } = await opened(clean);
    expect(findings.getColumn(1).values).not.toContain("Kind");
    expect(findings.autoFilter).toBeFalsy();
  });
});

describe("the workbook", () => {
  it("is made of well-formed parts, each with a type", async () => {
    const elements = await elementsOf(await xlsxBytes(full));
    const typed = elements.filter(({ part }) => part === "[Content_Types].xml");
    const extensions = typed.map(({ attributes }) => attributes.Extension);
    const names = typed.map(({ attributes }) => attributes.PartName);
    for (const { part } of elements)
      expect(names.includes(`/${part}`) || extensions.includes(part.split(".").at(-1))).toBe(true);
    const related = elements.filter(({ name }) => name === "Relationship");
    expect(related.map(({ attributes }) => attributes.Target?.split("/").at(-1)).sort()).toEqual([
      "comments1.xml",
      "core.xml",
      "sheet1.xml",
      "sheet2.xml",
      "styles.xml",
      "vmlDrawing1.vml",
      "workbook.xml",
    ]);
  });

  it.each(LANGUAGES)("is in %s, from right to left in Arabic only", async (language) => {
    const { workbook, data, findings } = await opened({ ...full, language });
    for (const sheet of [data, findings]) expect(sheet.views[0]?.rightToLeft).toBe(language === "ar");
    const words = [data.name, findings.name, workbook.title, noteOf(data.getCell("D12"))].join(" ");
    expect(words).not.toMatch(/undefined|NaN|\[object|[{}]/);
    if (language === "ar") expect(findings.getCell("A2").alignment).toMatchObject({ readingOrder: "rtl" });
  });

  it("bears the time of the check and none of its making", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2027-01-01T00:00:00Z") });
    const first = await bytes("xlsx", full);
    vi.setSystemTime(new Date("2028-06-01T12:00:00Z"));
    expect((await bytes("xlsx", full)).equals(first)).toBe(true);
    const { workbook } = await opened(full);
    expect(workbook.created).toEqual(new Date("2026-11-24T06:14:25Z"));
    expect(workbook.modified).toEqual(new Date("2026-11-24T06:14:25Z"));
  });
});
