import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { constants, deflateRawSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { UnreadableFile } from "../../src/intake/errors.js";
import type { Limits } from "../../src/intake/limits.js";
import { openTable } from "../../src/intake/table-file.js";
import type { Row } from "../../src/types.js";
import { FIGURE, HEADS, row, workbookParts, type ZipEntry, zip } from "./zip.js";

const folder = mkdtempSync(join(tmpdir(), "ictsdg-xlsx-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<Row[]> {
  const path = join(folder, "KEN.xlsx");
  writeFileSync(path, bytes);
  const rows: Row[] = [];
  for await (const batch of (await openTable(path, { limits })).batches) rows.push(...batch);
  return rows;
}

/** Rule and parameters of the refusal; null when the file is read. */
async function refusal(bytes: Uint8Array, limits: Partial<Limits> = {}) {
  try {
    await read(bytes, limits);
  } catch (error) {
    if (error instanceof UnreadableFile) return [error.rule, error.params];
    throw error;
  }
  return null;
}

const good = (...others: readonly ZipEntry[]) => zip(workbookParts(HEADS + FIGURE, others));
const sheet = (xml: string | Uint8Array) => good({ name: "xl/worksheets/sheet1.xml", content: xml });

/** Zeros deflated: blocks that end on a whole byte can be repeated, and an empty last one closes them (RFC 1951). */
function zeros(megabytes: number): Buffer {
  const block = deflateRawSync(Buffer.alloc(2 ** 20), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array.from({ length: megabytes }, () => block), Buffer.from([3, 0])]);
}

describe("an archive", () => {
  it("of a plain workbook is read", async () => {
    expect(await read(good())).toEqual([
      {
        line: 2,
        cells: ["IT_USE_II99", "KEN", "2020", "29.5"],
        numbers: [undefined, undefined, undefined, 29.5],
      },
    ]);
  });

  it.each(["../evil.xml", "xl/../../evil.xml", "/etc/passwd", "C:/evil.xml", "xl\\evil.xml", "xl/a\0.xml"])(
    "with a part named %j is refused",
    async (name) => {
      const found = name.replace("\0", "␀");
      expect(await refusal(good({ name, content: "" }))).toEqual(["file-archive-path", { found }]);
    },
  );

  it("with two parts of one name, in whatever case, is refused", async () => {
    const twice = zip([
      ...workbookParts(HEADS + FIGURE),
      { name: "XL/Workbook.xml", content: "<workbook/>" },
    ]);
    expect(await refusal(twice)).toEqual(["file-archive-path", { found: "XL/Workbook.xml" }]);
  });

  it("with too many parts is refused before any is opened", async () => {
    const many = Array.from({ length: 20 }, (_, i) => ({ name: `part${i}`, content: "" }));
    expect(await refusal(zip(many), { parts: 19 })).toEqual([
      "file-archive-entries",
      { limit: 19, found: 20 },
    ]);
  });

  it("with an encrypted part is said to have a password", async () => {
    expect(await refusal(good({ name: "xl/media/a.png", content: "a", encrypted: true }))).toEqual([
      "file-encrypted",
      {},
    ]);
  });

  it("is read up to the limit of what it expands to, and refused one byte beyond", async () => {
    const size = workbookParts(HEADS + FIGURE).reduce((sum, { content }) => sum + content.length, 0);
    expect(await refusal(good(), { expanded: size })).toBeNull();
    expect(await refusal(good(), { expanded: size - 1 })).toEqual([
      "file-archive-expands",
      { limit: size - 1 },
    ]);
  });

  it("that expands to 10 GB, and says so, is given up at 1 GiB in bounded memory", async () => {
    const bomb = zeros(10 * 1024);
    expect(bomb.length).toBeLessThan(16 * 2 ** 20);
    const before = process.memoryUsage().rss;
    const size = 2 ** 32 - 2;
    const file = good({ name: "xl/media/image1.png", content: "", deflated: bomb, declared: size });
    expect(await refusal(file)).toEqual(["file-archive-expands", { limit: 2 ** 30 }]);
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 2 ** 20);
  });

  it("that declares less than it holds is damaged", async () => {
    const lie = { name: "xl/media/image1.png", content: "", deflated: zeros(100), declared: 1000 };
    expect(await refusal(good(lie))).toMatchObject(["file-archive-damaged", {}]);
  });

  it("cut short anywhere is damaged", async () => {
    const whole = good();
    for (const share of [0.1, 0.5, 0.9, 0.99])
      expect(await refusal(whole.subarray(0, whole.length * share))).toMatchObject([
        "file-archive-damaged",
        {},
      ]);
  });

  it("that goes on at random after its signature is damaged", async () => {
    const noise = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * i * 31 + i * 7) % 251));
    expect(await refusal(Buffer.concat([Buffer.from("PK\u0003\u0004"), noise]))).toMatchObject([
      "file-archive-damaged",
      {},
    ]);
  });

  it.each([
    ["of other things", [{ name: "readme.txt", content: "x" }], ["file-binary", { found: "ZIP" }]],
    [
      "of a text document",
      [{ name: "word/document.xml", content: "<w/>" }],
      ["file-binary", { found: "DOCX" }],
    ],
    [
      "of a binary workbook",
      [{ name: "xl/workbook.bin", content: "x" }],
      ["file-old-excel", { found: "XLSB" }],
    ],
    [
      "of OpenDocument",
      [
        { name: "mimetype", content: "application/vnd.oasis.opendocument.spreadsheet" },
        { name: "content.xml", content: "<c/>" },
      ],
      ["file-open-document", {}],
    ],
    ["of nothing", [], ["file-binary", { found: "ZIP" }]],
  ])("%s is named", async (_, entries, expected) => {
    expect(await refusal(zip(entries))).toEqual(expected);
  });
});

