import { describe, expect, it } from "vitest";
import { UnreadableFile } from "../../src/intake/errors.js";
import { areaColumn, type ColumnMapping, readHeader } from "../../src/intake/header.js";

const CONFIRMED = "2026-11-24T08:00:00.000Z";
const stated = (title: string, column: ColumnMapping["column"]): ColumnMapping => ({
  ...{ title, column, confirmedAt: null },
});
const confirmed = (title: string, column: ColumnMapping["column"]): ColumnMapping => ({
  ...{ title, column, confirmedAt: CONFIRMED },
});

function refusal(cells: readonly string[], mappings: readonly ColumnMapping[] = []) {
  try {
    readHeader(cells, mappings);
  } catch (error) {
    if (error instanceof UnreadableFile) return { rule: error.rule, ...error.params };
    throw error;
  }
  return null;
}

const FRENCH = ["Série", "Pays", "Année", "Taux d’accès"];

describe("a heading that is not one of ours", () => {
  it("is named where a required column is missing", () => {
    expect(refusal([...FRENCH, "Vu par"])).toEqual({
      rule: "file-missing-column",
      column: "OBS_VALUE",
      found: "Série, Pays, Année, Taux d’accès, Vu par",
      unread: "Taux d’accès, Vu par",
    });
  });

  it.each([stated, confirmed])("means what was said of it, in any spelling", (said) => {
    const header = readHeader(FRENCH, [said("TAUX D'ACCÈS", "OBS_VALUE")]);
    expect(header.columns).toEqual({ SERIES: 0, REF_AREA: 1, TIME_PERIOD: 2, OBS_VALUE: 3 });
    expect(header.ignored).toEqual([]);
    expect(header.mapped).toEqual([said("Taux d’accès", "OBS_VALUE")]);
  });

  it("is not read twice as one column", () => {
    const twice = [stated("Taux d’accès", "OBS_VALUE"), stated("Vu par", "OBS_VALUE")];
    expect(refusal([...FRENCH, "Vu par"], twice)).toEqual({
      ...{ rule: "file-duplicate-column", column: "OBS_VALUE", found: "Vu par" },
    });
  });

  it("that was said not to be there leaves no trace", () => {
    expect(readHeader(["SERIES", "REF_AREA", "YEAR", "VALUE"], [stated("Taux", "OBS_VALUE")]).mapped).toEqual(
      [],
    );
  });
});

describe("a heading of ours", () => {
  const OURS = ["SERIES", "REF_AREA", "TIME_PERIOD", "Value", "Figure"];

  it("keeps its meaning against what was confirmed earlier", () => {
    const header = readHeader(OURS, [confirmed("Value", "COMMENT_OBS")]);
    expect(header.columns.OBS_VALUE).toBe(3);
    expect(header.mapped).toEqual([]);
  });

  it("gives way to what is stated for this file", () => {
    const header = readHeader(OURS, [stated("Value", "COMMENT_OBS"), stated("Figure", "OBS_VALUE")]);
    expect(header.columns).toMatchObject({ COMMENT_OBS: 3, OBS_VALUE: 4 });
  });
});

it("prefers what is stated to what was confirmed", () => {
  const both = [confirmed("Taux d’accès", "COMMENT_OBS"), stated("Taux d’accès", "OBS_VALUE")];
  expect(readHeader(FRENCH, both).mapped).toEqual([stated("Taux d’accès", "OBS_VALUE")]);
});

it("finds the column of countries of a header that cannot be read yet", () => {
  expect(areaColumn(["Code X", "Pays", "Taux"], [])).toBe(1);
  expect(areaColumn(["Code X", "Où", "Taux"], [stated("Où", "REF_AREA")])).toBe(1);
  expect(areaColumn(["Code X", "Où", "Taux"], [])).toBeUndefined();
});

it("names a column of periods that years across leave unread", () => {
  const header = readHeader(["SERIES", "REF_AREA", "TIME_PERIOD", "2019", "2020"]);
  expect(header.ignored).toEqual(["TIME_PERIOD"]);
  expect(header.years.map(({ period }) => period)).toEqual(["2019", "2020"]);
});
