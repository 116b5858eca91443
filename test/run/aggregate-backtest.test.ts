import { afterEach, describe, expect, it } from "vitest";
import { backtestAggregates } from "../../src/run/aggregate-backtest.js";
import { addReference } from "../../src/run/pipeline.js";
import type { Vintage } from "../../src/types.js";
import { csv, openWorkshop, type Workshop } from "./workshop.js";

const WORLD = 1;
let shop: Workshop;
afterEach(() => shop.close());

/** Figures of Internet use in the years named, as `[country, value by year]`. */
async function taken(
  figures: readonly (readonly [string, Readonly<Record<number, number>>])[],
): Promise<Vintage> {
  shop = openWorkshop();
  const people = figures.flatMap(([area]) =>
    [2016, 2017, 2018].map((year) => `POPULATION,${area},${year},100`),
  );
  const file = shop.write("people.csv", `SERIES,REF_AREA,TIME_PERIOD,OBS_VALUE\n${people.join("\n")}\n`);
  addReference(shop.environment, file, { series: "POPULATION", revision: "1", source: "test" });
  for (const [area, values] of figures) {
    const rows = Object.entries(values).map(
      ([year, value]) => ["IT_USE_II99", area, year, "_T", value, "PT"] as const,
    );
    await shop.take(shop.write(`${area}.csv`, csv(...rows)));
  }
  return shop.environment.store.vintage() as Vintage;
}

const carried = { name: "carried", chain: ["nearest-year"] };

describe("a back-test of aggregates", () => {
  it("estimates in an earlier year the countries that are late in the newest one, and compares", async () => {
    // Uganda has not reported 2018. In 2017 it would not have reported 2017 either: 20 carried for 30.
    const vintage = await taken([
      ["KEN", { 2016: 40, 2017: 50, 2018: 60 }],
      ["UGA", { 2016: 20, 2017: 30 }],
    ]);
    const world = backtestAggregates(shop.environment, vintage, 1, carried).filter(
      ({ group }) => group === WORLD,
    );
    expect(world).toMatchObject([{ series: "IT_USE_II99", period: 2017, truth: 40, value: 35, hidden: 0.5 }]);
  });

  it("leaves out groups in which nobody is late", async () => {
    const vintage = await taken([
      ["KEN", { 2016: 40, 2017: 50, 2018: 60 }],
      ["UGA", { 2016: 20, 2017: 30, 2018: 30 }],
    ]);
    expect(backtestAggregates(shop.environment, vintage, 1, carried)).toEqual([]);
  });
});
