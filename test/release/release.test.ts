import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Environment, environmentAt } from "../../src/run/environment.js";
import { createRelease } from "../../src/run/release/create.js";
import { type Change, currentSide, diff, releaseSide } from "../../src/run/release/diff.js";
import { type Contents, folderOf } from "../../src/run/release/manifest.js";
import { triangle, versions } from "../../src/run/release/triangle.js";
import { rebuildRelease, verifyRelease } from "../../src/run/release/verify.js";
import type { ReferenceValue } from "../../src/types.js";
import { csv, hashes, openWorkshop, type Workshop } from "../run/workshop.js";

/** Central Asia, group 143. */
const PEOPLE: Readonly<Record<string, number>> = { 398: 20, 417: 10, 762: 10, 795: 5, 860: 5 };
const [CENTRAL_ASIA, KAZ, KGZ, TJK] = [143, 398, 417, 762];

/** Higher than the number of any process. */
const NOBODY = 99_999_999;

const CONTENTS: Contents = {
  ...{ tables: ["sdg-country", "facts-and-figures"], formats: ["csv", "xlsx"], languages: ["en", "ar"] },
  ...{ strict: false, composition: "by-year" },
};

let shop: Workshop;
beforeEach(async () => {
  shop = openWorkshop();
  populate("R1", PEOPLE);
  await take("KAZ.csv", ["KAZ", 80]);
  await take("KGZ.csv", ["KGZ", 40]);
  await take("UZB.csv", ["UZB", 20]);
});
afterEach(() => shop.close());

function populate(revision: string, people: Readonly<Record<string, number>>): void {
  const values = Object.entries(people).map(
    ([area, value]): ReferenceValue => ({
      ...{ series: "POPULATION", area: Number(area), period: 2017, dimensions: {} },
      ...{ value, revision, source: "made up for this test" },
    }),
  );
  shop.environment.store.importReference(revision, values, shop.environment.now().toISOString());
  shop.environment.referenceChanged();
}

async function take(name: string, ...figures: (readonly [area: string, value: number])[]): Promise<void> {
  const rows = figures.map(([area, value]) => ["IT_USE_II99", area, 2017, "_T", value, "PT"]);
  await shop.take(shop.write(name, csv(...rows)));
}

const create = (name: string, environment: Environment = shop.environment) =>
  createRelease(environment, name, "agency", CONTENTS);
const path = (name: string, ...parts: string[]) => join(folderOf(shop.environment, name), ...parts);
const entries = () => readdirSync(shop.environment.releases).sort();

/** The same environment with its own copy of the lists, to be changed. */
function withLists(change: (folder: string) => void): Environment {
  const folder = join(shop.folder, "lists");
  cpSync("data/reference", folder, { recursive: true });
  change(folder);
  return environmentAt(shop.environment, shop.environment.store.pins(), folder);
}