/** Starts as a compound file does, and names this stream somewhere in it. */
const compound = (stream: string) =>
  Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.alloc(70_000),
    Buffer.from(stream, "utf16le"),
  ]);

describe("a compound file", () => {
  it("is a workbook with a password where it holds an encrypted package", async () => {
    expect(await refusal(compound("EncryptedPackage"))).toEqual(["file-encrypted", {}]);
  });

  it("is otherwise the Excel of before 2007", async () => {
    expect(await refusal(compound("Workbook"))).toEqual(["file-old-excel", { found: "XLS" }]);
  });
});

const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, i) => `<!ENTITY lol${i + 1} "${`&lol${i || ""};`.repeat(10)}">`).join("")}]>`;

describe("XML in a workbook", () => {
  it.each([
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    "docProps/core.xml",
    "_rels/.rels",
  ])("that declares entities in %s is refused unread", async (name) => {
    const content = `<?xml version="1.0"?>${laughs}<root>&lol9;</root>`;
    expect(await refusal(good({ name, content }))).toEqual(["file-xml-entities", { part: name }]);
  });

  it.each([
    ["lower case", Buffer.from("<!doctype x><x/>")],
    ["UTF-16 with a mark", Buffer.from("\ufeff<!DOCTYPE x><x/>", "utf16le")],
    ["UTF-16 without one", Buffer.from("<!DOCTYPE x><x/>", "utf16le")],
    ["UTF-16 of the other order", Buffer.from("\ufeff<!DOCTYPE x><x/>", "utf16le").swap16()],
    ["a place far down", Buffer.from(`${" ".repeat(200_001)}<!DOCTYPE x><x/>`)],
  ])("that declares a document type in %s is refused", async (_, content) => {
    expect(await refusal(sheet(content))).toMatchObject(["file-xml-entities", {}]);
  });

  it("in UTF-16 is read", async () => {
    const xml = `\ufeff<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData>${HEADS}${FIGURE}</sheetData></worksheet>`;
    expect(await read(sheet(Buffer.from(xml, "utf16le")))).toHaveLength(1);
  });

  it.each([
    ["is not well formed", "<worksheet><sheetData></worksheet>"],
    ["names an entity it cannot have", "<worksheet>&lol;</worksheet>"],
    ["is nested without end", "<a>".repeat(200_000)],
    [
      "repeats a row",
      `<worksheet><sheetData>${HEADS}<row r="1"><c><v>1</v></c></row></sheetData></worksheet>`,
    ],
    ["numbers a row beyond the last", `<worksheet><sheetData><row r="1048577"/></sheetData></worksheet>`],
    ["places a cell nowhere", `<worksheet><sheetData><row r="1"><c r="1A"/></row></sheetData></worksheet>`],
    [
      "refers to a text that is not there",
      `<worksheet><sheetData>${HEADS}<row><c t="s"><v>7</v></c></row></sheetData></worksheet>`,
    ],
    ["is not of its encoding", Buffer.from([0x3c, 0xff, 0xfe, 0x3e])],
  ])("that %s is damaged", async (_, content) => {
    expect(await refusal(sheet(content))).toMatchObject(["file-archive-damaged", {}]);
  });

  it("is read up to the limits of columns, rows and cells, and refused beyond", async () => {
    const rows = HEADS + FIGURE + row("IT_USE_II99", "KEN", 2021, 30, "a remark");
    const file = zip(workbookParts(rows));
    expect(await refusal(file, { columns: 5, rows: 3, cell: 11 })).toBeNull();
    expect(await refusal(file, { columns: 4 })).toEqual(["file-too-many-columns", { limit: 4, found: 5 }]);
    expect(await refusal(file, { rows: 2 })).toEqual(["file-too-many-rows", { limit: 2 }]);
    expect(await refusal(file, { cell: 10 })).toEqual(["file-cell-too-long", { limit: 10 }]);
    expect(await refusal(zip(workbookParts(HEADS + row("x".repeat(2 ** 21)))))).toEqual([
      "file-cell-too-long",
      { limit: 32_767 },
    ]);
    const strings = {
      name: "xl/sharedStrings.xml",
      content: `<sst>${"<si><t>a</t></si>".repeat(100)}</sst>`,
    };
    expect(await refusal(good(strings), { shared: 1000 })).toEqual(["file-archive-expands", { limit: 1000 }]);
  });

  it("passes over 100,000 formatted rows and cells without content", async () => {
    const empty = Array.from(
      { length: 100_000 },
      (_, i) => `<row r="${i + 3}" s="1"><c r="A${i + 3}" s="1"/></row>`,
    );
    const before = process.memoryUsage().heapUsed;
    expect(await read(zip(workbookParts(HEADS + FIGURE + empty.join(""))))).toHaveLength(1);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(150 * 2 ** 20);
  });
});
