import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readHeader } from "../../src/intake/header.js";
import { loadAreas } from "../../src/reference/areas.js";
import { type Finding, MISSING_STATUSES, type Observation } from "../../src/types.js";
import { createReader, type ReadContext } from "../../src/validate/read.js";

const areas = loadAreas("data/reference");
const [CHE, KEN] = [756, 404];
const BASIC = "SERIES,REF_AREA,TIME_PERIOD,OBS_VALUE";

interface Result {
  readonly observations: readonly Observation[];
  readonly findings: readonly Finding[];
  readonly area: number | null;
}

/** Reads rows given as cells between bars, on lines 2, 3, 4 … */
function read(header: string, rows: readonly string[], given: Partial<ReadContext> = {}): Result {
  const findings: Finding[] = [];
  const reader = createReader(readHeader(header.split(",")), {
    areaOf: areas.findArea,
    area: null,
    anyArea: false,
    decimal: null,
    report: (finding) => findings.push(finding),
    ...given,
  });
  const observations = rows.flatMap((row, i) => reader.read({ line: 2 + i, cells: row.split("|") }));
  return { observations, findings, area: reader.area() };
}

/** What is worth comparing of findings: rule, line, column. */
const places = ({ findings }: Result) => findings.map(({ rule, line, column }) => [rule, line, column]);
const values = ({ observations }: Result) => observations.map(({ period, value }) => [period, value]);

describe("a row in order", () => {
  it("becomes an observation whose missing columns are filled by what they stand for", () => {
    const { observations, findings, area } = read(BASIC, ["IT_USE_II99|CHE|2020|61.5"]);
    expect(findings).toEqual([]);
    expect(area).toBe(CHE);
    expect(observations).toEqual([
      {
        series: "IT_USE_II99",
        area: CHE,
        period: 2020,
        dimensions: {},
        value: 61.5,
        unit: "PT",
        unitMultiplier: 0,
        status: "A",
        nature: "C",
        numerator: null,
        denominator: null,
        ageScope: "",
        source: "",
        comment: "",
        line: 2,
      },
    ]);
  });

  it("keeps everything that is said about the figure", () => {
    const names = "SEX,AGE,UNIT_MEASURE,UNIT_MULT,OBS_STATUS,NATURE,NUMERATOR,DENOMINATOR,AGE_SCOPE";
    const header = `${BASIC},${names},SOURCE_DETAIL,COMMENT_OBS`;
    const row = "IT_USE_II99|CHE|2020|50|F|Y15T24|PT|0|E|CA|1 500|3000|15-24|Survey|by phone";
    const { observations, findings } = read(header, [row]);
    expect(findings).toEqual([]);
    expect(observations[0]).toMatchObject({
      dimensions: { SEX: "F", AGE: "Y15T24" },
      status: "E",
      nature: "CA",
      numerator: 1500,
      denominator: 3000,
      ageScope: "15-24",
      source: "Survey",
      comment: "by phone",
    });
  });

  it("keeps a value and its multiplier apart", () => {
    const { observations } = read(`${BASIC},UNIT_MULT`, ["IT_NET_BBNDN|CHE|2020|4.2|3"]);
    expect(observations[0]).toMatchObject({ value: 4.2, unitMultiplier: 3, unit: "NUMBER" });
  });

  it("may be in lower case and between blanks", () => {
    const { observations } = read(`${BASIC},SEX`, [" it_use_ii99 | che | 2020 | 7 | f "]);
    expect(observations[0]).toMatchObject({ series: "IT_USE_II99", area: CHE, dimensions: { SEX: "F" } });
  });

  it("takes _T, an empty cell and no column for the same breakdown", () => {
    const withSex = read(`${BASIC},SEX`, ["IT_USE_II99|CHE|2020|7|_T", "IT_USE_II99|CHE|2020|7|"]);
    const without = read(BASIC, ["IT_USE_II99|CHE|2020|7"]);
    const [first, second, third] = [...withSex.observations, ...without.observations];
    expect(first?.dimensions).toBe(second?.dimensions);
    expect(first?.dimensions).toBe(third?.dimensions);
  });

  it.each(["CHE", "CH", "756", "che"])("knows the area as %s", (code) => {
    expect(read(BASIC, [`IT_USE_II99|${code}|2020|7`]).area).toBe(CHE);
  });

  it("may name an area by an M49 code with or without its noughts", () => {
    expect(read(BASIC, ["IT_USE_II99|008|2020|7", "IT_USE_II99|8|2021|7"]).observations).toHaveLength(2);
  });
});

