import { describe, expect, it } from "vitest";
import { dataCells, localised, shownCells } from "../../src/tables/cell.js";
import type { Cell, Language, Table } from "../../src/types.js";

const table = (language: Language): Table => ({
  id: "t",
  title: "T",
  language,
  notes: [],
  rows: [],
  vintage: { id: 1, asOf: "2026-01-01T00:00:00Z" },
  columns: [
    { id: "TIME_PERIOD", title: "Year", type: "integer" },
    { id: "OBS_VALUE", title: "Value", type: "number", decimalsIn: "DECIMALS", statusIn: "OBS_STATUS" },
    { id: "OBS_STATUS", title: "Status", type: "text" },
    { id: "DECIMALS", title: "Decimals", type: "integer" },
  ],
});
const shown = (value: Cell, status: string, language: Language = "en") =>
  shownCells(table(language))([2020, value, status, 1])[1];

describe("cells for readers", () => {
  it("tell missing, zero, not applicable and next to nothing apart", () => {
    expect(shown(null, "O")).toBe("..");
    expect(shown(null, "L")).toBe("..");
    expect(shown(null, "M")).toBe("-");
    expect(shown(null, "Q")).toBe("c");
    expect(shown(null, "K")).toBe("x");
    expect(shown(null, "")).toBe("..");
    expect(shown(null, "A")).toBe("-"); // bounds of a value that has no estimate in it
    expect(shown(0, "A")).toBe("0.0");
    expect(shown(0.04, "A")).toBe("<");
    expect(shown(-0.04, "A")).toBe("-<");
    expect(shown(0.05, "A")).toBe("0.1");
  });

  it("write numbers as the language does, and never group a year", () => {
    expect(shown(1234567.25, "A", "en")).toBe("1,234,567.3");
    expect(shown(1234567.25, "A", "fr")).toBe("1\u00a0234\u00a0567,3");
    expect(shown(-1234.5, "A", "ru")).toBe("-1\u00a0234,5");
    expect(shown(999.9, "A", "zh")).toBe("999.9");
    expect(shownCells(table("fr"))([2020, 1, "A", 0])).toEqual(["2020", "1", "A", "0"]);
    expect(localised("1000", "es")).toBe("1\u00a0000");
  });
});

describe("cells for machines", () => {
  it("round by the row's decimals, with a point and without groups, and leave absent cells empty", () => {
    const cells = dataCells(table("fr"));
    expect(cells([2020, 1234.565, "A", 2])).toEqual(["2020", "1234.57", "A", "2"]);
    expect(cells([2020, null, "O", 2])).toEqual(["2020", "", "O", "2"]);
  });
});
