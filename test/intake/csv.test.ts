import { describe, expect, it } from "vitest";
import { openCsv } from "../../src/intake/csv.js";
import { UnreadableFile } from "../../src/intake/errors.js";
import type { Row } from "../../src/types.js";

const HEADER = "SERIES,REF_AREA,TIME_PERIOD,OBS_VALUE";

async function* chunks(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(text: string | Uint8Array, options = {}) {
  const file = await openCsv(chunks(typeof text === "string" ? Buffer.from(text) : text), options);
  const rows: Row[] = [];
  for await (const batch of file.batches) rows.push(...batch);
  return { ...file, rows };
}

const ruleOf = async (text: string | Uint8Array) => {
  try {
    await read(text);
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

  it("notices bytes that are not of the encoding, far into the file", async () => {
    const good = Buffer.from(`${HEADER}\n${"A,KEN,2019,1\n".repeat(30_000)}`);
    expect(good.length).toBeGreaterThan(300_000);
    expect((await ruleOf(Buffer.concat([good, Uint8Array.from([0xff, 0xfe, 0x0a])])))?.[0]).toBe(
      "file-encoding",
    );
  });
});
