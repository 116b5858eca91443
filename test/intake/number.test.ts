import { describe, expect, it } from "vitest";
import { readNumber } from "../../src/intake/number.js";

describe("readNumber", () => {
  it.each([
    ["45.6", 45.6],
    ["-3", -3],
    ["0", 0],
    ["1234567", 1234567],
    [" 7 ", 7],
    ["1 234 567", 1234567],
    ["1\u00a0234,5", 1234.5],
    ["1\u202f234", 1234],
    ["1'234'567", 1234567],
    ["1,234,567", 1234567],
    ["1,234.5", 1234.5],
    ["1.234,5", 1234.5],
    ["1.234.567", 1234567],
    ["12,34,567", 1234567],
    ["12,5", 12.5],
    ["0,123", 0.123],
    ["1.5e3", 1500],
    ["٤٥٫٦", 45.6],
    ["١٬٢٣٤٬٥٦٧", 1234567],
    ["４５．６", 45.6],
    ["−2", -2],
  ])("reads %j as one number only", (text, value) => {
    expect(readNumber(text, null)).toBe(value);
  });

  it("gives both readings of a number that can be two", () => {
    expect(readNumber("1,234", null)).toEqual({ kind: "ambiguous", readings: [1.234, 1234] });
    expect(readNumber("1,234", ".")).toEqual({ kind: "ambiguous", readings: [1.234, 1234] });
    expect(readNumber("1.234", ",")).toEqual({ kind: "ambiguous", readings: [1.234, 1234] });
  });

  it("takes the comma as the decimal mark where the file proves it", () => {
    expect(readNumber("1,234", ",")).toBe(1.234);
    expect(readNumber("1.234", null)).toBe(1.234);
  });

  it.each([
    ["", "O"],
    ["..", "O"],
    ["…", "O"],
    ["n.a.", "O"],
    ["NaN", "O"],
    [":", "O"],
    ["#N/A", "O"],
    ["c", "Q"],
  ])("knows %j as a missing value", (text, status) =>
    expect(readNumber(text, null)).toEqual({ kind: "missing", status }),
  );

  it.each([
    ["45.6%", 45.6, "%"],
    ["45.6*", 45.6, "*"],
    ["12,5 (1)", 12.5, "(1)"],
    ["1 234a", 1234, "a"],
    ["45²", 45, "²"],
  ])("keeps the mark after %j", (text, value, note) =>
    expect(readNumber(text, null)).toEqual({ kind: "noted", value, note }),
  );

  it.each([["-"], ["about 40"], ["12..5"], ["1,23,4"], ["40-50"], ["=1+1"]])("does not read %j", (text) => {
    expect(readNumber(text, null)).toEqual({ kind: "not-a-number" });
  });
});