describe("codes that are not known", () => {
  it("makes one finding of an unknown series, whatever else is in the row", () => {
    const result = read(`${BASIC},SEX,UNIT_MEASURE`, ["IT_FOO|CHE|2020|7|X|NUMBER"]);
    expect(result.observations).toEqual([]);
    expect(places(result)).toEqual([["unknown-series", 2, "SERIES"]]);
    expect(result.findings[0]).toMatchObject({ severity: "error", level: 1, params: { value: "IT_FOO" } });
  });

  it("names the unit of the series where another is given", () => {
    const result = read(`${BASIC},unité`, ["IT_USE_II99|CHE|2020|7|NUMBER"]);
    expect(result.observations).toEqual([]);
    expect(places(result)).toEqual([["wrong-unit", 2, "unité"]]);
    const params = { column: "UNIT_MEASURE", value: "NUMBER", expected: "PT", series: "IT_USE_II99" };
    expect(result.findings[0]?.params).toEqual(params);
  });

  it.each(["SEX", "AGE", "URBANISATION", "EDUCATION_LEV", "UNIT_MULT", "OBS_STATUS", "NATURE"])(
    "finds one in %s",
    (column) => {
      const result = read(`${BASIC},${column}`, ["IT_USE_II99|CHE|2020|7|XYZ"]);
      expect(result.observations).toEqual([]);
      expect(places(result)).toEqual([["unknown-code", 2, column]]);
      expect(result.findings[0]?.params).toMatchObject({ column, value: "XYZ" });
    },
  );

  it("finds a code of the list that the series does not have", () => {
    const result = read(`${BASIC},SEX`, ["IT_NET_BBNDN|CHE|2020|7|F"]);
    expect(places(result)).toEqual([["unknown-code", 2, "SEX"]]);
    expect(result.findings[0]?.params).toMatchObject({ value: "F", expected: "_T" });
  });

  it("makes a finding for each column at fault, and for the area", () => {
    const result = read(`${BASIC},SEX,NATURE`, ["IT_USE_II99|XX|2020|7|X|X"]);
    expect(places(result).sort()).toEqual([
      ["unknown-area", 2, "REF_AREA"],
      ["unknown-code", 2, "NATURE"],
      ["unknown-code", 2, "SEX"],
    ]);
  });

  it("is not led astray by a code that looks like two", () => {
    const header = `${BASIC},SEX,AGE`;
    const rows = ["IT_USE_II99|CHE|2020|7|M;AGE=Y_GE75|", "IT_USE_II99|CHE|2020|7|M|Y_GE75"];
    const result = read(header, rows);
    expect(places(result)).toEqual([["unknown-code", 2, "SEX"]]);
    expect(result.observations.map(({ dimensions }) => dimensions)).toEqual([{ SEX: "M", AGE: "Y_GE75" }]);
  });
});

