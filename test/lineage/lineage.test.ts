/** Figures of Central Asia, made up and followed back to the files; the arithmetic is done by hand. */
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lineageText } from "../../src/cli/lineage-text.js";
import { lineageSchema } from "../../src/run/lineage/schema.js";
import type { Lineage } from "../../src/run/lineage/types.js";
import { type Lineages, lineage, openLineages } from "../../src/run/lineage.js";
import type { Dimensions, Key } from "../../src/types.js";
import { asOf, openWorkshop, sha256, type Workshop } from "../run/workshop.js";

const HEADER = "SERIES,REF_AREA,TIME_PERIOD,SEX,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,COMMENT_OBS";
const [KAZ, KGZ, TJK, TKM, UZB] = [398, 417, 762, 795, 860];
const POPULATION = { [KAZ]: 20, [KGZ]: 10, [TJK]: 10, [TKM]: 5, [UZB]: 5 };
const FILES: Readonly<Record<string, readonly string[]>> = {
  "KAZ.csv": [
    "IT_USE_II99,KAZ,2017,_T,80,PT,A,a remark",
    "IT_USE_II99,KAZ,2018,F,60,PT,A,",
    "IT_USE_II99,KAZ,2018,M,75,PT,A,",
  ],
  "KGZ.csv": [
    "IT_USE_II99,KGZ,2016,_T,38,PT,A,",
    "IT_USE_II99,KGZ,2017,_T,40,PT,A,",
    "IT_USE_II99,KGZ,2018,F,40,PT,A,",
    "IT_USE_II99,KGZ,2018,M,50,PT,A,",
  ],
  "TJK.csv": [
    "IT_USE_II99,TJK,2017,_T,30,PT,A,",
    "IT_USE_II99,TJK,2018,F,40,PT,A,",
    "IT_USE_II99,TJK,2018,M,50,PT,A,",
  ],
  "TKM.csv": ["IT_USE_II99,TKM,2017,_T,,PT,M,no survey"],
  "UZB.csv": ["IT_USE_II99,UZB,2017,_T,120,PT,A,"],
};

let shop: Workshop;
let lineages: Lineages;

const key = (area: number, period = 2017, dimensions: Dimensions = {}): Key => ({
  ...{ series: "IT_USE_II99", area, period, dimensions },
});
const of = (asked: Key) => lineages.of(asked) as Lineage;
const contentOf = (name: string) => `${[HEADER, ...(FILES[name] ?? [])].join("\n")}\n`;

beforeAll(async () => {
  shop = openWorkshop();
  const values = [2016, 2017, 2018].flatMap((period) =>
    Object.entries(POPULATION).map(([area, value]) => ({
      ...{ series: "POPULATION", area: Number(area), period, dimensions: {}, value },
      ...{ revision: "R1", source: "a census" },
    })),
  );
  shop.environment.store.importReference("population", values, "2026-01-01T00:00:00.000Z");
  shop.environment.referenceChanged();
  for (const name of Object.keys(FILES)) await shop.take(shop.write(name, contentOf(name)));
  lineages = openLineages(shop.environment) as Lineages;
});
afterAll(() => shop.close());

