import { describe, expect, it } from "vitest";
import { codeLists, codes, findIndicator, indicators, seriesByCode } from "../../indicators/index.js";
import type { Indicator, Series } from "../../src/define.js";
import { DIMENSIONS, MISSING_STATUSES } from "../../src/types.js";

const all = indicators.flatMap((indicator) => indicator.series.map((series) => ({ indicator, series })));

function seriesOf(code: string): Series {
  const found = seriesByCode.get(code);
  if (!found) throw new Error(`no series ${code}`);
  return found.series;
}

function indicator(id: string): Indicator {
  const found = findIndicator(id);
  if (!found) throw new Error(`no indicator ${id}`);
  return found;
}

describe("series", () => {
  it("have a code of their own, in upper case", () => {
    const written = all.map(({ series }) => series.code);
    expect(new Set(written).size).toBe(written.length);
    for (const code of written) expect(code).toBe(code.toUpperCase());
  });

  it.each(all)("$series.code takes its unit and breakdowns from the code lists", ({ series }) => {
    expect(codes("UNIT_MEASURE")).toContain(series.unit);
    for (const dimension of DIMENSIONS) {
      for (const code of series.dimensions[dimension] ?? []) expect(codes(dimension)).toContain(code);
      expect(series.dimensions[dimension] ?? []).not.toContain("_T");
    }
  });

  it("have the unit their range tells of: a percentage ends at 100, an index at 1", () => {
    for (const { series } of all.filter(({ series }) => series.unit === "PT"))
      expect(series.maximum).toBe(100);
    expect(seriesOf("ICT_EG1").maximum).toBe(1);
  });

  it("count things in whole numbers only", () => {
    for (const { series } of all) expect(series.integer, series.code).toBe(series.unit === "NUMBER");
  });

  it("of a nested or partitioned indicator are the indicator's own", () => {
    for (const { series, nested = [], partition } of indicators) {
      const own = series.map(({ code }) => code);
      for (const code of [...nested, ...(partition?.series ?? [])]) expect(own).toContain(code);
    }
  });

  it("made of a count name a count that the same indicator sums", () => {
    for (const { indicator, series } of all) {
      if (series.aggregation.method !== "ratio") continue;
      const { count } = series.aggregation;
      expect(indicator.series.find(({ code }) => code === count)?.aggregation.method).toBe("sum");
    }
  });
});

describe("what the methodology asks of single indicators", () => {
  it("orders the mobile networks of 9.c.1 from the oldest to the newest", () => {
    expect(indicator("9.c.1").nested).toEqual(
      ["2G", "3G", "4G", "5G"].map((generation) => `IT_MOB_${generation}NTWK`),
    );
  });

  it("makes the rate of 17.6.1 from subscriptions and population, and nothing by speed", () => {
    expect(seriesOf("IT_NET_BBND").aggregation).toEqual({
      method: "ratio",
      count: "IT_NET_BBNDN",
      denominator: "POPULATION",
      factor: 100,
    });
    for (const { noAggregateBy } of indicator("17.6.1").series)
      expect(noAggregateBy).toEqual(["COMPOSITE_BREAKDOWN"]);
    expect(indicator("17.6.1").partition?.codes).toEqual(["IS_256KT2M", "IS_2MT10M", "IS_GE10M"]);
  });

  it("turns Mbit/s into bit/s and tonnes into kilograms per inhabitant", () => {
    // 1,800,000 Mbit/s over 9,000,000 people is 0.2 Mbit/s each; 207,000 t over them is 0.023 t each.
    expect(perInhabitant("ICT_A5", 1_800_000, 9_000_000)).toBeCloseTo(200_000);
    expect(perInhabitant("ICT_EW2", 207_000, 9_000_000)).toBeCloseTo(23);
  });

  it("averages learners per computer harmonically, which is learners over computers", () => {
    expect(seriesOf("ICT_ED4").aggregation).toEqual({ method: "harmonic-mean", weight: "LEARNERS" });
  });

  it("fills and publishes gaps of 9.c.1 and 17.8.1 only", () => {
    const published = indicators.filter(({ estimation }) => estimation === "published");
    expect(published.map(({ id }) => id).sort()).toEqual(["17.8.1", "9.c.1"]);
    for (const id of ["4.4.1", "17.6.1"]) expect(indicator(id).estimation).toBe("none");
    for (const id of ["4.a.1b", "4.a.1c", "5.b.1"]) expect(indicator(id).estimation).toBe("aggregates-only");
  });

  it("names estimation methods exactly where gaps are filled", () => {
    for (const { id, methods, estimation } of indicators) {
      expect(methods.length > 0, id).toBe(estimation !== "none");
    }
  });

  it("makes no aggregate of 4.4.1 and says why", () => {
    const { aggregation } = seriesOf("SE_ADT_ACTS");
    expect(aggregation.method === "none" && aggregation.reason).toMatch(/\w+ \w+/);
  });

  it("asks for the age scope of surveys of people only", () => {
    const surveys = indicators.filter(({ survey }) => survey).map(({ id }) => id);
    expect(surveys).toEqual(["4.4.1", "5.b.1", "17.8.1", "HH9H", "HH9G", "HH9E", "HH10", "HH20"]);
  });
});

function perInhabitant(code: string, count: number, population: number): number {
  const { aggregation } = seriesOf(code);
  if (aggregation.method !== "ratio") throw new Error(`${code} is not a ratio`);
  return (aggregation.factor * count) / population;
}

describe("code lists", () => {
  it("have the total of every dimension, and each code once", () => {
    for (const list of codeLists)
      expect(new Set(list.codes.map(({ code }) => code)).size).toBe(list.codes.length);
    for (const dimension of DIMENSIONS) expect(codes(dimension)).toContain("_T");
  });

  it("have the 20 observation statuses, those of a missing value among them", () => {
    expect(codes("OBS_STATUS").size).toBe(20);
    for (const code of MISSING_STATUSES) expect(codes("OBS_STATUS")).toContain(code);
  });

  it("hold no code that nothing allows", () => {
    for (const dimension of DIMENSIONS) {
      const allowed = all.flatMap(({ series }) => series.dimensions[dimension] ?? []);
      expect(new Set(["_T", ...allowed])).toEqual(codes(dimension));
    }
    expect(new Set(all.map(({ series }) => series.unit))).toEqual(codes("UNIT_MEASURE"));
  });

  it.each(codeLists)("$id is named in six languages, each in its script", ({ id, codes: entries }) => {
    for (const { code, name } of entries) {
      for (const text of Object.values(name)) expect(text.trim(), `${id} ${code}`).not.toBe("");
      expect(name.ar, code).toMatch(/\p{Script=Arabic}/u);
      expect(name.ru, code).toMatch(/\p{Script=Cyrillic}/u);
      expect(name.zh, code).toMatch(/\p{Script=Han}/u);
    }
  });
});
