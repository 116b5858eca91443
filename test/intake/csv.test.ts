import { describe, expect, it } from "vitest";
import { encode } from "../../scripts/fuzz/encode.js";
import { type CsvOptions, openCsv } from "../../src/intake/csv.js";
import type { Encoding } from "../../src/intake/encoding.js";
import { UnreadableFile } from "../../src/intake/errors.js";
import type { Row } from "../../src/types.js";

const HEADER = "SERIES,REF_AREA,TIME_PERIOD,OBS_VALUE";

async function* chunks(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

interface Options extends CsvOptions {
  /** Bytes of a chunk. */
  readonly size?: number;
}

async function read(text: string | Uint8Array, { size, ...options }: Options = {}) {
  const file = await openCsv(chunks(typeof text === "string" ? Buffer.from(text) : text, size), options);
  const rows: Row[] = [];
  for await (const batch of file.batches) rows.push(...batch);
  return { ...file, rows };
}

const ruleOf = async (text: string | Uint8Array, options: Options = {}) => {
  try {
    await read(text, options);
  } catch (error) {
    if (error instanceof UnreadableFile) return [error.rule, error.line];
    throw error;
  }
  return null;
};

describe("openCsv", () => {
  it("numbers records by the line they start on, across quoted line breaks and blank lines", async () => {
    const { rows } = await read(`${HEADER},COMMENT_OBS\nA,KEN,2019,1,"two\nlines"\n\nB,KEN,2019,2,x\n`);
    expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [2, "A"],
      [5, "B"],
    ]);
  });

  it.each([
    [",", "A,KEN,2019,1.5"],
    [";", "A;KEN;2019;1,5"],
    ["\t", "A\tKEN\t2019\t1.5"],
    ["|", "A|KEN|2019|1.5"],
  ])("finds the delimiter %j", async (delimiter, line) => {
    const { dialect, rows } = await read(`${HEADER.replaceAll(",", delimiter)}\n${line}\n`);
    expect(dialect.delimiter).toBe(delimiter);
    expect(rows[0]?.cells).toHaveLength(4);
  });

  it("settles the decimal mark by what the figures prove, and only then", async () => {
    const file = (value: string) => read(`${HEADER.replaceAll(",", ";")}\nA;KEN;2019;${value}\n`);
    expect((await file("12,5")).dialect.decimal).toBe(",");
    expect((await file("12.5")).dialect.decimal).toBe(".");
    expect((await file("1,234")).dialect.decimal).toBeNull();
  });

  it("reads header names in the six languages", async () => {
    for (const names of [
      "Série;Pays;Année;Valeur",
      "Serie;País;Año;Valor",
      "Показатель;Страна;Год;Значение",
      "المؤشر;البلد;السنة;القيمة",
      "指标;国家;年份;数值",
    ]) {
      const { header } = await read(`${names}\nA;KEN;2019;1\n`);
      expect(header.columns).toEqual({ SERIES: 0, REF_AREA: 1, TIME_PERIOD: 2, OBS_VALUE: 3 });
    }
  });

  it("sees years across the columns", async () => {
    const { header } = await read("SERIES,REF_AREA,2018,2019\nA,KEN,1,2\n");
    expect(header.years).toEqual([
      { index: 2, period: "2018" },
      { index: 3, period: "2019" },
    ]);
  });

  it("names the columns it does not read", async () => {
    const { header } = await read(`STRUCTURE,ACTION,${HEADER},Checked by\nd,I,A,KEN,2019,1,me\n`);
    expect(header.ignored).toEqual(["Checked by"]);
  });

  it("decodes UTF-16 in any cut", async () => {
    const text = `\ufeff${HEADER}\nA,KEN,2019,1\n`;
    const { rows } = await read(Buffer.from(text, "utf16le"));
    expect(rows[0]?.cells).toEqual(["A", "KEN", "2019", "1"]);
  });

  it("says what is wrong with a file that cannot be read", async () => {
    expect(await ruleOf("")).toEqual(["file-empty", 0]);
    expect(await ruleOf(" \n \n")).toEqual(["file-empty", 0]);
    expect(await ruleOf(Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]))).toEqual(["file-binary", 0]);
    expect(await ruleOf("what,is,this\n1,2,3\n")).toEqual(["file-no-header", 1]);
    expect(await ruleOf("SERIES,REF_AREA,OBS_VALUE\nA,KEN,1\n")).toEqual(["file-missing-column", 1]);
    expect(await ruleOf(`${HEADER},value\nA,KEN,2019,1,1\n`)).toEqual(["file-duplicate-column", 1]);
    expect(await ruleOf(`${HEADER}\nA,KEN,2019,1\nA,KEN,2019,"1\n`)).toEqual(["file-quote-not-closed", 3]);
  });

  describe("with a bad byte far into the file", () => {
    const LINES = 30_000;
    const good = (encoding: Encoding, lineBreak: string) =>
      encode(
        `${HEADER},COMMENT_OBS${lineBreak}${`A,KEN,2019,1,国${lineBreak}`.repeat(LINES)}`,
        encoding,
      ) as Buffer;
    const BAD: readonly (readonly [Encoding, readonly number[]])[] = [
      ["utf-8", [0xe9, 0x41]],
      // A lead byte without its second, and a code above the last that GB18030 assigns.
      ["gb18030", [0x81, 0x20]],
      ["gb18030", [0xff]],
      // A low surrogate without its high one.
      ["utf-16le", [0x00, 0xdc]],
      ["utf-16be", [0xdc, 0x00]],
    ];

    it.each(
      BAD.flatMap(([encoding, bytes]) =>
        ["\n", "\r\n", "\r"].map((kind) => [encoding, bytes, kind] as const),
      ),
    )("names the line: %s, %j, %j", async (encoding, bytes, lineBreak) => {
      const before = good(encoding, lineBreak);
      expect(before.length).toBeGreaterThan(300_000);
      const file = Buffer.concat([
        before,
        encode("A,KEN,2019,2,ab", encoding) as Buffer,
        Uint8Array.from(bytes),
        encode(`c${lineBreak}A,KEN,2019,1,x${lineBreak}`, encoding) as Buffer,
      ]);
      for (const size of [file.length, 65_537])
        expect(await ruleOf(file, { encoding, size })).toEqual(["file-encoding", LINES + 2]);
    });

    it("names the last line of a file that ends inside a character", async () => {
      const cut = (encode(`${HEADER}\nA,KEN,2019,国`, "gb18030") as Buffer).subarray(0, -1);
      expect(await ruleOf(cut, { encoding: "gb18030" })).toEqual(["file-encoding", 2]);
    });
  });

  it("names the line of Latin-1 in a file that is UTF-8 otherwise", async () => {
    const lines = ["Série,Pays,Année,Valeur,Remarque", "A,KEN,2019,1,estimée", "A,KEN,2020,2,révisée"];
    const mixed = Buffer.concat([
      Buffer.from(`${lines.join("\n")}\n`),
      Buffer.from("A,KEN,2021,3,reçue\n", "latin1"),
    ]);
    expect(await ruleOf(mixed)).toEqual(["file-encoding", 4]);
  });

  it("says that an encoding is a guess, and takes the one that is given", async () => {
    // 国 in Shift-JIS, which is not in the list.
    const text = Buffer.concat([
      Buffer.from(`${HEADER},x\nA,KEN,2019,1,`),
      Uint8Array.from([0x8d, 0x91, 0x0a]),
    ]);
    expect((await read(text)).dialect.certainty).toBe("likely");
    expect((await read(text, { encoding: "windows-1252" })).dialect).toMatchObject({
      encoding: "windows-1252",
      certainty: "given",
    });
  });

  it("reads rows of other lengths in hardly more time than rows of the header's", async () => {
    const time = async (end: string) => {
      const text = `${HEADER}\n${`A,KEN,2019,1${end}\n`.repeat(20_000)}`;
      const start = performance.now();
      expect((await read(text, { size: 1 << 16 })).rows).toHaveLength(20_000);
      return performance.now() - start;
    };
    await time("");
    expect(await time(",x")).toBeLessThan(4 * (await time("")));
  });

  it("has the decimal mark of SDMX-CSV settled by the format", async () => {
    const { dialect } = await read(
      `STRUCTURE,STRUCTURE_ID,ACTION,${HEADER}\ndataflow,A:B(1.0),I,A,KEN,2019,1.234\n`,
    );
    expect(dialect.decimal).toBe(".");
  });
});
