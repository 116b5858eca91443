import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type PublishOptions, publish } from "../../src/run/publish.js";
import { asOf, csv, hashes, openWorkshop, type Workshop } from "./workshop.js";

let shop: Workshop;
beforeEach(async () => {
  shop = openWorkshop();
  await take("KEN.csv", 61.3);
});
afterEach(() => shop.close());

/** A file that gives one value for 2011, between two years that never change; the time it became known. */
async function take(name: string, value: number): Promise<string> {
  const row = (year: number, share: number) => ["IT_MOB_2GNTWK", "KEN", year, "_T", share, "PT"];
  const report = await shop.take(shop.write(name, csv(row(2010, 60.1), row(2011, value), row(2012, 62.9))));
  if (report.outcome !== "taken") throw new Error(report.outcome);
  return report.vintage.asOf;
}

const out = (name: string) => join(shop.folder, name);

function publishTo(name: string, options: Partial<PublishOptions> = {}, environment = shop.environment) {
  return publish(environment, {
    tables: ["sdg-country", "availability", "facts-and-figures"],
    formats: ["csv", "json", "markdown", "html"],
    languages: ["en", "ar"],
    out: out(name),
    ...options,
  });
}

/** Of every file but the mark, which tells the state of the store and not of the tables. */
function tables(name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(hashes(out(name))).filter(([path]) => path !== ".published"));
}

function values2011(name: string): string[] {
  const text = readFileSync(out(`${name}/en/sdg-country.csv`), "utf8");
  return text.split("\n").filter((line) => line.includes(",2011,"));
}

describe("publishing", () => {
  it("gives the same bytes into two folders", async () => {
    await publishTo("one", { force: true });
    await publishTo("two", { force: true });
    // Three tables in four formats and two languages, and what else is beside them.
    expect(Object.keys(tables("one")).length).toBeGreaterThanOrEqual(3 * 4 * 2);
    expect(hashes(out("two"))).toEqual(hashes(out("one")));
  });

  it("passes over what has not changed, says so, and publishes again after a take", async () => {
    expect(await publishTo("one")).toMatchObject({ outcome: "published", computed: { vintage: { id: 1 } } });
    const before = hashes(out("one"));
    expect(await publishTo("one")).toMatchObject({
      outcome: "unchanged",
      vintage: { id: 1 },
      out: out("one"),
    });
    expect(hashes(out("one"))).toEqual(before);
    await take("KEN-2.csv", 61.7);
    expect(await publishTo("one")).toMatchObject({ outcome: "published", computed: { vintage: { id: 2 } } });
    expect(tables("one")).not.toEqual(before);
  });

  it("is asked for again by other tables, formats or languages", async () => {
    await publishTo("one");
    expect(await publishTo("one", { languages: ["en"] })).toMatchObject({ outcome: "published" });
    expect(await publishTo("one", { languages: ["en"] })).toMatchObject({ outcome: "unchanged" });
    expect(await publishTo("one", { languages: ["en"], formats: ["csv"] })).toMatchObject({
      outcome: "published",
    });
  });

  it("gives an earlier vintage's bytes whatever came later", async () => {
    await publishTo("then");
    const then = shop.environment.store.vintage()?.asOf;
    await take("KEN-2.csv", 61.7);
    await take("KEN-3.csv", 62.2);
    await publishTo("again", {}, asOf(shop, then));
    await publishTo("now");
    expect(tables("again")).toEqual(tables("then"));
    expect(tables("now")).not.toEqual(tables("then"));
  });

  it("knows nothing of a time before the first submission", async () => {
    expect(await publishTo("one", {}, asOf(shop, "2025-12-31"))).toEqual({ outcome: "nothing-to-publish" });
  });

  it("writes a file that is gone again", async () => {
    await publishTo("one");
    const before = hashes(out("one"));
    rmSync(out("one/ar/availability.html"));
    expect(await publishTo("one")).toMatchObject({ outcome: "published" });
    expect(hashes(out("one"))).toEqual(before);
  });

  it("uses the newest accepted value, and no value that is held", async () => {
    await take("KEN-2.csv", 61.7);
    await take("KEN-3.csv", 171.9);
    await publishTo("one");
    const lines = values2011("one");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/,PT,61\.7,A,/);
    const all = Object.keys(tables("one")).map((path) => readFileSync(out(`one/${path}`), "utf8"));
    expect(all.filter((text) => text.includes("171.9"))).toEqual([]);
  });
});
