import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exporters, findExporter } from "../../src/export/index.js";
import type { Table } from "../../src/types.js";
import { hasChromium } from "./chromium.js";
import { small } from "./small.js";

const pieces = (format: string, table: Table) =>
  [...((findExporter(format)?.write(table) ?? []) as Iterable<string | Uint8Array>)].map(String);
/** What a format of text writes. */
const written = (format: string, table: Table): string => pieces(format, table).join("");
const golden = (name: string): string => readFileSync(new URL(`golden/${name}`, import.meta.url), "utf8");

describe("formats", () => {
  it("are told apart by id and by extension", () => {
    expect(new Set(exporters.map(({ id }) => id)).size).toBe(exporters.length);
    expect(new Set(exporters.map(({ extension }) => extension)).size).toBe(exporters.length);
    expect(findExporter("nothing")).toBeUndefined();
  });

  it.each([
    ["csv", "small.csv"],
    ["notes", "small.txt"],
    ["markdown", "small.md"],
    ["html", "small.html"],
    ["csvw", "small.csv-metadata.json"],
  ])("%s writes the file that was written by hand", (format, file) =>
    expect(written(format, small)).toBe(golden(file)),
  );

  it.each(exporters.map(({ id }) => id).filter((id) => id !== "pdf" || hasChromium))(
    "%s writes a table without rows",
    { timeout: 60_000 },
    async (format) => {
      let bytes = 0;
      for await (const piece of findExporter(format)?.write({ ...small, rows: [] }) ?? [])
        bytes += piece.length;
      expect(bytes).toBeGreaterThan(0);
    },
  );
});

describe("csv", () => {
  const read = (table: Table): string[][] => parse(written("csv", table), { bom: true });
  const texts = (cells: readonly string[]): Table => ({
    ...small,
    columns: [
      { id: "A", title: "A", type: "text" },
      { id: "B", title: "B", type: "text" },
    ],
    rows: cells.map((cell) => [cell, "end"]),
  });

  // What the note beside the CSV tells readers to do.
  const unguarded = (cell: string) => (/^'+[=+\-@\t\r＝＋－＠]/.test(cell) ? cell.slice(1) : cell);

  it("reads back as the same cells, quotes, separators, line ends and formulas included", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", ";", " ", "=", "é", "中", "'") })),
        (cells) => {
          const back = read(texts(cells))
            .slice(1)
            .map(([first]) => first);
          expect(back.map((cell = "") => unguarded(cell))).toEqual(cells);
        },
      ),
    );
  });

  it("makes texts that a spreadsheet would run harmless, and leaves numbers alone", () => {
    const formulas = ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1"];
    expect(
      read(texts(formulas))
        .slice(1)
        .map(([first]) => first),
    ).toEqual(formulas.map((text) => `'${text}`));
    const numbers: Table = { ...small, columns: small.columns.slice(2, 3), rows: [[-12.34]] };
    expect(read(numbers)).toEqual([["OBS_VALUE"], ["-12.3"]]);
  });

  it("comes in pieces when there are many rows, each row once", () => {
    const rows = Array.from({ length: 2500 }, (_, index): [string, number, number, string] => [
      `a${index}`,
      2020,
      index,
      "A",
    ]);
    const table = { ...small, rows };
    expect(pieces("csv", table)).toHaveLength(4);
    expect(
      read(table)
        .slice(1)
        .map(([name]) => name),
    ).toEqual(rows.map(([name]) => name));
  });
});

describe("json", () => {
  it.each([[small], [{ ...small, rows: [] }]])("is the table itself, at full precision", (table) => {
    expect(JSON.parse(written("json", table))).toEqual(table);
  });
});

describe("csvw", () => {
  it("describes the columns of the CSV in their order, and the table in its language", () => {
    const document = JSON.parse(written("csvw", { ...small, language: "fr" }));
    const [head] = parse(written("csv", small), { bom: true });
    expect(document.tableSchema.columns.map(({ name }: { name: string }) => name)).toEqual(head);
    expect(document["@context"][1]).toEqual({ "@language": "fr" });
  });

  it("requires no code of a dimension that some row lacks", () => {
    const document = JSON.parse(written("csvw", { ...small, rows: [[null, 2020, 1, "A"]] }));
    const required = document.tableSchema.columns.filter((column: { required?: true }) => column.required);
    expect(required.map(({ name }: { name: string }) => name)).toEqual(["TIME_PERIOD"]);
  });

  it("gives a column without a title in other languages the one it has", () => {
    const year = { id: "2015", title: "2015", type: "integer" as const };
    const document = JSON.parse(written("csvw", { ...small, columns: [year], rows: [[1]] }));
    expect(document.tableSchema.columns[0].titles).toEqual({ und: "2015", en: "2015" });
  });
});

describe("html", () => {
  it("runs from right to left in Arabic", () => {
    expect(written("html", { ...small, language: "ar" })).toContain('<html lang="ar" dir="rtl">');
  });
});

describe("an Arabic page", () => {
  it("isolates codes, so that 5.b.1 does not read b.1.5", () => {
    const cells = ["5.b.1", "IT_MOB_OWN"];
    const columns = cells.map((_, index) => ({ id: `C${index}`, title: `C${index}`, type: "text" as const }));
    const page = written("html", { ...small, columns, rows: [cells], language: "ar" });
    for (const cell of cells) expect(page).toContain(`<bdi>${cell}</bdi>`);
  });
});
