import { describe, expect, it } from "vitest";
import { findChromium } from "../../src/export/chromium.js";
import pdf from "../../src/export/pdf.js";
import { dated, pagesOfTargets } from "../../src/export/pdf-file.js";
import pdfPack from "../../src/export/pdf-pack.js";
import { packPage, tablePage } from "../../src/export/pdf-page.js";
import { sectionsOf } from "../../src/export/pdf-sections.js";
import type { Table } from "../../src/types.js";
import { hasChromium } from "./chromium.js";
import { small } from "./small.js";

const countries: Table = {
  ...small,
  id: "countries",
  columns: [
    { id: "REF_AREA", title: "Code", type: "integer", role: "dimension" },
    { id: "AREA_NAME", title: "Area", type: "text" },
    { id: "SERIES", title: "Series code", type: "text", role: "dimension" },
    { id: "SERIES_NAME", title: "Series", type: "text" },
    { id: "UNIT_MEASURE", title: "Unit", type: "text" },
    { id: "OBS_VALUE", title: "Value", type: "number", decimals: 1 },
    { id: "LOW", title: "Low", type: "number", decimals: 1 },
  ],
  rows: [
    [4, "Afghanistan", "IT_USE_II99", "Internet use", "PT", 17.6, null],
    [4, "Afghanistan", "IT_MOB_OWN", "Mobile ownership", "PT", 40, null],
    [8, "Albania", "IT_USE_II99", "Internet use", "PT", 72.2, null],
  ],
};

async function bytesOf(pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>) {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(Buffer.from(piece as Uint8Array));
  return Buffer.concat(all);
}
const ids = (columns: readonly { column: { id: string } }[]) => columns.map(({ column }) => column.id);

describe("sections of a printed table", () => {
  it("are the series of a table of areas, in the order that tables follow", () => {
    // 5.b.1 (mobile ownership) comes before 17.8.1 (Internet use), whatever the order of the rows.
    const sections = sectionsOf(countries);
    expect(sections.map(({ heading }) => heading)).toEqual(["Mobile ownership", "Internet use"]);
    expect(sections.map(({ indicator }) => indicator)).toEqual(["5.b.1", "17.8.1"]);
    expect(sections[1]?.rows.map(([area]) => area)).toEqual([4, 8]);
  });

  it("tell once what is the same in all rows, and leave out codes beside names and what is empty", () => {
    const [, use] = sectionsOf(countries);
    expect(ids(use?.facts ?? [])).toEqual(["SERIES", "UNIT_MEASURE"]);
    expect(ids(use?.columns ?? [])).toEqual(["AREA_NAME", "OBS_VALUE"]);
  });

  it("keep the value where no row has one, since its absence is said by a symbol", () => {
    const none = countries.rows.map((row) => [...row.slice(0, 5), null, null]);
    expect(ids(sectionsOf({ ...countries, rows: none })[1]?.columns ?? [])).toEqual([
      "AREA_NAME",
      "OBS_VALUE",
    ]);
  });

  it("are one without a heading for a table that is not of areas", () => {
    const [whole, ...others] = sectionsOf({ ...countries, columns: countries.columns.slice(2, 6) });
    expect([whole?.heading, others.length]).toEqual([null, 0]);
  });
});

describe("a page for print", () => {
  it("begins a new page where the next indicator begins", () => {
    const page = [...tablePage(countries)].join("");
    expect(page).toContain('<h2 id="countries-1">Mobile ownership</h2>');
    expect(page).toContain('<h2 id="countries-2" class="page">Internet use</h2>');
    expect(page).toContain("Series code: <bdi>IT_USE_II99</bdi> · Unit: <bdi>PT</bdi>");
  });

  it("has all notes, and is in the language and direction of its table", () => {
    const page = [...tablePage({ ...small, language: "ar" })].join("");
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(page).toContain("<li>Symbols: &lt; less than half *a unit*.</li>");
  });

  it("of a pack lists its tables with the pages they begin on", () => {
    const page = [...packPage([small, countries], new Map([["small", 2]]))].join("");
    expect(page).toContain(
      '<a href="#small"><span>Internet use &lt;test&gt; &amp; more</span><span class="number">2</span>',
    );
    expect(page).toContain('<section id="countries" class="page">');
  });
});

