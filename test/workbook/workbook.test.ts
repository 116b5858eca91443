/** The pieces that a workbook is written with. */
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { boxesXml } from "../../src/workbook/notes.js";
import { address, cellText } from "../../src/workbook/xml.js";
import { zipped } from "../../src/workbook/zip.js";

it.each([
  [0, "A1"],
  [25, "Z1"],
  [26, "AA1"],
  [701, "ZZ1"],
  [702, "AAA1"],
  [16_383, "XFD1"],
])("counts column %i as %s", (column, expected) => {
  expect(address(column, 1)).toBe(expected);
});

it("writes what XML cannot hold in the codes of Office Open XML, and text that looks like one too", () => {
  expect(cellText("a\u0001b")).toBe("a_x0001_b");
  expect(cellText("_x0001_ _x1_")).toBe("_x005F_x0001_ _x1_");
  expect(cellText(`<"&">\r\n\t`)).toBe("&lt;&quot;&amp;&quot;&gt;&#13;\n\t");
});

it("makes the box of a comment as wide and as high as its text needs", () => {
  // 340 pixels from 15 pixels into the second column, of 75 pixels a column: 60 + 3 · 75 + 55. Three lines of
  // 15 pixels and 10 for the edges, from 10 pixels into the row above: 65 pixels, or 3 rows of 20 and 5.
  const notes = [{ row: 5, column: 0, runs: [{ text: `one\n${"x".repeat(57)}`, bold: false }] }];
  const [, , , box] = [...boxesXml({ notes, widths: Array(10).fill(10) }, false)];
  expect(box).toContain("<x:Anchor>1, 15, 3, 10, 5, 55, 6, 5</x:Anchor>");
  expect(box).toContain("<x:Row>4</x:Row><x:Column>0</x:Column>");
});

it("writes an archive that another reader opens, every part of the time given", async () => {
  const texts = {
    "a.xml": "one two".repeat(10_000),
    "b/empty.xml": "",
    "c.xml": "القيمة 数值",
    "check.xml": "123456789",
  };
  const parts = Object.entries(texts).map(([name, text]) => ({
    name,
    content: [text.slice(0, 3), text.slice(3)],
  }));
  const pieces: Uint8Array[] = [];
  for await (const piece of zipped(parts, new Date("2026-11-24T06:14:25Z"))) pieces.push(piece);
  const open = promisify(fromBuffer) as (bytes: Buffer) => Promise<ZipFile>;
  const zip = await open(Buffer.concat(pieces));
  const entries: Entry[] = [];
  zip.on("entry", (entry: Entry) => entries.push(entry));
  await new Promise((resolve) => zip.on("end", resolve));
  expect(entries.map(({ fileName }) => fileName)).toEqual(Object.keys(texts));
  // The check value that catalogues of such sums give for CRC-32.
  expect(entries.at(-1)?.crc32).toBe(0xcbf43926);
  for (const entry of entries) {
    const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) =>
      zip.openReadStream(entry, (error, read) => (error ? reject(error) : resolve(read))),
    );
    let read = "";
    for await (const chunk of stream.setEncoding("utf8")) read += chunk;
    expect(read).toBe(texts[entry.fileName as keyof typeof texts]);
    expect(entry.getLastModDate({ timezone: "UTC" })).toEqual(new Date("2026-11-24T06:14:24Z"));
  }
});
