import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DETAILS_PER_RULE } from "../../src/run/listing.js";
import type { TakeReport } from "../../src/run/take.js";
import type { Finding } from "../../src/types.js";
import { csv, HEADER, openWorkshop, sha256, tableCounts, type Workshop } from "./workshop.js";

let shop: Workshop;
beforeEach(() => {
  shop = openWorkshop();
});
afterEach(() => shop.close());

const FIRST = ["IT_MOB_2GNTWK", "KEN", 2010, "_T", 80, "PT"] as const;
const LAST = ["IT_MOB_2GNTWK", "KEN", 2012, "_T", 84, "PT"] as const;
const GOOD = csv(FIRST, LAST);

function refusal(report: TakeReport): Finding {
  if (report.outcome !== "refused") throw new Error(`expected a refusal, not ${report.outcome}`);
  return report.finding;
}

function archived(content: string | Uint8Array): boolean {
  const id = sha256(content);
  const kept = join(shop.archive, id.slice(0, 2), `${id}.csv`);
  return existsSync(kept) && sha256(readFileSync(kept)) === id;
}

/** Rows of one country and series, a year after the other from 2000 to 2024, again and again. */
function manyRows(count: number): string {
  const row = (i: number) => `IT_MOB_2GNTWK,KEN,${2000 + (i % 25)},_T,90,PT\n`;
  return `${HEADER}\n${Array.from({ length: count }, (_, i) => row(i)).join("")}`;
}

describe("a file that cannot be read", () => {
  const zip = Buffer.from("504b0304140000000800000021000000000000000000", "hex");
  // 20,000 rows are more than 500 kB: the bad byte lies behind what is looked at to tell the encoding.
  const mixed = Buffer.concat([
    Buffer.from(manyRows(10_000)),
    Buffer.from("IT_MOB_2GNTWK,KEN,2010,_T,90,PT\u00e9\n", "latin1"),
    Buffer.from(manyRows(10_000).slice(HEADER.length + 1)),
  ]);
  const cases: [string, string | Uint8Array, string, number, object][] = [
    ["is empty", "", "file-empty", 0, {}],
    ["holds blank lines only", "\n \n\n", "file-empty", 0, {}],
    ["is a workbook cut short", zip, "file-archive-damaged", 0, {}],
    ["changes its encoding on the way", mixed, "file-encoding", 10_002, { encoding: "UTF-8" }],
    ["ends inside a quote", `${GOOD}IT_MOB_2GNTWK,KEN,2013,_T,"86,PT\n`, "file-quote-not-closed", 4, {}],
    [
      "ends inside a quote far down",
      `${manyRows(30_000)}IT_MOB_2GNTWK,KEN,2013,_T,"86,PT\n`,
      "file-quote-not-closed",
      30_002,
      {},
    ],
    [
      "lacks a column",
      "SERIES,REF_AREA,OBS_VALUE\nIT_MOB_2GNTWK,KEN,80\n",
      "file-missing-column",
      1,
      { column: "TIME_PERIOD" },
    ],
    ["has a column twice", `${HEADER},Year\n`, "file-duplicate-column", 1, { column: "TIME_PERIOD" }],
    ["has no header", "a,b,c\n1,2,3\n", "file-no-header", 1, {}],
  ];

  it.each(cases)(
    "because it %s is refused and leaves its bytes only",
    async (_, content, rule, line, params) => {
      await shop.take(shop.write("KEN.csv", GOOD));
      const before = tableCounts(shop.store);
      const finding = refusal(await shop.take(shop.write("bad.csv", content)));
      expect(finding).toMatchObject({ rule, line, level: 0, severity: "error", params });
      expect(tableCounts(shop.store)).toEqual(before);
      expect(archived(content)).toBe(true);
    },
  );

  it("does not keep the next one out", async () => {
    refusal(await shop.take(shop.write("bad.csv", `${manyRows(30_000)}IT_MOB_2GNTWK,"`)));
    expect(await shop.take(shop.write("KEN.csv", GOOD))).toMatchObject({ outcome: "taken", lines: 2 });
  });
});