describe("figures that cannot be read", () => {
  it.each(["about 40", "-", "40-50", "=1+1"])("finds %j, and says for which key", (text) => {
    const result = read(BASIC, [`IT_USE_II99|CHE|2020|${text}`]);
    expect(result.observations).toEqual([]);
    expect(places(result)).toEqual([["not-a-number", 2, "OBS_VALUE"]]);
    expect(result.findings[0]).toMatchObject({
      key: { series: "IT_USE_II99", area: CHE, period: 2020, dimensions: {} },
      params: { value: text },
    });
  });

  it("gives both readings of a number that can be two", () => {
    const result = read(BASIC, ["IT_NET_BBNDN|CHE|2020|1,234"]);
    expect(result.observations).toEqual([]);
    expect(places(result)).toEqual([["ambiguous-number", 2, "OBS_VALUE"]]);
    expect(result.findings[0]?.params).toEqual({ value: "1,234", decimal: 1.234, grouped: 1234 });
  });

  it("takes the reading that the file's decimal mark leaves", () => {
    const row = ["IT_NET_BBNDN|CHE|2020|1,234"];
    expect(values(read(BASIC, row, { decimal: "," }))).toEqual([[2020, 1.234]]);
  });

  it("keeps a figure with a footnote mark, and notes the mark", () => {
    const result = read(BASIC, ["IT_USE_II99|CHE|2020|45.6*", "IT_USE_II99|CHE|2021|46%"]);
    expect(values(result)).toEqual([
      [2020, 45.6],
      [2021, 46],
    ]);
    expect(places(result)).toEqual([["footnote-mark", 2, "OBS_VALUE"]]);
    expect(result.findings[0]?.severity).toBe("info");
  });

  it("notes the mark beside a numerator too", () => {
    const result = read(`${BASIC},NUMERATOR,DENOMINATOR`, ["IT_USE_II99|CHE|2020|50|1500*|3000"]);
    expect(result.observations[0]).toMatchObject({ value: 50, numerator: 1500, denominator: 3000 });
    expect(places(result)).toEqual([["footnote-mark", 2, "NUMERATOR"]]);
  });

  it("does not take a percentage for a count", () => {
    const result = read(BASIC, ["IT_NET_BBNDN|CHE|2020|45%"]);
    expect(result.observations).toEqual([]);
    expect(result.findings).toMatchObject([
      { rule: "unit-in-cell", severity: "error", params: { value: "45%", expected: "NUMBER" } },
    ]);
  });

  it("keeps a figure whose numerator cannot be read, without it", () => {
    const result = read(`${BASIC},NUMERATOR,DENOMINATOR`, ["IT_USE_II99|CHE|2020|50|many|.."]);
    expect(result.observations[0]).toMatchObject({ value: 50, numerator: null, denominator: null });
    expect(places(result)).toEqual([["not-a-number", 2, "NUMERATOR"]]);
  });
});

describe("missing values", () => {
  it.each([
    ["", "O"],
    ["..", "O"],
    ["n.a.", "O"],
    ["(c)", "Q"],
  ])("reads %j as absent with status %s", (text, status) => {
    const { observations, findings } = read(BASIC, [`IT_USE_II99|CHE|2020|${text}`]);
    expect(observations[0]).toMatchObject({ value: null, status });
    expect(findings).toEqual([]);
  });

  it("keeps the status given where it says why a value is absent, and no other", () => {
    const rows = ["IT_USE_II99|CHE|2020|..|M", "IT_USE_II99|CHE|2021|..|A"];
    const { observations } = read(`${BASIC},OBS_STATUS`, rows);
    expect(observations.map(({ status }) => status)).toEqual(["M", "O"]);
  });

  it("notes a status that cannot stand without a value", () => {
    const result = read(`${BASIC},OBS_STATUS`, ["IT_USE_II99|CHE|2020||E"]);
    expect(result.observations[0]).toMatchObject({ value: null, status: "O" });
    expect(result.findings).toMatchObject([
      {
        rule: "status-without-value",
        severity: "info",
        column: "OBS_STATUS",
        params: { status: "E", used: "O" },
      },
    ]);
  });

  it("notes a line that ends before its figure", () => {
    const result = read(`${BASIC},SEX`, ["IT_USE_II99|CHE|2020", "IT_USE_II99|CHE|2021|7"]);
    expect(values(result)).toEqual([
      [2020, null],
      [2021, 7],
    ]);
    expect(places(result)).toEqual([["line-cut-short", 2, "OBS_VALUE"]]);
  });
});