describe("a release", () => {
  it("has tables, lists and figures in full precision, and a manifest of all of them", async () => {
    const { manifest, pins } = await create("2026.q1");
    expect(Object.keys(hashes(path("2026.q1")))).toEqual(
      expect.arrayContaining([
        "manifest.json",
        "data/aggregates.csv",
        "data/countries.csv",
        "reference/members.csv",
        "tables/ar/sdg-country.xlsx",
      ]),
    );
    expect(hashes(path("2026.q1"))["manifest.json"]).toBe(manifest);
    expect(pins).toMatchObject({ vintage: { id: 3 }, settlement: 0, revision: null });
    // (20·80 + 10·40 + 5·20) / 35 people, of 50, in 3 of 5 countries: enough to publish.
    expect(readFileSync(path("2026.q1", "data/aggregates.csv"), "utf8")).toMatch(
      /^IT_USE_II99,143,2017,_T,_T,_T,_T,_T,60,/m,
    );
    expect(await verifyRelease(shop.environment, "2026.q1")).toMatchObject({ differences: [] });
  });

  it("has the same bytes when made twice", async () => {
    await create("one");
    await create("two");
    const [one, two] = [hashes(path("one")), hashes(path("two"))];
    expect({ ...one, "manifest.json": "" }).toEqual({ ...two, "manifest.json": "" });
  });

  it("is made again with the same bytes after new data, a new population and other groups", async () => {
    await create("then");
    await take("TJK.csv", ["TJK", 30]);
    await take("KAZ-2.csv", ["KAZ", 79.5]);
    populate("R2", { ...PEOPLE, 417: 30 });
    expect(await rebuildRelease(shop.environment, "then")).toMatchObject({
      differences: [],
      sameProgram: true,
    });
    const lists = withLists((folder) => appendFileSync(join(folder, "members.csv"), "143,4,,\n"));
    const out = join(shop.folder, "again");
    expect(await rebuildRelease(lists, "then", out)).toMatchObject({ differences: [] });
    expect({ ...hashes(path("then")), "manifest.json": "" }).toEqual({ ...hashes(out), "manifest.json": "" });
    await expect(rebuildRelease(shop.environment, "then", out)).rejects.toThrow(/is there already/);
  });

  it("as of an earlier time is what a release of that time was", async () => {
    await create("then");
    const { store } = shop.environment;
    const pins = store.pins(store.vintage()?.asOf);
    await take("TJK.csv", ["TJK", 30]);
    await create("later", environmentAt(shop.environment, pins));
    expect({ ...hashes(path("later")), "manifest.json": "" }).toEqual({
      ...hashes(path("then")),
      "manifest.json": "",
    });
  });

  it("is found out when one bit, one file more, one file less or the manifest differs", async () => {
    await create("2026.q1");
    const found = async () => (await verifyRelease(shop.environment, "2026.q1")).differences;
    const table = path("2026.q1", "tables/en/sdg-country.csv");
    const bytes = readFileSync(table);
    const flipped = Buffer.from(bytes);
    flipped[100] = (flipped[100] as number) ^ 1;
    overwrite(table, flipped);
    expect(await found()).toEqual([{ path: "tables/en/sdg-country.csv", what: "changed" }]);
    await expect(rebuildRelease(shop.environment, "2026.q1")).rejects.toThrow(
      /not as it was frozen.*sdg-country\.csv changed/,
    );
    overwrite(table, bytes);
    writeFileSync(path("2026.q1", "tables/en/more.csv"), "");
    rmSync(path("2026.q1", "data/countries.csv"));
    expect(await found()).toEqual([
      { path: "data/countries.csv", what: "missing" },
      { path: "tables/en/more.csv", what: "added" },
    ]);
    const manifest = path("2026.q1", "manifest.json");
    overwrite(manifest, Buffer.from(readFileSync(manifest, "utf8").replace("agency", "nobody")));
    expect(await found()).toEqual([{ path: "manifest.json", what: "changed" }]);
    rmSync(path("2026.q1"), { recursive: true });
    expect(await found()).toEqual([{ path: "manifest.json", what: "missing" }]);
  });

  it("is not made under a name that is taken, or cannot be a folder's", async () => {
    await create("2026.q1");
    const before = hashes(path("2026.q1"));
    await expect(create("2026.q1")).rejects.toThrow(/is a release "2026\.q1" already/);
    expect(hashes(path("2026.q1"))).toEqual(before);
    for (const name of ["", "../x", ".hidden", "a/b", "a b", "x".repeat(65)])
      await expect(create(name)).rejects.toThrow(/cannot name a release/);
    expect(entries()).toEqual(["2026.q1"]);
  });

  it("that failed in the middle leaves nothing, and what a killed run left is cleared away", async () => {
    const remains = [`.2026.q1.${NOBODY}.part`, `.2026.q1.${process.ppid}.part`, `.2026.q1.1.${NOBODY}.part`];
    for (const entry of remains) mkdirSync(join(shop.environment.releases, entry), { recursive: true });
    const full = { ...CONTENTS, tables: ["sdg-country", "no-such-table"] };
    await expect(createRelease(shop.environment, "2026.q1", "agency", full)).rejects.toThrow(/no-such-table/);
    // What a living process or a release of another name has there stays.
    expect(entries()).toEqual(remains.slice(1).sort());
    expect(shop.environment.store.releases()).toEqual([]);
  });

  it("whose record was not written is taken over when it is what would be made now, and else left alone", async () => {
    const failing = { ...shop.environment, store: { ...shop.environment.store, addRelease: () => fail() } };
    await expect(create("2026.q1", failing)).rejects.toThrow(/power failed/);
    expect(shop.environment.store.releases()).toEqual([]);
    const left = hashes(path("2026.q1"));
    await create("2026.q1");
    expect(hashes(path("2026.q1"))).toEqual(left);
    expect(await verifyRelease(shop.environment, "2026.q1")).toMatchObject({ differences: [] });
    await expect(create("2026.q2", failing)).rejects.toThrow(/power failed/);
    await take("TJK.csv", ["TJK", 30]);
    await expect(create("2026.q2")).rejects.toThrow(/is not what would be made now/);
  });

  it("is not there before anything was taken, or under a name nobody gave", async () => {
    const empty = environmentAt(shop.environment, shop.environment.store.pins("2025-01-01T00:00:00.000Z"));
    await expect(create("2026.q1", empty)).rejects.toThrow(/Nothing has been taken/);
    await expect(verifyRelease(shop.environment, "2026.q9")).rejects.toThrow(
      /There is no release "2026\.q9"/,
    );
  });
});