describe("a row that is wrong", () => {
  const cases: [string, string, string, string, object][] = [
    [
      "an unknown series",
      "IT_MOB_9GNTWK,KEN,2011,_T,82,PT",
      "unknown-series",
      "SERIES",
      { value: "IT_MOB_9GNTWK" },
    ],
    ["no series", ",KEN,2011,_T,82,PT", "missing-cell", "SERIES", { column: "SERIES" }],
    [
      "another country",
      "IT_MOB_2GNTWK,UGA,2011,_T,82,PT",
      "foreign-area",
      "REF_AREA",
      { value: "UGA", area: 800, expected: 404 },
    ],
    ["an unknown country", "IT_MOB_2GNTWK,XQZ,2011,_T,82,PT", "unknown-area", "REF_AREA", { value: "XQZ" }],
    ["no country", "IT_MOB_2GNTWK,,2011,_T,82,PT", "missing-cell", "REF_AREA", { column: "REF_AREA" }],
    ["a year of two digits", "IT_MOB_2GNTWK,KEN,11,_T,82,PT", "bad-period", "TIME_PERIOD", { value: "11" }],
    ["an unknown code", "IT_MOB_2GNTWK,KEN,2011,X,82,PT", "unknown-code", "SEX", { value: "X" }],
    [
      "words for a number",
      "IT_MOB_2GNTWK,KEN,2011,_T,about 82,PT",
      "not-a-number",
      "OBS_VALUE",
      { value: "about 82" },
    ],
    [
      "a number of two readings",
      'IT_MOB_2GNTWK,KEN,2011,_T,"1,234",PT',
      "ambiguous-number",
      "OBS_VALUE",
      { value: "1,234", decimal: 1.234, grouped: 1234 },
    ],
    [
      "another unit",
      "IT_MOB_2GNTWK,KEN,2011,_T,82,KG",
      "wrong-unit",
      "UNIT_MEASURE",
      { value: "KG", expected: "PT" },
    ],
    [
      "too many cells",
      "IT_MOB_2GNTWK,KEN,2011,_T,82,PT,1",
      "too-many-cells",
      "UNIT_MEASURE",
      { found: 7, expected: 6 },
    ],
  ];

  it.each(cases)(
    "with %s is a finding at its place, and the rest is taken",
    async (_, row, rule, column, params) => {
      const path = shop.write("KEN.csv", `${HEADER}\n${FIRST}\n${row}\n${LAST}\n`);
      expect(await shop.take(path)).toMatchObject({ outcome: "taken", lines: 3 });
      const errors = shop.environment.store.findings({ severity: "error" });
      expect(errors).toHaveLength(1);
      expect(errors[0]).toMatchObject({ rule, line: 3, column, params, filename: "KEN.csv" });
      const [kept] = [shop.environment.store.observations(1)];
      expect(kept?.map(({ period, value, line }) => [period, value, line])).toEqual([
        [2010, 80, 2],
        [2012, 84, 4],
      ]);
    },
  );

  const held: [string, string, string, string, object][] = [
    [
      "over 100 per cent",
      "IT_MOB_2GNTWK,KEN,2011,_T,182,PT",
      "within-range",
      "OBS_VALUE",
      { value: 182, maximum: 100 },
    ],
    [
      "below nothing",
      "IT_MOB_2GNTWK,KEN,2011,_T,-3,PT",
      "within-range",
      "OBS_VALUE",
      { value: -3, minimum: 0 },
    ],
    [
      "of a year to come",
      "IT_MOB_2GNTWK,KEN,2045,_T,82,PT",
      "future-period",
      "TIME_PERIOD",
      { value: "2045", latest: "2026" },
    ],
  ];

  it.each(held)("with a figure %s is stored and held back", async (_, row, rule, column, params) => {
    await shop.take(shop.write("KEN.csv", `${HEADER}\n${FIRST}\n${row}\n${LAST}\n`));
    const errors = shop.environment.store.findings({ rule });
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ severity: "error", line: 3, column, params });
    expect(shop.environment.store.submissions()[0]).toMatchObject({ lines: 3, observations: 3, held: 1 });
    expect(shop.environment.store.observations(1).map(({ line }) => line)).toEqual([2, 4]);
  });

  it("with the key of another names the other, and neither counts", async () => {
    await shop.take(shop.write("KEN.csv", csv(FIRST, LAST, ["IT_MOB_2GNTWK", "KEN", 2010, "_T", 81, "PT"])));
    const errors = shop.environment.store.findings({ rule: "duplicate-key" });
    expect(errors.map(({ line, column, params }) => [line, column, params.other, params.value])).toEqual([
      [2, "OBS_VALUE", 4, 80],
      [4, "OBS_VALUE", 2, 81],
    ]);
    expect(shop.environment.store.observations(1).map(({ line }) => line)).toEqual([3]);
  });

  it("stands among more rows of its country than are kept in memory, and is judged once with them all", async () => {
    const report = await shop.take(shop.write("KEN.csv", manyRows(110_000)));
    // 25 years, each of them 4,400 times.
    const duplicates = { rule: "duplicate-key", pass: 0, fail: 25, notEvaluable: 0 };
    expect(report).toMatchObject({ outcome: "taken", counts: expect.arrayContaining([duplicates]) });
    expect(shop.environment.store.findings({ rule: "duplicate-key" })).toHaveLength(DETAILS_PER_RULE);
    expect(shop.environment.store.submissions()[0]).toMatchObject({ observations: 110_000, held: 110_000 });
  });

  it("is placed in the words of the file's own header", async () => {
    const header = "Indicateur;Pays;Année;Valeur;Unité";
    await shop.take(
      shop.write("SEN.csv", `${header}\nIT_MOB_2GNTWK;SEN;2011;182,5;PT\nIT_MOB_2GNTWK;SEN;2o12;82,5;PT\n`),
    );
    const errors = shop.environment.store.findings({ severity: "error" });
    expect(errors.map(({ rule, line, column }) => [rule, line, column])).toEqual([
      ["within-range", 2, "Valeur"],
      ["bad-period", 3, "Année"],
    ]);
  });
});