describe("cells that are missing or too many", () => {
  it.each([
    ["|CHE|2020|7", "SERIES"],
    ["IT_USE_II99||2020|7", "REF_AREA"],
    ["IT_USE_II99|CHE||7", "TIME_PERIOD"],
    ["IT_USE_II99", "REF_AREA"],
  ])("finds in %j that %s is empty", (row, column) => {
    const result = read(BASIC, [row]);
    expect(result.observations).toEqual([]);
    expect(places(result)).toEqual([["missing-cell", 2, column]]);
  });

  it("does not read a row that is longer than the header", () => {
    const result = read(BASIC, ["IT_USE_II99|CHE|2020|7|5"]);
    expect(result.observations).toEqual([]);
    expect(places(result)).toEqual([["too-many-cells", 2, "OBS_VALUE"]]);
    expect(result.findings[0]?.params).toEqual({ found: 5, expected: 4 });
  });

  it("does not mind empty cells at the end", () => {
    expect(values(read(BASIC, ["IT_USE_II99|CHE|2020|7| |"]))).toEqual([[2020, 7]]);
  });

  it.each(["2020-Q1", "20", "1899", "2100", "2019/20", "２０２０"])(
    "finds that %j is not a year",
    (period) => {
      const result = read(BASIC, [`IT_USE_II99|CHE|${period}|7`]);
      expect(result.observations).toEqual([]);
      expect(places(result)).toEqual([["bad-period", 2, "TIME_PERIOD"]]);
    },
  );
});

describe("the country of the file", () => {
  const two = ["IT_USE_II99|CHE|2020|7", "IT_USE_II99|KEN|2020|8", "IT_USE_II99|CHE|2021|9"];

  it("is that of the first row, and another is foreign", () => {
    const result = read(BASIC, two);
    expect(result.area).toBe(CHE);
    expect(result.observations.map(({ area }) => area)).toEqual([CHE, CHE]);
    expect(places(result)).toEqual([["foreign-area", 3, "REF_AREA"]]);
    expect(result.findings[0]?.params).toEqual({ value: "KEN", area: KEN, expected: CHE });
  });

  it("is not decided by an area nobody knows", () => {
    const result = read(BASIC, ["IT_USE_II99|XXX|2020|7", ...two.slice(1, 2)]);
    expect(result.area).toBe(KEN);
    expect(places(result)).toEqual([["unknown-area", 2, "REF_AREA"]]);
  });

  it("is the one given, whatever the rows say", () => {
    const result = read(BASIC, two, { area: KEN });
    expect(result.area).toBe(KEN);
    expect(places(result).map(([rule, line]) => [rule, line])).toEqual([
      ["foreign-area", 2],
      ["foreign-area", 4],
    ]);
  });

  it("may be any where an agency speaks for several", () => {
    const result = read(BASIC, two, { anyArea: true });
    expect(result.findings).toEqual([]);
    expect(result.observations.map(({ area }) => area)).toEqual([CHE, KEN, CHE]);
  });
});