describe("the lineage of a group's figure", () => {
  it("gives what each country adds: (20·80 + 10·40 + 10·30) / 40 = 40 + 10 + 7.5", () => {
    const found = of(key(143));
    expect(found.value).toBeCloseTo(57.5, 12);
    const added = found.parts.filter((part) => part.contribution !== null);
    expect(added.map(({ area, contribution }) => [area, contribution])).toEqual([
      [KAZ, 40],
      [KGZ, 10],
      [TJK, 7.5],
    ]);
    expect(added.reduce((sum, part) => sum + (part.shareOfTotal ?? Number.NaN), 0)).toBeCloseTo(1, 12);
  });

  it("names group, day, membership and coverage: 40 of 50 people, 3 of 5 countries", () => {
    const found = of(key(143));
    expect(found.group).toMatchObject({ code: 143, on: "2017-12-31", members: 5 });
    expect(found.coverage).toMatchObject({
      weightCovered: 0.8,
      weightUsed: 0.8,
      countries: 5,
      countriesReported: 3,
    });
    expect(found).toMatchObject({ status: "A", reason: "sufficient", low: null, high: null });
    expect(found.parts[0]?.member).toEqual({ from: null, to: null });
  });

  it("names the revision and source of each weight", () => {
    expect(of(key(143)).parts[0]?.denominator).toEqual({
      ...{ series: "POPULATION", value: 20, revision: "R1", source: "a census", basis: "own" },
    });
    const [women] = of(key(143, 2018, { SEX: "F" })).parts;
    expect(women?.denominator).toMatchObject({ value: 20, basis: "total" });
  });

  it("says how much of the weight is made of totals, as women have none of their own here", () => {
    const women = of(key(143, 2018, { SEX: "F" }));
    expect(women.coverage?.weightStandIn).toBe(1);
    expect(of(key(143)).coverage?.weightStandIn).toBe(0);
    const said = (found: Lineage) => lineageText(found, "en", String);
    expect(said(women)).toContain("for 100.0 % of the weight the breakdown has none of its own");
    expect(said(of(key(143)))).not.toContain("the breakdown has none of its own");
  });

  it("names the file, line, sender and words of what was reported", () => {
    expect(of(key(143)).parts[0]?.reports).toEqual([
      expect.objectContaining({
        ...{ filename: "KAZ.csv", line: 2, value: 80, status: "A", comment: "a remark", vintage: 1 },
        submission: sha256(contentOf("KAZ.csv")),
      }),
    ]);
  });

  it("says of a country without a figure why: it has none, or an error keeps it out", () => {
    const parts = new Map(of(key(143)).parts.map((part) => [part.area, part]));
    expect(parts.get(TKM)).toMatchObject({ value: null, reports: [{ status: "M", comment: "no survey" }] });
    const uzbekistan = parts.get(UZB);
    expect(uzbekistan).toMatchObject({ value: null, source: "missing", reports: [] });
    expect(uzbekistan?.findings).toMatchObject([
      { rule: "within-range", filename: "UZB.csv", line: 2, value: 120 },
    ]);
  });

  it("gives no value and no contribution where a fifth of the people is covered, and says why", () => {
    const found = of(key(143, 2016));
    expect(found).toMatchObject({ value: null, status: "O", reason: "thin-weight" });
    expect(found.coverage?.weightUsed).toBeCloseTo(0.2, 12);
    expect(found.parts.map((part) => part.contribution)).toEqual([null, null, null, null, null]);
  });

  it("gives the same from reported figures alone", () => {
    expect(of(key(143)).withoutEstimates).toEqual({ value: of(key(143)).value, reason: "sufficient" });
  });

  it("is of what was known at the time asked for", () => {
    const early = lineage(asOf(shop, shop.environment.store.submissions()[0]?.asOf), key(143));
    expect(early).toMatchObject({ value: null, vintage: { id: 1 } });
    expect(early?.parts.filter((part) => part.value !== null).map(({ area }) => area)).toEqual([KAZ]);
  });

  it("is not there for a year or a series nobody has", () => {
    expect(lineages.of(key(143, 1999))).toBeUndefined();
    expect(lineages.of({ ...key(143), series: "NO_SUCH" })).toBeUndefined();
  });
});

describe("the lineage of a country's figure", () => {
  it.each([
    [KAZ, { value: 80, status: "A", reason: "reported" }],
    [TKM, { value: null, status: "M", reason: "missing" }],
    [UZB, { value: null, status: "_", reason: "held-back" }],
  ])("of %i says where it comes from or why there is none", (area, expected) => {
    expect(of(key(area))).toMatchObject(expected);
  });

  it("is not there where nothing was handed in", () => {
    expect(lineages.of(key(404))).toBeUndefined();
  });
});

describe("women and men compared", () => {
  // Women (20·60 + 10·40 + 10·40) / 40 = 50; men (20·75 + 10·50 + 10·50) / 40 = 62.5.
  it("is the ratio of the two aggregates, or their difference", () => {
    expect(lineages.compared(key(143, 2018), "parity")?.value).toBeCloseTo(0.8, 12);
    expect(lineages.compared(key(143, 2018), "gap")?.value).toBeCloseTo(12.5, 12);
    expect(lineages.compared(key(143, 2018), "gap")?.women.value).toBeCloseTo(50, 12);
  });

  it("is not there without figures of both", () => {
    expect(lineages.compared(key(143, 2016), "parity")).toBeUndefined();
  });
});

describe("what is printed", () => {
  it("follows the published schema", () => {
    const accepts = new Ajv2020({ allErrors: true }).compile(lineageSchema());
    const figures = [key(143), key(143, 2016), key(KAZ), key(TKM), key(UZB)].map(of);
    for (const found of [...figures, lineages.compared(key(143, 2018), "parity")]) {
      expect([accepts(JSON.parse(JSON.stringify(found))), accepts.errors]).toEqual([true, null]);
    }
    expect(JSON.parse(readFileSync("data/schema/lineage.schema.json", "utf8"))).toEqual(lineageSchema());
  });

  it.each(["en", "ar", "zh"] as const)("is no wider than 100 columns in %s", (language) => {
    const name = (area: number) => shop.environment.areas.areaName(area, language);
    for (const asked of [key(1), key(143), key(143, 2016), key(UZB)]) {
      const wide = lineageText(of(asked), language, name)
        .split("\n")
        .filter((line) => [...line].length > 100);
      expect(wide).toEqual([]);
    }
  });

  it("tells a reader why there is no value", () => {
    const text = lineageText(of(key(143, 2016)), "en", String);
    expect(text).toContain("no value: the countries with a figure hold less than 50.0 % of the weight");
    expect(lineageText(of(key(UZB)), "en", String)).toContain("an error keeps the figure out");
  });
});