function overwrite(file: string, bytes: Buffer): void {
  chmodSync(file, 0o644);
  writeFileSync(file, bytes);
}

function fail(): never {
  throw new Error("the power failed");
}

/** Change of the internet users of an area in 2017, with a movement for each cause. */
async function changeOf(
  area: number,
  from: string,
  environment = shop.environment,
): Promise<Change | undefined> {
  const found = await diff(releaseSide(shop.environment, from), currentSide(environment, "now"));
  const change = found.changes.find((one) => one.area === area && one.period === 2017);
  return change && found.withMovers(change);
}

const near = (value: number) => expect.closeTo(value, 10);

describe("the difference between two states", () => {
  beforeEach(async () => {
    await create("then");
  });

  it("is nothing when nothing has come", async () => {
    const found = await diff(releaseSide(shop.environment, "then"), currentSide(shop.environment, "now"));
    expect(found.changes).toEqual([]);
    expect(found.pairs.length).toBeGreaterThan(0);
  });

  it("is new data when a country is new: (20·80 + 10·40 + 5·20 + 10·30) / 45", async () => {
    await take("TJK.csv", ["TJK", 30]);
    expect(await changeOf(CENTRAL_ASIA, "then")).toMatchObject({
      ...{ of: "group", before: near(60), after: near(2400 / 45), difference: near(2400 / 45 - 60) },
      steps: [
        {
          ...{ cause: "NEW_DATA", before: near(60), after: near(2400 / 45) },
          // 80·(20/45 − 20/35), 30·10/45 and 40·(10/45 − 10/35).
          movers: [
            { area: KAZ, moved: near(80 * (20 / 45 - 20 / 35)) },
            { area: TJK, moved: near(300 / 45) },
            { area: KGZ, moved: near(40 * (10 / 45 - 10 / 35)) },
          ],
        },
      ],
    });
    expect(await changeOf(TJK, "then")).toMatchObject({
      of: "country",
      before: null,
      after: 30,
      difference: null,
    });
  });

  it("is corrected data when a country hands in another value: (20·79.5 + 10·40 + 5·20) / 35", async () => {
    await take("KAZ-2.csv", ["KAZ", 79.5]);
    expect(await changeOf(CENTRAL_ASIA, "then")).toMatchObject({
      after: near(2090 / 35),
      steps: [{ cause: "COUNTRY_REV", movers: [{ area: KAZ, moved: near(-10 / 35) }] }],
    });
  });

  it("is the population when its revision is new: (20·80 + 30·40 + 5·20) / 55", async () => {
    populate("R2", { ...PEOPLE, 417: 30 });
    expect(await changeOf(CENTRAL_ASIA, "then")).toMatchObject({
      after: near(2900 / 55),
      steps: [{ cause: "POP_REVISION" }],
    });
    expect(await changeOf(KAZ, "then")).toBeUndefined();
  });

  it("is the groups when a country has left one: 80, of Kazakhstan alone", async () => {
    const lists = withLists((folder) => {
      const file = join(folder, "members.csv");
      const lines = readFileSync(file, "utf8").split("\n");
      writeFileSync(file, lines.filter((line) => !/^143,(417|795|860),/.test(line)).join("\n"));
    });
    expect(await changeOf(CENTRAL_ASIA, "then", lists)).toMatchObject({
      after: 80,
      steps: [{ cause: "GROUP_COMPOSITION" }],
    });
  });

  it("is the rules of publication when they ask for more", async () => {
    const lists = withLists((folder) =>
      writeFileSync(
        join(folder, "thresholds.json"),
        JSON.stringify({ minimumWeight: 0.9, minimumCountries: 0.5, reliableWeight: 0.95 }),
      ),
    );
    const change = await changeOf(CENTRAL_ASIA, "then", lists);
    expect(change).toMatchObject({ after: null, difference: null });
    expect(change?.steps).toMatchObject([{ cause: "PUBLICATION_RULE", before: near(60), after: null }]);
  });

  it("is the method when the figures of a release differ from what this program makes of its data", async () => {
    const manifest = JSON.parse(readFileSync(path("then", "manifest.json"), "utf8"));
    overwrite(
      path("then", "manifest.json"),
      Buffer.from(JSON.stringify({ ...manifest, program: { version: "0.0.1", sha256: "another" } })),
    );
    const file = path("then", "data/aggregates.csv");
    overwrite(
      file,
      Buffer.from(readFileSync(file, "utf8").replace(/^(IT_USE_II99,143,2017,.*?),60,/m, "$1,59,")),
    );
    expect(await changeOf(CENTRAL_ASIA, "then")).toMatchObject({
      ...{ before: 59, difference: near(1) },
      steps: [{ cause: "METHOD", before: 59, after: near(60), movers: [] }],
    });
  });

  it("adds up, cause by cause, when all of them come together", async () => {
    await take("KAZ-2.csv", ["KAZ", 79.5]);
    await take("TJK.csv", ["TJK", 30]);
    populate("R2", { ...PEOPLE, 417: 30 });
    const lists = withLists((folder) => {
      const file = join(folder, "members.csv");
      writeFileSync(file, readFileSync(file, "utf8").replace(/^143,762,.*\n/m, ""));
    });
    const change = await changeOf(CENTRAL_ASIA, "then", lists);
    expect(change?.steps.map(({ cause, after }) => [cause, after])).toEqual([
      ["NEW_DATA", near((20 * 80 + 10 * 40 + 5 * 20 + 10 * 30) / 45)],
      ["COUNTRY_REV", near((20 * 79.5 + 10 * 40 + 5 * 20 + 10 * 30) / 45)],
      ["POP_REVISION", near((20 * 79.5 + 30 * 40 + 5 * 20 + 10 * 30) / 65)],
      ["GROUP_COMPOSITION", near((20 * 79.5 + 30 * 40 + 5 * 20) / 55)],
    ]);
    const sum = change?.steps.reduce((total, { before, after }) => total + (after ?? 0) - (before ?? 0), 0);
    expect(sum).toBeCloseTo(change?.difference as number, 10);
  });

  it("goes backwards as well", async () => {
    await take("TJK.csv", ["TJK", 30]);
    const found = await diff(currentSide(shop.environment, "now"), releaseSide(shop.environment, "then"));
    expect(found.changes.find(({ area }) => area === CENTRAL_ASIA)).toMatchObject({
      ...{ before: near(2400 / 45), after: near(60) },
    });
    expect(found.changes.find(({ area }) => area === TJK)).toMatchObject({ before: 30, after: null });
  });
});

describe("the revision triangle", () => {
  const key = (area: number) => ({ series: "IT_USE_II99", area, period: 0, dimensions: {} });

  it("has what each release published of each year, and what would be published now", async () => {
    await create("first");
    await take("KAZ-2.csv", ["KAZ", 79.5]);
    await create("second");
    await take("TJK.csv", ["TJK", 30]);
    const { columns } = await triangle(shop.environment, key(CENTRAL_ASIA));
    expect(columns.map(({ name, figures }) => [name, figures.get(2017)?.value])).toEqual([
      ["first", near(60)],
      ["second", near(2090 / 35)],
      ["now", near(2390 / 45)],
    ]);
  });

  it("of a country comes with every version it handed in, but not the same twice", async () => {
    await take("KAZ-2.csv", ["KAZ", 79.5], ["TJK", 30]);
    await take("KAZ-3.csv", ["KAZ", 79.5]);
    await take("KAZ-4.csv", ["KAZ", 180]);
    expect(
      versions(shop.environment, key(KAZ)).map(({ filename, value, line }) => [filename, value, line]),
    ).toEqual([
      ["KAZ.csv", 80, 2],
      ["KAZ-2.csv", 79.5, 2],
    ]);
  });
});
