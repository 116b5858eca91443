import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadAreas } from "../../src/reference/areas.js";
import { importReference } from "../../src/reference/import.js";

const areas = loadAreas("data/reference");
const options = { series: "POPULATION", revision: "r1", source: "s1", file: "pop.csv" };
const read = (text: string) => importReference(text, options, areas);
const value = (area: number, period: number, amount: number, dimensions = {}) => ({
  series: "POPULATION",
  area,
  period,
  dimensions,
  value: amount,
  revision: "r1",
  source: "s1",
});

describe("World Bank, one value a line", () => {
  const header = "Country Name,Country Code,Year,Value\n";

  it("reads countries, skips aggregates and empty values, and lists unknown areas", () => {
    const text =
      `${header}Kenya,KEN,2018,50207108\nWorld,WLD,2018,7600000000\nAtlantis,ATL,2018,5\n"Congo, Rep.",COG,2018,\n` +
      "Kosovo,XKX,2018,1797085\n";
    expect(read(text)).toEqual({
      format: "world-bank-long",
      values: [value(404, 2018, 50_207_108), value(412, 2018, 1_797_085)],
      skipped: [
        { line: 3, reason: "aggregate", text: "WLD" },
        { line: 4, reason: "unknown-area", text: "ATL" },
        { line: 5, reason: "no-value", text: "COG" },
      ],
    });
  });

  it("reads byte order mark, CRLF, quotes and exponents", () => {
    const text =
      '\uFEFF"Country Name","Country Code","Year","Value"\r\n"India","IND","2018","1.352617328E9"\r\n';
    expect(read(text).values).toEqual([value(356, 2018, 1_352_617_328)]);
  });

  it("refuses a malformed number or year and says where", () => {
    expect(() => read(`${header}Kenya,KEN,2018,50\nKenya,KEN,2019,"50,207"\n`)).toThrow(
      /pop\.csv, line 3: Value is "50,207".*no thousands separators/,
    );
    expect(() => read(`${header}Kenya,KEN,2018,-1\n`)).toThrow(/line 2: Value is "-1"/);
    expect(() => read(`${header}Kenya,KEN,18,50\n`)).toThrow(/line 2: Year is "18"/);
  });

  const population = "../shared/data/reference/population.csv";
  it.skipIf(!existsSync(population))(
    "reads datasets/population without an unknown area but the Channel Islands",
    () => {
      const { values, skipped } = read(readFileSync(population, "utf8"));
      const unknown = skipped.filter(({ reason }) => reason === "unknown-area").map(({ text }) => text);
      expect([...new Set(unknown)]).toEqual(["CHI"]);
      expect(values.filter(({ area }) => area === 404).length).toBeGreaterThanOrEqual(60);
    },
  );
});

