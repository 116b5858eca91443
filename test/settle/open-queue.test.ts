/** The queue of a store: which findings are in it, and what is looked up for their scores. */
import { existsSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { takeReal } from "../../scripts/compare-published.js";
import { openQueue, type QueueOptions } from "../../src/run/queue.js";
import { settleFinding } from "../../src/settle/settle.js";
import { asOf, csv, openWorkshop, type Workshop } from "../run/workshop.js";

const USE = "IT_USE_II99";
const [IND, NRU, PAK] = [356, 520, 586];
/** Millions, so that both countries have neighbours in their region. */
const POPULATION = { [IND]: 1300, [PAK]: 200, [NRU]: 0.01, 296: 0.13, 583: 0.11, 36: 25 };
const [SOUTHERN_ASIA, MICRONESIA] = [34, 57];

let shop: Workshop;
beforeEach(() => {
  shop = openWorkshop();
  const values = Object.entries(POPULATION).flatMap(([area, millions]) =>
    [2018, 2019, 2020].map((period) => ({
      series: "POPULATION",
      area: Number(area),
      period,
      dimensions: {},
      value: millions * 1e6,
      revision: "1",
      source: "test",
    })),
  );
  shop.environment.store.importReference("1", values, "2026-01-01T00:00:00.000Z");
});
afterEach(() => shop.close());

/** A file of Internet users from 2018 on. */
async function take(name: string, area: string, ...values: readonly number[]) {
  const rows = values.map((value, i) => [USE, area, 2018 + i, "_T", value, "PT"]);
  await shop.take(shop.write(name, csv(...rows)));
}

/** `[area, rule, group, size]` of what has a score and is asked about, the highest first. */
function asked(options: QueueOptions = {}, environment = shop.environment) {
  const queue = openQueue(environment, options);
  return (queue?.scored ?? [])
    .filter((one) => one.asked)
    .map(({ finding: { area, rule }, influence: { group, size } }) => [area, rule, group, size]);
}
const near = (value: number) => expect.closeTo(value, 6);
const about = (area: number, rule: string) =>
  shop.environment.store.findings({ area, rule }).at(-1)?.id ?? Number.NaN;

describe("the queue of a store", () => {
  it("is not there before anything was taken", () => {
    expect(openQueue(shop.environment)).toBeUndefined();
  });

  it("has the same jump of a populous country before that of a small island", async () => {
    await take("NRU.csv", "NRU", 30, 31, 62);
    await take("IND.csv", "IND", 30, 31, 62);
    expect(asked()).toEqual([
      [IND, "sudden-change", SOUTHERN_ASIA, near((31 * 1300) / 1500)],
      [NRU, "sudden-change", MICRONESIA, near((31 * 0.01) / 0.25)],
    ]);
  });

  it("goes by one group when asked to, and what does not move it is not asked about", async () => {
    await take("NRU.csv", "NRU", 30, 31, 62);
    await take("IND.csv", "IND", 30, 31, 62);
    expect(asked({ group: 1 })).toEqual([[IND, "sudden-change", 1, near((31 * 1300) / 1525.25)]]);
    expect(asked({ group: MICRONESIA })).toEqual([[NRU, "sudden-change", MICRONESIA, near(1.24)]]);
  });

  it("compares a figure that is held back with the one accepted before", async () => {
    await take("IND.csv", "IND", 30, 31, 40);
    await take("IND-2.csv", "IND", 30, 31, 140);
    const held = openQueue(shop.environment)?.scored.find((one) => one.finding.rule === "within-range");
    expect(held?.expected).toEqual({ value: 40, from: "earlier figure" });
    expect(held?.influence.shift).toBeCloseTo((100 * 1300) / 1500, 6);
  });

  it("compares a revision that is accepted with the figure before it, and not with itself", async () => {
    await take("PAK.csv", "PAK", 30, 31, 40);
    const rows = [[USE, "PAK", 2020, "_T", 39, "PT", "M"]];
    const header = "SERIES,REF_AREA,TIME_PERIOD,SEX,OBS_VALUE,UNIT_MEASURE,OBS_STATUS";
    await shop.take(shop.write("PAK-2.csv", `${header}\n${rows.map((row) => row.join(",")).join("\n")}\n`));
    const doubted = openQueue(shop.environment)?.scored.find(
      (one) => one.finding.rule === "status-fits-value",
    );
    expect(doubted?.expected).toEqual({ value: 40, from: "earlier figure" });
  });

  it("waits while an explanation is looked at, and asks again once it is refused", async () => {
    await take("IND.csv", "IND", 30, 31, 62);
    const { store } = shop.environment;
    const id = about(IND, "sudden-change");
    const saying = { text: "A new survey.", public: false, by: "NSO" };
    settleFinding(store, id, { ...saying, kind: "explained" }, "2026-03-01T00:00:00.000Z");
    expect(asked()).toEqual([]);
    settleFinding(store, id, { ...saying, kind: "refused" }, "2026-03-02T00:00:00.000Z");
    expect(openQueue(shop.environment)?.scored.map(({ finding }) => finding.state)).toEqual(["refused"]);
    expect(asked({}, asOf(shop, "2026-03-01T12:00:00.000Z"))).toEqual([]);
  });

  it("lets go of what a newer file corrected, and has it as of then", async () => {
    await take("IND.csv", "IND", 30, 31, 162);
    const then = shop.environment.store.vintage()?.asOf;
    await take("IND-2.csv", "IND", 30, 31, 32);
    expect(asked()).toEqual([]);
    expect(asked({}, asOf(shop, then)).map(([, rule]) => rule)).toContain("within-range");
  });
});

const DATA = "../shared/data";

describe.skipIf(!existsSync(DATA))("the real submissions (needs ../shared/data)", () => {
  let real: Workshop;
  beforeAll(async () => {
    real = openWorkshop();
    await takeReal(real.environment, DATA);
    for (const area of ["IND", "NRU", "CHN", "TUV"]) {
      const rows = [30, 31, 61].map((value, i) => [USE, area, 2018 + i, "_T", value, "PT"]);
      await real.take(real.write(`${area}-2.csv`, csv(...rows)));
    }
  }, 120_000);
  afterAll(() => real.close());

  it("have a jump of 30 points in populous countries above the same in small islands", () => {
    const areas = openQueue(real.environment)
      ?.scored.filter(({ finding: { rule, key } }) => rule === "sudden-change" && key?.period === 2020)
      .map(({ finding }) => finding.area);
    expect(areas).toEqual([156, 356, 520, 798]);
  });
});
