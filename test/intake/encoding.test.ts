import { describe, expect, it } from "vitest";
import { detectEncoding } from "../../src/intake/encoding.js";

const utf16 = (text: string, bigEndian: boolean) => {
  const bytes = Buffer.from(text, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
};

describe("detectEncoding", () => {
  it("believes a byte order mark", () => {
    expect(detectEncoding(Buffer.from("\ufeffa,b", "utf8"))).toEqual({ encoding: "utf-8", certainty: "bom" });
    expect(detectEncoding(utf16("\ufeffa,b", false))).toEqual({ encoding: "utf-16le", certainty: "bom" });
    expect(detectEncoding(utf16("\ufeffa,b", true))).toEqual({ encoding: "utf-16be", certainty: "bom" });
  });

  it("tells UTF-16 without a mark by where its NULs are", () => {
    expect(detectEncoding(utf16("SERIES,REF_AREA\n", false))?.encoding).toBe("utf-16le");
    expect(detectEncoding(utf16("SERIES,REF_AREA\n", true))?.encoding).toBe("utf-16be");
  });

  it("takes valid UTF-8 for UTF-8, also when the head ends inside a character", () => {
    const bytes = Buffer.from("Série,Année\nدولة,2020\n", "utf8");
    expect(detectEncoding(bytes)).toEqual({ encoding: "utf-8", certainty: "valid" });
    const cut = Buffer.from("año", "utf8").subarray(0, 2);
    expect(detectEncoding(cut)?.encoding).toBe("utf-8");
  });

  // Bytes written by hand from the code pages' tables.
  it.each([
    ["windows-1252", [0x61, 0x6e, 0x6e, 0xe9, 0x65, 0x2c, 0x70, 0x61, 0xed, 0x73], "année,país"],
    ["windows-1251", [0xe3, 0xee, 0xe4, 0x2c, 0xf1, 0xf2, 0xf0, 0xe0, 0xed, 0xe0], "год,страна"],
    ["koi8-r", [0xc7, 0xcf, 0xc4, 0x2c, 0xd3, 0xd4, 0xd2, 0xc1, 0xce, 0xc1], "год,страна"],
    [
      "windows-1256",
      [0xc7, 0xe1, 0xd3, 0xe4, 0xc9, 0x2c, 0xc7, 0xe1, 0xe3, 0xc4, 0xd4, 0xd1],
      "السنة,المؤشر",
    ],
    ["gb18030", [0xb9, 0xfa, 0xbc, 0xd2, 0x2c, 0xc4, 0xea, 0xb7, 0xdd], "国家,年份"],
  ])("recognises %s by its words", (encoding, bytes, text) => {
    expect(detectEncoding(Uint8Array.from(bytes))?.encoding).toBe(encoding);
    expect(new TextDecoder(encoding).decode(Uint8Array.from(bytes))).toBe(text);
  });

  it("takes a UTF-8 file with a line of Latin-1 in it for UTF-8, and is not sure", () => {
    const mixed = Buffer.concat([
      Buffer.from("Série,Année\nCôte,2019\n", "utf8"),
      Buffer.from("période,2020\n", "latin1"),
    ]);
    expect(detectEncoding(mixed)).toEqual({ encoding: "utf-8", certainty: "likely" });
  });

  // "国,年度" in Shift-JIS, from its code table.
  it("only guesses at an encoding that is not in the list", () => {
    const japanese = Uint8Array.from([0x8d, 0x91, 0x2c, 0x94, 0x4e, 0x93, 0x78, 0x0a]);
    expect(new TextDecoder("shift_jis").decode(japanese)).toBe("国,年度\n");
    expect(detectEncoding(japanese)?.certainty).toBe("likely");
  });

  it("refuses what is not text", () => {
    expect(detectEncoding(Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0]))).toBeNull();
  });
});
