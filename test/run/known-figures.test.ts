/** What rules look up in the store while a file is taken. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dimensionsOf } from "../../src/keys.js";
import { knownFigures } from "../../src/run/known-figures.js";
import { openSqlite } from "../../src/store/sqlite.js";
import type { Store } from "../../src/store/store.js";
import { csv, openWorkshop, type Workshop } from "./workshop.js";

const USE = "IT_USE_II99";
const TOTAL = dimensionsOf({});
let shop: Workshop;
let reads: number;
let store: Store;

beforeEach(() => {
  shop = openWorkshop();
  reads = 0;
  store = {
    ...shop.environment.store,
    observations: (vintage) => {
      reads++;
      return shop.environment.store.observations(vintage);
    },
  };
});
afterEach(() => shop.close());

/** Takes a file of totals, one row each area, year and value. */
async function take(
  name: string,
  rows: readonly (readonly [string, number, number])[],
  known: Partial<{ known: Store; store: Store }> = {},
) {
  const path = shop.write(
    name,
    csv(...rows.map(([area, year, value]) => [USE, area, year, "_T", value, "PT"])),
  );
  return shop.take(path, { anyArea: true }, { store, ...known });
}
const revisions = () => store.findings({ rule: "unexplained-revision" }).map(({ params }) => params);
const previous = (area: number) => [...knownFigures(store).previous(USE, area, TOTAL)];

describe("known figures", () => {
  it("are none in an empty store, which is not read", async () => {
    expect(previous(756)).toEqual([]);
    await take("a.csv", [["CHE", 2020, 50]]);
    expect(revisions()).toEqual([]);
    expect(reads).toBe(0);
  });

  it("are those of the files before, without reading the store again for each", async () => {
    await take("a.csv", [["CHE", 2020, 50]]);
    await take("b.csv", [
      ["CHE", 2020, 60],
      ["CHE", 2021, 61],
    ]);
    await take("c.csv", [["CHE", 2020, 70]]);
    expect(revisions()).toEqual([
      { value: 60, before: 50, series: USE, period: "2020" },
      { value: 70, before: 60, series: USE, period: "2020" },
    ]);
    expect(reads).toBe(0);
    expect(previous(756)).toEqual([
      [2020, { value: 70, status: "A", ageScope: "" }],
      [2021, { value: 61, status: "A", ageScope: "" }],
    ]);
  });

  it("are read once in a store that holds something", async () => {
    await take("a.csv", [["CHE", 2020, 50]], { store: shop.environment.store });
    for (const value of [60, 70]) await take(`${value}.csv`, [["CHE", 2020, value]]);
    expect(revisions().map(({ before }) => before)).toEqual([50, 60]);
    expect(reads).toBe(1);
  });

  it("leave out figures that are held back", async () => {
    await take("a.csv", [
      ["CHE", 2020, 50],
      ["CHE", 2021, 120],
    ]);
    await take("b.csv", [
      ["KEN", 2020, 50],
      ["KEN", 2020, 51],
    ]);
    expect(previous(756)).toEqual([[2020, { value: 50, status: "A", ageScope: "" }]]);
    expect(previous(404)).toEqual([]);
  });

  it("notice what somebody else has taken in between", async () => {
    await take("a.csv", [["CHE", 2020, 50]]);
    await take("b.csv", [["CHE", 2020, 60]], { store: shop.environment.store });
    await take("c.csv", [["CHE", 2020, 70]]);
    expect(revisions().map(({ before }) => before)).toEqual([50, 60]);
  });

  it("come from the real store when a file is only checked", async () => {
    await take("a.csv", [["CHE", 2020, 50]]);
    const thrownAway = openSqlite("");
    try {
      await take("b.csv", [["CHE", 2020, 60]], { store: thrownAway, known: store });
      expect(
        thrownAway.findings({ rule: "unexplained-revision" }).map(({ params }) => params.before),
      ).toEqual([50]);
    } finally {
      thrownAway.close();
    }
    expect(previous(756)).toEqual([[2020, { value: 50, status: "A", ageScope: "" }]]);
  });

  it("of peers are those of every country with both years", async () => {
    await take("a.csv", [
      ["CHE", 2020, 50],
      ["CHE", 2021, 55],
      ["KEN", 2020, 20],
      ["KEN", 2021, 30],
      ["FRA", 2021, 9],
    ]);
    const { peers } = knownFigures(store);
    expect(
      peers(USE, TOTAL, 2020, 2021)
        .map(({ area, before, after }) => [area, before, after])
        .sort(),
    ).toEqual([
      [404, 20, 30],
      [756, 50, 55],
    ]);
    expect(peers(USE, dimensionsOf({ SEX: "F" }), 2020, 2021)).toEqual([]);
    expect(peers("IT_NET_BBND", TOTAL, 2020, 2021)).toEqual([]);
  });
});
