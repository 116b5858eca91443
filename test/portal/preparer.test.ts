import { appendFileSync, chmodSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { workOf } from "../../src/portal/work/work.js";
import { folderOf } from "../../src/run/release/manifest.js";
import type { Person, PortalDesk } from "./desk.js";
import { openPublishedDesk, takeUse } from "./published-desk.js";

let desk: PortalDesk;
let preparer: Person;
beforeAll(async () => {
  desk = await openPublishedDesk();
  preparer = await desk.person("preparer");
});
afterAll(() => desk.close());

const ORDER = { name: "2026.q2", tables: "sdg-country", formats: "json", languages: "en" };
const idle = () => workOf(desk.given).idle();
const page = async (url: string) => (await preparer.get(url)).body;

describe("a release", () => {
  it.each([
    [{ ...ORDER, name: "../x" }, "This cannot name a release"],
    [{ ...ORDER, name: "2026.q1" }, "There is a release of this name"],
    [{ ...ORDER, tables: "none" }, "at least one table"],
    [{ ...ORDER, composition: "last" }, "a year such as 2020"],
    [{ ...ORDER, asOf: "2026-02-30" }, "no day of the calendar"],
    [{ ...ORDER, asOf: "2020-01-01" }, "No data had come by then"],
  ])("is not made of %j", async (form, words) => {
    const { statusCode, body } = await preparer.post("/en/releases", form);
    expect(statusCode).toBe(422);
    expect(body).toContain(words);
  });

  it("says in Arabic what is wrong, and keeps what was typed", async () => {
    const { body } = await preparer.post("/ar/releases", { ...ORDER, name: "a b" });
    expect(body).toContain("لا يصلح هذا اسمًا لإصدار");
    expect(body).toContain('value="a b"');
  });

  it("is made aside, listed with who made it, and is what everybody sees next", async () => {
    await takeUse(desk, "KAZ-2.csv", "KAZ", 73);
    const { statusCode, headers } = await preparer.post("/en/releases", ORDER);
    expect([statusCode, headers.location]).toEqual([303, "/en/releases"]);
    expect((await preparer.post("/en/releases", { ...ORDER, name: "2026.q3" })).statusCode).toBe(409);
    await idle();
    expect(await page("/en/releases")).toMatch(/2026\.q2.*preparer-1@example\.org/s);
    await desk.nobody.get("/en/");
    await expect
      .poll(async () => (await desk.nobody.get("/en/areas/398")).body, { timeout: 10_000 })
      .toContain("Release 2026.q2");
    expect((await desk.nobody.get("/en/areas/398")).body).toContain(">73.0<");
    const old = await desk.nobody.get("/en/lineage/143/IT_USE_II99/2017?release=2026.q1");
    expect(old.body).toContain('<strong><bdi dir="ltr">60.0</bdi></strong>');
  });

  it("is in the audit trail", async () => {
    const keeper = await desk.person("administrator");
    expect((await keeper.get("/en/audit")).body).toMatch(
      /preparer-1@example\.org.*release-ordered.*2026\.q2/s,
    );
  });

  it("is compared with another, with the causes of what changed and who moved it", async () => {
    const sides = { from: "2026.q1", to: "2026.q2" };
    const { headers } = await preparer.post("/en/releases/compare", sides);
    expect(headers.location).toBe("/en/releases/compare?from=2026.q1&to=2026.q2");
    await idle();
    const words = (await page(String(headers.location))).replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
    // 20 of 35 million people have 7 less: Central Asia falls by 4 to 56.
    expect(words).toMatch(
      /Central Asia Proportion of individuals using the Internet 2017 60\.000 56\.000 corrected country data −4\.00 Kazakhstan −4\.00/,
    );
    expect(await page("/zh/releases/compare?from=2026.q1&to=2026.q2")).toContain("国家数据更正");
    expect((await preparer.get("/en/releases/compare?from=2026.q1&to=none")).statusCode).toBe(404);
  });

  it("is taken along as one archive", async () => {
    const { headers, rawPayload } = await preparer.get("/en/releases/2026.q1/zip");
    expect(headers["content-type"]).toBe("application/zip");
    expect(rawPayload.subarray(0, 4).toString("latin1")).toBe("PK\u0003\u0004");
    expect((await preparer.get("/en/releases/none/zip")).statusCode).toBe(404);
  });

  it("is verified bit by bit", async () => {
    const verify = async () => {
      await preparer.post("/en/releases/2026.q1/verify");
      await idle();
      return page("/en/releases");
    };
    expect(await verify()).toContain("Release 2026.q1 is as it was frozen");
    const file = join(folderOf(desk.shop.environment, "2026.q1"), "tables/en/sdg-country.csv");
    chmodSync(file, 0o600);
    appendFileSync(file, " ");
    expect(await verify()).toMatch(/not as it was frozen.*tables\/en\/sdg-country\.csv<\/bdi>: changed/s);
  });
});

describe("the workbench", () => {
  const query =
    "series=IT_USE_II99&groups=143&countries=398&countries=417&from=2010&to=2020&chart=line&release=2026.q1";

  it("shows table and chart of what was chosen at once", async () => {
    const body = await page(`/en/workbench?${query}`);
    expect(body).toContain('/en/lineage/398/IT_USE_II99/2017?release=2026.q1"><bdi dir="ltr">80.0</bdi>');
    expect(body).toContain("line.svg?series=IT_USE_II99&amp;areas=143%2C398%2C417&amp;from=2010&amp;to=2020");
    expect(Buffer.byteLength(body)).toBeLessThan(60_000);
    expect(await page(`/ar/workbench?${query}`)).toContain("كازاخستان");
  });

  it("says so where nothing of it has been published", async () => {
    expect(await page("/en/workbench?series=IT_USE_II99&countries=4")).toContain(
      "Nothing of what you chose has been published",
    );
  });

  it("gives the same in a format", async () => {
    const { body, headers } = await preparer.get(`/en/workbench/table/csv?${query}`);
    expect(headers["content-disposition"]).toBe('attachment; filename="table-en.csv"');
    const rows = body.trim().split("\r\n").slice(1);
    expect(rows.map((row) => row.split(",").slice(3, 8).join(" "))).toEqual([
      "Central Asia 2017 PT 60.0 A",
      "Kazakhstan 2017 PT 80.0 A",
      "Kyrgyzstan 2017 PT 40.0 A",
    ]);
    expect((await preparer.get(`/en/workbench/table/none?${query}`)).statusCode).toBe(404);
  });

  it("keeps a choice under a name, every version of it", async () => {
    const form = { series: "IT_USE_II99", groups: "398", chart: "line" };
    const { headers } = await preparer.post("/en/workbench", { ...form, name: "Use <here>" });
    expect(headers.location).toBe("/en/workbench?open=Use+%3Chere%3E");
    await preparer.post("/en/workbench", { ...form, groups: "417", name: "Use <here>" });
    const body = await page(String(headers.location));
    expect(body).toContain("<h1>Use &lt;here&gt;</h1>");
    expect(body).toContain("version 2");
    expect(body).toMatch(/Kyrgyzstan<\/th><td class="n"><a/);
    expect((await preparer.post("/en/workbench", { ...form, name: " " })).statusCode).toBe(422);
  });

  it("is not for focal points", async () => {
    const kenya = await desk.person("focal-point", 404);
    for (const url of [
      "/en/workbench",
      "/en/releases",
      `/en/workbench/table/csv?${query}`,
      "/en/releases/2026.q1/zip",
    ])
      expect((await kenya.get(url)).statusCode, url).toBe(403);
  });
});
