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

  const TWO = { kind: "ambiguous", readings: [1.234, 1234] };

  // Text, then what it is where nothing settles the mark, where a point does, and where a comma does.
  it.each([
    ["1,234", TWO, TWO, 1.234],
    ["1.234", TWO, 1.234, TWO],
    ["１，２３４", TWO, TWO, 1.234],
    ["１．２３４", TWO, 1.234, TWO],
    ["1.234.567", 1234567, 1234567, 1234567],
    ["1,234,567", 1234567, 1234567, 1234567],
    ["12,34", 12.34, 12.34, 12.34],
    ["1 234", 1234, 1234, 1234],
    ["1'234", 1234, 1234, 1234],
    ["١٬٢٣٤", 1234, 1234, 1234],
    ["١٫٢٣٤", 1.234, 1.234, 1.234],
    ["1.234,5", 1234.5, 1234.5, 1234.5],
    ["1,234.5", 1234.5, 1234.5, 1234.5],
    ["1 234,567", 1234.567, 1234.567, 1234.567],
    ["0,123", 0.123, 0.123, 0.123],
    ["0.123", 0.123, 0.123, 0.123],
    ["1234.567", 1234.567, 1234.567, 1234.567],
  ])("reads %j one way, or gives both ways and never guesses", (text, unsettled, point, comma) => {
    expect(readNumber(text, null)).toEqual(unsettled);
    expect(readNumber(text, ".")).toEqual(point);
    expect(readNumber(text, ",")).toEqual(comma);
  });

  it("has two readings beside a mark as well", () => {
    expect(readNumber("1,234*", null)).toEqual(TWO);
    expect(readNumber("1.234%", null)).toEqual(TWO);
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

  it.each([
    ["-"],
    ["about 40"],
    ["12..5"],
    ["1,23,4"],
    ["40-50"],
    ["=1+1"],
    ["5k"],
    ["3 M"],
    ["1e999"],
    ["9".repeat(400)],
  ])("does not read %j", (text) => {
    expect(readNumber(text, null)).toEqual({ kind: "not-a-number" });
  });
});
