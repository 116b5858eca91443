import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aggregate } from "../../src/aggregate/aggregate.js";
import { composedIn, readComposition } from "../../src/aggregate/membership.js";
import { lineageText } from "../../src/cli/lineage-text.js";
import type { Environment } from "../../src/run/environment.js";
import { openLineages } from "../../src/run/lineage.js";
import { compute, memberLists, tablesOf } from "../../src/run/publish.js";
import type { Composition } from "../../src/types.js";
import { openWorkshop, type Workshop } from "../run/workshop.js";
import { group, input, reported } from "./sample.js";

describe("a composition", () => {
  it("is by year, or of one year for all", () => {
    expect([composedIn(2010), composedIn(2010, "by-year"), composedIn(2010, 2020)]).toEqual([
      2010, 2010, 2020,
    ]);
  });

  it.each([
    ["by-year", "by-year"],
    ["2020", 2020],
    ["2020-12-31", 2020],
    ["2020-12-30", 2019],
    ["2020-02-29", 2019],
  ])("is read from %s as %s: members are listed as of 31 December", (text, expected) => {
    expect(readComposition(text)).toBe(expected);
  });

  it.each(["", "20", "2021-02-29", "2020-13-01", "31.12.2020", "yearly"])("is not read from %j", (text) => {
    expect(readComposition(text)).toBeUndefined();
  });
});

/** The LDCs with Equatorial Guinea, which graduated in June 2017, and three others; 2016 and 2018 alike. */
const [GNQ, AFG, BDI, BEN] = [226, 4, 108, 204];
const PEOPLE = { [GNQ]: 10, [AFG]: 10, [BDI]: 10, [BEN]: 10 };
const VALUES = { GNQ: [80, 90], AFG: [10, 20], BDI: [20, 30], BEN: [30, 40] };

describe("the LDCs when Equatorial Guinea graduates", () => {
  let shop: Workshop;
  const composed = (composition?: Composition): Environment => ({ ...shop.environment, composition });

  /** Values by year of the group as composed; every other LDC is left without people. */
  const values = (composition?: Composition) =>
    (compute(composed(composition))?.aggregates ?? [])
      .filter(({ series, area }) => series === "IT_USE_II99" && area === 199)
      .filter(({ period }) => period !== 2017)
      .map(({ period, value, countries }) => [period, value, countries]);

  beforeAll(async () => {
    shop = openWorkshop();
    const people = [2016, 2017, 2018].flatMap((period) =>
      Object.entries(PEOPLE).map(([area, value]) => ({
        ...{ series: "POPULATION", area: Number(area), period, dimensions: {}, value },
        ...{ revision: "R1", source: "a census" },
      })),
    );
    shop.environment.store.importReference("people", people, "2026-01-01T00:00:00Z");
    shop.environment.referenceChanged();
    for (const [country, [early, late]] of Object.entries(VALUES)) {
      const lines = [`IT_USE_II99,${country},2016,${early},PT`, `IT_USE_II99,${country},2018,${late},PT`];
      const content = ["SERIES,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE", ...lines].join("\n");
      await shop.take(shop.write(`${country}.csv`, `${content}\n`));
    }
  });
  afterAll(() => shop.close());

  it("have it in 2016 and not in 2018, composed by year: (80+10+20+30)/4 = 35, (20+30+40)/3 = 30", () => {
    expect(values()).toEqual([
      [2016, 35, 4],
      [2018, 30, 3],
    ]);
    expect(values("by-year")).toEqual(values());
  });

  it("never have it, composed as of 2018: (10+20+30)/3 = 20, (20+30+40)/3 = 30", () => {
    expect(values(2018)).toEqual([
      [2016, 20, 3],
      [2018, 30, 3],
    ]);
  });

  it("always have it, composed as of 2016: (80+10+20+30)/4 = 35, (90+20+30+40)/4 = 45", () => {
    expect(values(2016)).toEqual([
      [2016, 35, 4],
      [2018, 45, 4],
    ]);
  });

  it("are explained as they were composed", () => {
    const key = { series: "IT_USE_II99", area: 199, period: 2018, dimensions: {} };
    const explained = (composition: Composition) => openLineages(composed(composition))?.of(key);
    expect(explained("by-year")).toMatchObject({ value: 30, group: { on: "2018-12-31", byYear: true } });
    const early = explained(2016);
    expect(early).toMatchObject({ value: 45, group: { on: "2016-12-31", byYear: false } });
    expect(early && lineageText(early, "en", String)).toMatch(/on 2016-12-31, the same in all\s+years/);
    const guinea = early?.parts.find(({ area }) => area === GNQ);
    expect(guinea).toMatchObject({ value: 90, member: { from: 1982, to: 2016 } });
    expect(early?.leftOut.map(({ area }) => area)).toContain(548);
  });

  it("say in the notes of tables in every language as of when they are composed", () => {
    const notes = (composition: Composition, language: "en" | "ar" | "zh") => {
      const environment = composed(composition);
      const made = compute(environment);
      return made && tablesOf(environment, made, ["facts-and-figures"], language)[0]?.notes.join("\n");
    };
    expect(notes("by-year", "en")).toContain("in the group on 31 December of that year");
    expect(notes(2016, "en")).toContain("in the group on 31 December 2016.");
    expect(notes(2016, "zh")).toContain("2016年12月31日");
    expect(notes(2016, "ar")).toContain("31 كانون الأول/ديسمبر 2016");
  });

  it("are composed alike wherever groups are resolved", () => {
    const [ldc] = memberLists(composed(2018), [{ code: 199 }]);
    expect([ldc?.members(2016).includes(GNQ), ldc?.members(2018).includes(GNQ)]).toEqual([false, false]);
  });
});

describe("the world", () => {
  it("is made of its countries, not of the mean of its regions", () => {
    // Regions: area 1 alone has 10; areas 2 and 4, of weights 200 and 400, have 40 and 70: 36 000 / 600 = 60.
    // The mean of the regions is 35; the world is (100·10 + 200·40 + 400·70) / 700 = 37 000 / 700.
    const [world, small, large] = [1, 901, 902];
    const rows = aggregate(
      input({
        observations: [reported(1, 10), reported(2, 40), reported(4, 70)],
        groups: [group(world, [1, 2, 4]), group(small, [1]), group(large, [2, 4])],
      }),
    );
    const value = (code: number) => rows.find(({ area }) => area === code)?.value;
    expect([value(small), value(large)]).toEqual([10, 60]);
    expect(value(world)).toBeCloseTo(370 / 7, 12);
    expect(value(world)).not.toBeCloseTo(35, 0);
  });

  it("is the mean of its regions by their weights, whatever the regions are", () => {
    const observations = [reported(1, 10), reported(2, 40), reported(3, 55), reported(4, 70)];
    const split = (a: readonly number[], b: readonly number[]) =>
      aggregate(input({ observations, groups: [group(1, [1, 2, 3, 4]), group(901, a), group(902, b)] }));
    const ofWorld = (rows: ReturnType<typeof split>) => rows.find(({ area }) => area === 1)?.value;
    // (100·10 + 200·40 + 300·55 + 400·70) / 1000 = 53 500 / 1000, however the four are split.
    expect(ofWorld(split([1], [2, 3, 4]))).toBe(53.5);
    expect(ofWorld(split([1, 4], [2, 3]))).toBe(53.5);
  });
});
