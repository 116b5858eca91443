/** Population by age, in files of the shape of the World Population Prospects; all numbers are made up. */
import { describe, expect, it } from "vitest";
import { ageRange, bandsThatMake } from "../../src/reference/age-codes.js";
import { loadAreas } from "../../src/reference/areas.js";
import { importReference } from "../../src/reference/import.js";

const areas = loadAreas("data/reference");
const options = { series: "POPULATION", revision: "WPP 2024", source: "UN", file: "ages.csv" };
const HEADER =
  "SortOrder,LocID,Notes,ISO3_code,ISO2_code,SDMX_code,LocTypeID,LocTypeName,ParentID,Location,VarID,Variant," +
  "Time,MidPeriod,AgeGrp,AgeGrpStart,AgeGrpSpan,PopMale,PopFemale,PopTotal";

interface Line {
  readonly age: string;
  readonly men?: number | "";
  readonly women?: number | "";
  readonly total: number;
  readonly variant?: string;
  readonly place?: string;
}

const KENYA = "404,,KEN,KE,404,4,Country/Area,910,Kenya";
const line = ({ age, men = "", women = "", total, variant = "Medium", place = KENYA }: Line) =>
  `1,${place},2,${variant},2018,2018.5,${age},${Number.parseInt(age, 10)},5,${men},${women},${total}`;
const read = (...lines: readonly Line[]) =>
  importReference(`${[HEADER, ...lines.map(line)].join("\n")}\n`, options, areas);

/** Five-year groups of 0–4 to 100+: 1, 2, 3 … 21 thousand people, two fifths of them men. */
const groups = Array.from({ length: 21 }, (_, i) => ({
  age: i === 20 ? "100+" : `${5 * i}-${5 * i + 4}`,
  men: 0.4 * (i + 1),
  women: 0.6 * (i + 1),
  total: i + 1,
}));
/** Single ages of 0 to 100+: each a thousand people. */
const singles = Array.from({ length: 101 }, (_, i) => ({ age: i === 100 ? "100+" : `${i}`, total: 1 }));

const personsOf = (result: ReturnType<typeof read>, AGE: string, SEX?: string) =>
  result.values.find(({ dimensions }) => dimensions.AGE === AGE && dimensions.SEX === SEX)?.value;

describe("population by five-year groups", () => {
  const result = read(...groups);

  it("makes the ages that begin and end with a group, in persons, of both sexes and of each", () => {
    expect(result.format).toBe("un-wpp-ages");
    // 0–14 is groups 1 to 3: 1 + 2 + 3 = 6 thousand; 15–24 groups 4 and 5: 9; 25–44 groups 6 to 9: 30.
    expect([personsOf(result, "Y0T14"), personsOf(result, "Y15T24"), personsOf(result, "Y25T44")]).toEqual([
      6_000, 9_000, 30_000,
    ]);
    expect([personsOf(result, "Y15T24", "M"), personsOf(result, "Y15T24", "F")]).toEqual([3_600, 5_400]);
    // 75 and over is groups 16 to 21: 16 + 17 + 18 + 19 + 20 + 21 = 111; 15–74 groups 4 to 15: 114.
    expect([personsOf(result, "Y_GE75"), personsOf(result, "Y15T74")]).toEqual([111_000, 114_000]);
    expect(result.values[0]).toMatchObject({ area: 404, period: 2018, revision: "WPP 2024", source: "UN" });
  });

  it("names the ages that do not, and gives nothing for them", () => {
    expect(result.unmade?.map(({ age }) => age)).toEqual([
      ...["Y16T24", "Y16T74", "Y18T74", "Y_GE6", "Y_GE16", "Y_GE18"],
    ]);
    expect(result.unmade?.[0]).toEqual({ age: "Y16T24", places: 1, of: 1 });
    expect(personsOf(result, "Y16T24")).toBeUndefined();
  });

  it("leaves the total of all ages to the file of total population", () => {
    expect(result.values.filter(({ dimensions }) => dimensions.AGE === undefined)).toEqual([]);
  });

  it("makes 65 and over, but not 75 and over, of a year in which 70+ is the last group", () => {
    const old = read(...groups.slice(0, 14), { age: "70+", total: 50 });
    // Group 65–69 is the fourteenth: 14 + 50 thousand.
    expect([personsOf(old, "Y_GE65"), personsOf(old, "Y_GE75"), personsOf(old, "Y15T74")]).toEqual([
      64_000,
      undefined,
      undefined,
    ]);
  });

  it("makes no age of which a group is missing or stands twice", () => {
    const gap = read(...groups.filter(({ age }) => age !== "20-24"));
    expect([personsOf(gap, "Y15T24"), personsOf(gap, "Y0T14")]).toEqual([undefined, 6_000]);
    expect(personsOf(read(...groups, { age: "15-19", total: 4 }), "Y15T24")).toBeUndefined();
  });

  it("makes an age of both sexes where men and women are not told apart", () => {
    const unsexed = read(...groups.map(({ age, total }) => ({ age, total })));
    expect([personsOf(unsexed, "Y0T14"), personsOf(unsexed, "Y0T14", "F")]).toEqual([6_000, undefined]);
  });

  it("takes countries in the medium variant only, and lists what it leaves out", () => {
    const mixed = read(
      { age: "0-4", total: 9, variant: "High" },
      { age: "0-4", total: 9, place: "903,,,,903,2,Region,900,Africa" },
      { age: "0-4", total: 9, place: "830,,XYZ,XY,830,4,Country/Area,900,Nowhere" },
      ...groups,
    );
    expect(personsOf(mixed, "Y0T14")).toBe(6_000);
    expect(mixed.skipped.map(({ line: at, reason, text }) => [at, reason, text])).toEqual([
      [2, "variant", "High"],
      [3, "aggregate", "903"],
      [4, "unknown-area", "830"],
    ]);
  });

  it("refuses an age that is none, and says where", () => {
    expect(() => read({ age: "young", total: 1 })).toThrow(
      /ages\.csv, line 2: AgeGrp is "young".*Write one age/,
    );
    expect(() => read({ age: "0-4", men: -1, total: 1 })).toThrow(/ages\.csv, line 2: PopMale is "-1"/);
  });
});