describe("years across", () => {
  const ACROSS = "SERIES,REF_AREA,2019,2020,2021";

  it("gives a figure for each filled cell and passes over blank ones", () => {
    const result = read(ACROSS, ["IT_USE_II99|CHE|50| |52"]);
    expect(result.findings).toEqual([]);
    expect(values(result)).toEqual([
      [2019, 50],
      [2021, 52],
    ]);
  });

  it("takes a symbol for a missing value for what it says", () => {
    const result = read(ACROSS, ["IT_USE_II99|CHE|..||52"]);
    expect(values(result)).toEqual([
      [2019, null],
      [2021, 52],
    ]);
  });

  it.each(["IT_USE_II99|CHE|||", "IT_USE_II99|CHE| | | ", "IT_USE_II99|CHE"])(
    "notes the row of blanks %j",
    (row) => {
      const result = read(ACROSS, [row]);
      expect(result.observations).toEqual([]);
      expect(result.findings).toMatchObject([{ rule: "no-figures", severity: "info", line: 2 }]);
    },
  );

  it("does not take one numerator for that of several years, and says so once", () => {
    const result = read(`${ACROSS},NUMERATOR,DENOMINATOR,AGE_SCOPE`, [
      "IT_USE_II99|CHE|50|51|52|1500|3000| 15+ ",
      "IT_USE_II99|CHE|60|61|62|1600|3000|",
    ]);
    expect(result.observations).toHaveLength(6);
    expect(
      new Set(result.observations.map(({ numerator, denominator }) => numerator ?? denominator)),
    ).toEqual(new Set([null]));
    expect(result.observations.map(({ ageScope }) => ageScope)).toEqual(["15+", "15+", "15+", "", "", ""]);
    expect(result.findings).toMatchObject([
      { rule: "part-of-no-year", severity: "info", line: 1, column: "NUMERATOR", params: { years: 3 } },
      { rule: "part-of-no-year", severity: "info", line: 1, column: "DENOMINATOR" },
    ]);
  });

  it("reads the numerator of its only year", () => {
    const result = read("SERIES,REF_AREA,2019,NUMERATOR", ["IT_USE_II99|CHE|50|1500"]);
    expect(result.findings).toEqual([]);
    expect(result.observations[0]).toMatchObject({ period: 2019, numerator: 1500 });
  });

  it("finds a cell that cannot be read, under its year, and keeps the others", () => {
    const result = read(ACROSS, ["IT_USE_II99|CHE|50|many|52"]);
    expect(values(result)).toEqual([
      [2019, 50],
      [2021, 52],
    ]);
    expect(places(result)).toEqual([["not-a-number", 2, "2020"]]);
    expect(result.findings[0]?.key?.period).toBe(2020);
  });
});

const cell = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "IT_USE_II99",
    "it_mob_2gntwk",
    "IT_NET_BBNDN",
    "CHE",
    "KE",
    "756",
    "2020",
    "1,234",
  ),
  fc.constantFrom("50", "..", "F", "_T", "PT", "NUMBER", "3", "O", "45.6*", "constructor", "__proto__"),
  fc.string({ unit: "grapheme", maxLength: 6 }),
);
const probable = (...cells: readonly string[]) =>
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...cells) }, cell);
const row = fc.oneof(
  fc.array(cell, { maxLength: 12 }),
  fc
    .tuple(probable("IT_USE_II99", "IT_NET_BBNDN"), probable("CHE", "KEN"), probable("2020", "2021"), cell)
    .chain((start) =>
      fc.array(probable("", "_T", "PT"), { maxLength: 6 }).map((rest) => [...start, ...rest]),
    ),
);

describe("every row", () => {
  it.each([
    `${BASIC},SEX,UNIT_MEASURE,UNIT_MULT,OBS_STATUS,NUMERATOR,DENOMINATOR`,
    "SERIES,REF_AREA,2019,2020,SEX,UNIT_MEASURE",
    BASIC,
  ])("of %s ends as an observation or a finding of its line", (names) => {
    const header = readHeader(names.split(","));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), fc.boolean(), (rows, anyArea) => {
        const findings: Finding[] = [];
        const report = (finding: Finding) => findings.push(finding);
        const reader = createReader(header, {
          ...{ areaOf: areas.findArea, area: null, decimal: null, anyArea, report },
        });
        rows.forEach((cells, i) => {
          const before = findings.length;
          const read = reader.read({ line: 2 + i, cells });
          expect(read.length + findings.length - before).toBeGreaterThan(0);
          for (const { line } of [...read, ...findings.slice(before)]) expect(line).toBe(2 + i);
          for (const { value, status } of read)
            if (value === null) expect(MISSING_STATUSES).toContain(status);
            else expect(Number.isFinite(value)).toBe(true);
        });
      }),
      { numRuns: 500, seed: 2030 },
    );
  });
});