describe("the same bytes", () => {
  it("are taken once, whatever the file is called", async () => {
    const first = await shop.take(shop.write("KEN.csv", GOOD));
    const before = tableCounts(shop.store);
    const again = await shop.take(join(shop.folder, "KEN.csv"));
    const renamed = await shop.take(shop.write("KEN-2026-final.csv", GOOD));
    expect([first.outcome, again.outcome, renamed.outcome]).toEqual([
      "taken",
      "already-taken",
      "already-taken",
    ]);
    expect(renamed.submission.id).toBe(sha256(GOOD));
    expect(tableCounts(shop.store)).toEqual(before);
    expect(before.submission).toBe(1);
  });
});

describe("the country of a file", () => {
  const both = csv(FIRST, ["IT_MOB_2GNTWK", "UGA", 2010, "_T", 70, "PT"]);

  it("is its name's, so that rows of others are refused", async () => {
    const report = await shop.take(shop.write("UGA.csv", both));
    expect(report).toMatchObject({ outcome: "taken", submission: { area: 800 } });
    const foreign = shop.environment.store.findings({ rule: "foreign-area" });
    expect(foreign.map(({ line, params }) => [line, params.value])).toEqual([[2, "KEN"]]);
  });

  it("is the first row's where the name says none", async () => {
    const report = await shop.take(shop.write("2026.csv", both));
    expect(report).toMatchObject({ outcome: "taken", submission: { area: 404 } });
    expect(shop.environment.store.findings({ rule: "foreign-area" }).map(({ line }) => line)).toEqual([3]);
  });

  it("is none for an agency, whose rows of all countries are taken", async () => {
    const report = await shop.take(shop.write("UGA.csv", both), { anyArea: true });
    expect(report).toMatchObject({ outcome: "taken", submission: { area: null } });
    expect(shop.environment.store.findings({ severity: "error" })).toEqual([]);
    expect(shop.environment.store.observations(1).map(({ area }) => area)).toEqual([404, 800]);
  });
});

describe("an error on the way", () => {
  const failing = () => {
    throw new Error("the reference list is gone");
  };
  // A rate beside its count makes rate-against-count look up the population.
  const rated = csv(
    ["IT_MOB_2GNTWK", "KEN", 2010, "_T", 80, "PT"],
    ["IT_NET_BBND", "KEN", 2010, "_T", 2, "PER_100_POP"],
    ["IT_NET_BBNDN", "KEN", 2010, "_T", 900000, "NUMBER"],
  );

  it("leaves nothing in the store, and the file can be taken later", async () => {
    await shop.take(shop.write("KEN-1.csv", GOOD));
    const before = tableCounts(shop.store);
    const path = shop.write("KEN-2.csv", rated);
    await expect(shop.take(path, {}, { reference: failing })).rejects.toThrow("the reference list is gone");
    expect(tableCounts(shop.store)).toEqual(before);
    expect(await shop.take(path)).toMatchObject({ outcome: "taken", lines: 3 });
    expect(tableCounts(shop.store)).toMatchObject({ submission: 2, observation: 2 + 3 });
  });
});