describe("population by single ages", () => {
  it("makes every age of the code list: 16–74 is 59 ages, 16 and over 85", () => {
    const result = read(...singles);
    expect(result.unmade).toEqual([]);
    expect([personsOf(result, "Y16T74"), personsOf(result, "Y_GE16"), personsOf(result, "Y15T24")]).toEqual([
      59_000, 85_000, 10_000,
    ]);
  });

  it("keeps countries and years apart, in whatever order the lines stand", () => {
    const chad = "148,,TCD,TD,148,4,Country/Area,911,Chad";
    const both = singles.flatMap((one) => [one, { ...one, total: 2, place: chad }]).reverse();
    const found = read(...both).values.filter(({ dimensions }) => dimensions.AGE === "Y15T24");
    expect(new Map(found.map(({ area, value }) => [area, value]))).toEqual(
      new Map([
        [404, 10_000],
        [148, 20_000],
      ]),
    );
  });
});

describe("an import of some years", () => {
  it("takes values of those years only, the first and last included", () => {
    const text =
      "Country Name,Country Code,Year,Value\nKenya,KEN,1999,1\nKenya,KEN,2000,2\nKenya,KEN,2001,3\n";
    const taken = (years?: { from: number; to: number }) =>
      importReference(text, { ...options, years }, areas).values.map(({ period }) => period);
    expect(taken({ from: 2000, to: 2001 })).toEqual([2000, 2001]);
    expect(taken({ from: 2000, to: 2000 })).toEqual([2000]);
    expect(taken()).toEqual([1999, 2000, 2001]);
  });
});

describe("codes of ages", () => {
  it("are ranges of completed years", () => {
    expect(ageRange("Y15T24")).toEqual({ from: 15, to: 24 });
    expect(ageRange("Y_GE75")).toEqual({ from: 75, to: Infinity });
    expect([ageRange("_T"), ageRange("15-24"), ageRange("ISCED11_1")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("are made of bands that are the whole of them, and of no band that reaches beyond", () => {
    const bands = [
      { from: 20, to: 29 },
      { from: 10, to: 19 },
    ];
    expect(bandsThatMake({ from: 10, to: 29 }, bands)).toEqual([...bands].reverse());
    expect(bandsThatMake({ from: 10, to: 24 }, bands)).toBeUndefined();
    expect(bandsThatMake({ from: 10, to: Infinity }, bands)).toBeUndefined();
    expect(bandsThatMake({ from: 5, to: 14 }, [])).toBeUndefined();
  });
});
