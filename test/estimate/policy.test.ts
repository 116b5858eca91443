/** That estimates for aggregates only stand beside no country's name: in tables, in files, in explanations. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tables as definitions } from "../../pipelines/tables/index.js";
import { standsBesideCountry } from "../../src/estimate/policy.js";
import { openLineages } from "../../src/run/lineage.js";
import { addReference } from "../../src/run/pipeline.js";
import { type Computed, compute, tablesOf } from "../../src/run/publish.js";
import type { Dimensions, Estimate, Table } from "../../src/types.js";
import { indicator, mean } from "../aggregate/sample.js";
import { csv, openWorkshop, type Workshop } from "../run/workshop.js";

const KENYA = 404;
const RURAL = { URBANISATION: "R" } as const;

/** Urban and rural people of Kenya, so that coverage is split; and of a neighbour, without whom no group has a value. */
const PEOPLE = `SERIES,REF_AREA,TIME_PERIOD,URBANISATION,OBS_VALUE,REVISION,SOURCE
POPULATION,KEN,2016,,100,1,test
POPULATION,KEN,2016,U,30,1,test
POPULATION,KEN,2016,R,70,1,test
POPULATION,TZA,2016,,900,1,test
POPULATION,TZA,2016,U,300,1,test
POPULATION,TZA,2016,R,600,1,test
`;

describe("the policy of an indicator", () => {
  it("lets estimates stand beside a country's name where it is published, but for breakdowns it leaves out", () => {
    const of = (other: object, dimensions: Dimensions = {}) =>
      standsBesideCountry(indicator([mean], other), dimensions);
    expect(of({ estimation: "published" }, { SEX: "F" })).toBe(true);
    expect(of({ estimation: "aggregates-only" })).toBe(false);
    expect(of({ estimation: "none" })).toBe(false);
    expect(of({ estimation: "published", aggregatesOnlyBy: ["URBANISATION"] })).toBe(true);
    expect(of({ estimation: "published", aggregatesOnlyBy: ["URBANISATION"] }, RURAL)).toBe(false);
  });
});

describe("estimates of one country", () => {
  let shop: Workshop;
  let computed: Computed;
  let tables: readonly Table[];
  beforeAll(async () => {
    shop = openWorkshop();
    const denominator = { series: "POPULATION", revision: "1", source: "test" };
    addReference(shop.environment, shop.write("people.csv", PEOPLE), denominator);
    // Internet use may be filled in beside the country's name, phone ownership in aggregates only, coverage by area too.
    const gap = (series: string, values: readonly [number, number], unit = "PT") =>
      [2015, 2017].map((year, i) => [series, "KEN", year, "_T", values[i] as number, unit] as const);
    const rows = [
      ...gap("IT_USE_II99", [21.37, 34.91]),
      ...gap("IT_MOB_OWN", [61.83, 72.59]),
      ...gap("IT_MOB_2GNTWK", [88.17, 91.23]),
      ...gap("IT_NET_BBND", [1.23, 2.34], "PER_100_POP"),
      ["IT_MOB_2GNTWK", "KEN", 2016, "_T", 89.71, "PT"],
    ] as const;
    await shop.take(shop.write("KEN.csv", csv(...rows)));
    computed = compute(shop.environment) as Computed;
    tables = tablesOf(
      shop.environment,
      computed,
      definitions.map(({ id }) => id),
      "en",
    );
  });
  afterAll(() => shop.close());

  const estimate = (series: string, dimensions: Dimensions = {}): Estimate => {
    const found = computed.estimates.find(
      (one) => one.series === series && JSON.stringify(one.dimensions) === JSON.stringify(dimensions),
    );
    if (!found) throw new Error(`no estimate of ${series}`);
    return found;
  };
  /** Tables in which a row holds the number. */
  const holding = ({ value }: Estimate) =>
    tables.filter(({ rows }) => rows.some((row) => row.includes(value))).map(({ id }) => id);
  const explained = ({ series, dimensions }: Estimate) =>
    openLineages(shop.environment)?.of({ series, area: KENYA, period: 2016, dimensions });

  it("stand in country tables and are explained where the policy is to publish them", () => {
    const published = estimate("IT_USE_II99");
    expect(holding(published)).toContain("sdg-country");
    expect(explained(published)).toMatchObject({ value: published.value, reason: "estimated" });
  });

  it("are in no table and not explained beside the name where they are for aggregates only", () => {
    const hidden = estimate("IT_MOB_OWN");
    expect(holding(hidden)).toEqual([]);
    expect(explained(hidden)).toBeUndefined();
  });

  it("are not made where the policy is none", () => {
    expect(computed.observations.map(({ series }) => series)).toContain("IT_NET_BBND");
    expect(computed.estimates.map(({ series }) => series)).not.toContain("IT_NET_BBND");
  });

  it("are in no table and not explained where the breakdown is for aggregates only", () => {
    // 89.71 of 100 covered, 30 in towns: 59.71 of 70.
    const hidden = estimate("IT_MOB_2GNTWK", RURAL);
    expect(hidden.value).toBeCloseTo((100 * 59.71) / 70, 9);
    expect(holding(hidden)).toEqual([]);
    expect(explained(hidden)).toBeUndefined();
  });
});