describe("what a PDF says of itself", () => {
  it("is dated by the time given, in as many bytes", () => {
    const made = Buffer.from("/CreationDate (D:20301231235959+00'00')\n/ModDate (D:20301231235959+00'00')");
    const text = dated(made, new Date("2026-11-23T10:00:00Z")).toString();
    expect(text).toBe("/CreationDate (D:20261123100000+00'00')\n/ModDate (D:20261123100000+00'00')");
  });

  it("tells on which page the target of a link is, through a tree of pages", () => {
    const tree = [
      "\n1 0 obj\n<</Type /Pages\n/Count 2\n/Kids [5 0 R 3 0 R]\n/Parent 9 0 R>>\nendobj",
      "\n2 0 obj\n<</Type /Pages\n/Count 1\n/Kids [8 0 R]\n/Parent 9 0 R>>\nendobj",
      "\n9 0 obj\n<</Type /Pages\n/Count 3\n/Kids [1 0 R 2 0 R]>>\nendobj",
      "\n10 0 obj\n<</first-table [3 0 R /XYZ 0 1 0]\n/other [8 0 R /XYZ 0 1 0]>>\nendobj",
    ];
    const pages = pagesOfTargets(Buffer.from(tree.join("")));
    expect([...pages]).toEqual([
      ["first-table", 2],
      ["other", 3],
    ]);
  });
});

describe("Chromium", () => {
  it("is the program that CHROMIUM names, before any other", () => {
    expect(findChromium({ CHROMIUM: process.execPath, PATH: "" }, "/nowhere")).toBe(process.execPath);
  });

  it("is asked for with a remedy where there is none", () => {
    expect(() => findChromium({ PATH: "/nowhere" }, "/nowhere/chrome")).toThrow(
      /^PDF_NO_CHROMIUM: .* there is none on this machine\. Install it .* CHROMIUM/,
    );
    expect(() => findChromium({ CHROMIUM: "/nowhere/x", PATH: "" }, process.execPath)).toThrow(
      "CHROMIUM names /nowhere/x, which is no program.",
    );
  });
});

// Chromium takes seconds to start on a busy machine.
describe.skipIf(!hasChromium)("pdf (needs Chromium)", { timeout: 120_000 }, () => {
  it("is tagged, has bookmarks and a title, and has the same bytes each time", async () => {
    const first = await bytesOf(pdf.write(countries));
    const text = first.toString("latin1");
    expect(text.slice(0, 8)).toBe("%PDF-1.4");
    expect(text).toContain("/Title (Internet use <test> & more)");
    expect(text).toContain("/CreationDate (D:20261123100000+00'00')");
    for (const part of ["/StructTreeRoot", "/Outlines", "/Marked true", "/Lang (en)"])
      expect(text).toContain(part);
    expect((await bytesOf(pdf.write(countries))).equals(first)).toBe(true);
  });

  it("of a pack begins each table on a page of its own", async () => {
    const pages = pagesOfTargets(await bytesOf(pdfPack.write([small, countries])));
    // The contents are page 1, the first table is one page, and so the second begins on page 3.
    expect([pages.get("small"), pages.get("countries")]).toEqual([2, 3]);
  });

  it("refuses more rows than Chromium can print", async () => {
    const rows = new Array(40_001).fill(small.rows[0]);
    await expect(bytesOf(pdf.write({ ...small, rows }))).rejects.toThrow(
      /^PDF_TOO_LONG: small would be .* 40001 rows/,
    );
  });
});