describe("World Bank, years across", () => {
  const preamble = '"Data Source","World Development Indicators",\n\n"Last Updated Date","2024-10-24",\n\n';
  const header = '"Country Name","Country Code","Indicator Name","Indicator Code","1960","1961","2019",\n';

  it("reads the filled years and keeps the line numbers of the file", () => {
    const text =
      `${preamble}${header}"Kenya","KEN","Population, total","SP.POP.TOTL","8120080","","52573973",\n` +
      '"Arab World","ARB","Population, total","SP.POP.TOTL","92197753","","427870270",\n' +
      '"Aruba","ABW","Population, total","SP.POP.TOTL","","","",\n';
    expect(read(text)).toEqual({
      format: "world-bank-wide",
      values: [value(404, 1960, 8_120_080), value(404, 2019, 52_573_973)],
      skipped: [
        { line: 7, reason: "aggregate", text: "ARB" },
        { line: 8, reason: "no-value", text: "ABW" },
      ],
    });
  });

  it("refuses a malformed number and says where", () => {
    const text = `${preamble}${header}"Kenya","KEN","Population, total","SP.POP.TOTL","..","","5",\n`;
    expect(() => read(text)).toThrow(/pop\.csv, line 6: 1960 is "\.\."/);
  });

  it("refuses a file of several indicators", () => {
    const text =
      `${preamble}${header}"Kenya","KEN","Population","SP.POP.TOTL","1","","",\n` +
      '"Kenya","KEN","Rural","SP.RUR.TOTL","1","","",\n';
    expect(() => read(text)).toThrow(/2 indicators \(SP\.POP\.TOTL, SP\.RUR\.TOTL/);
  });
});

describe("UN World Population Prospects", () => {
  const header = "LocID,Location,VarID,Variant,Time,MidPeriod,PopMale,PopFemale,PopTotal,PopDensity\n";

  it("turns thousands into persons, total and by sex, of the medium variant", () => {
    const text =
      `${header}404,Kenya,2,Medium,2019,2019.5,26122.034,26451.933,52573.967,92.374\n` +
      "404,Kenya,3,High,2030,2030.5,33000,33000,66000,1\n900,World,2,Medium,2019,2019.5,1,1,2,1\n" +
      "830,Channel Islands,2,Medium,2019,2019.5,85,87,172,1\n";
    expect(read(text)).toEqual({
      format: "un-wpp",
      values: [
        value(404, 2019, 52_573_967),
        value(404, 2019, 26_122_034, { SEX: "M" }),
        value(404, 2019, 26_451_933, { SEX: "F" }),
      ],
      skipped: [
        { line: 3, reason: "variant", text: "High" },
        { line: 4, reason: "aggregate", text: "900" },
        { line: 5, reason: "unknown-area", text: "830" },
      ],
    });
  });

  it("trusts the location type where the edition states it", () => {
    const text =
      "LocID,LocTypeName,Variant,Time,PopTotal\n2,Geographic region,Medium,2019,1\n4,Country/Area,Medium,2019,38041.757\n";
    const result = read(text);
    expect(result.values).toEqual([value(4, 2019, 38_041_757)]);
    expect(result.skipped).toEqual([{ line: 2, reason: "aggregate", text: "2" }]);
  });

  it("refuses a malformed number", () => {
    expect(() => read(`${header}404,Kenya,2,Medium,2019,2019.5,x,1,2,1\n`)).toThrow(
      /pop\.csv, line 2: PopMale is "x"/,
    );
  });
});

describe("our own long form", () => {
  const header = "SERIES,REF_AREA,TIME_PERIOD,SEX,AGE,URBANISATION,OBS_VALUE,REVISION,SOURCE\n";

  it("reads series, breakdown, revision and source of each line", () => {
    const text = `${header}HOUSEHOLDS,ke,2019,_T,_T,R,8000000,2019 census,KNBS\nPOPULATION,404,2019,,,,52573973,,\n`;
    expect(read(text)).toEqual({
      format: "ictsdg-long",
      values: [
        {
          series: "HOUSEHOLDS",
          area: 404,
          period: 2019,
          dimensions: { URBANISATION: "R" },
          value: 8_000_000,
          revision: "2019 census",
          source: "KNBS",
        },
        value(404, 2019, 52_573_973),
      ],
      skipped: [],
    });
  });

  it("reads the other dimensions where the file has their columns", () => {
    const text = "SERIES,REF_AREA,TIME_PERIOD,EDUCATION_LEV,OBS_VALUE\nSCHOOLS,KEN,2019,ISCED11_1,32344\n";
    expect(read(text).values[0]).toMatchObject({
      series: "SCHOOLS",
      dimensions: { EDUCATION_LEV: "ISCED11_1" },
    });
  });

  it("refuses an unknown series and a malformed number", () => {
    expect(() => read(`${header}GOATS,KEN,2019,,,,5,,\n`)).toThrow(
      /pop\.csv, line 2: SERIES is "GOATS".*POPULATION/,
    );
    expect(() => read(`${header}SCHOOLS,KEN,2019,,,,n.d.,,\n`)).toThrow(/line 2: OBS_VALUE is "n\.d\."/);
  });

  it("refuses a line with too few cells", () => {
    expect(() => read(`${header}SCHOOLS,KEN,2019,,,5\n`)).toThrow(/pop\.csv, line 2/);
  });
});

describe("other files", () => {
  it("names the formats it reads when the header is none of them", () => {
    expect(() => read("country;year;value\nKEN;2019;5\n")).toThrow(
      /pop\.csv, line 1: .*world-bank-long.*un-wpp/,
    );
    expect(() => read("")).toThrow(/not known from the header/);
  });
});
