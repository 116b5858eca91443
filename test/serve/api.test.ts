import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { LightMyRequestResponse } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { indicators } from "../../indicators/index.js";
import type { EstimationPolicy } from "../../src/define.js";
import type { Lineage, LineagePart } from "../../src/run/lineage/types.js";
import { createRelease } from "../../src/run/release/create.js";
import { folderOf } from "../../src/run/release/manifest.js";
import { routes } from "../../src/serve/api/api.js";
import { forEverybody } from "../../src/serve/api/lineage.js";
import { openServer, type Served } from "../../src/serve/open.js";
import { csv, openWorkshop, type Workshop } from "../run/workshop.js";

/** Central Asia, group 143. */
const PEOPLE: Readonly<Record<number, number>> = { 398: 20, 417: 10, 762: 10, 795: 5, 860: 5 };

let shop: Workshop;
let served: Served;
beforeAll(async () => {
  shop = openWorkshop();
  const { store } = shop.environment;
  const people = Object.entries(PEOPLE).map(([area, value]) => ({
    ...{ series: "POPULATION", area: Number(area), period: 2017, dimensions: {} },
    ...{ value, revision: "R1", source: "made up for this test" },
  }));
  store.importReference("R1", people, shop.environment.now().toISOString());
  await take("KAZ.csv", "KAZ", 80);
  await take("KGZ.csv", "KGZ", 40);
  await take("UZB.csv", "UZB", 20);
  await release("2026.q1");
  await take("KAZ.2.csv", "KAZ", 90);
  // Beyond 100 per cent, so that it is held back.
  await take("TJK.csv", "TJK", 140);
  await release("2026.q2");
  // Not yet released.
  await take("KGZ.2.csv", "KGZ", 50);
  served = await openServer(shop.environment, shop.store);
});
afterAll(async () => {
  await served.close();
  shop.close();
});

const take = (name: string, area: string, value: number) =>
  shop.take(shop.write(name, csv(["IT_USE_II99", area, 2017, "_T", value, "PT"])), { from: "A. Sender" });

const release = (name: string) =>
  createRelease(shop.environment, name, "agency", {
    ...{ tables: ["facts-and-figures"], formats: ["csv", "json-stat"], languages: ["en", "fr"] },
    ...{ strict: false, composition: "by-year" },
  });

const get = (url: string, headers: Readonly<Record<string, string>> = {}): Promise<LightMyRequestResponse> =>
  served.app.inject({ method: "GET", url, headers });

describe("the JSON service", () => {
  it("lists releases and their tables, and sends a table as it was frozen", async () => {
    expect((await get("/api/releases")).json()).toMatchObject([{ name: "2026.q1" }, { name: "2026.q2" }]);
    const files = (await get("/api/releases/latest/tables")).json() as { language: string; format: string }[];
    expect(files.map(({ language, format }) => `${language} ${format}`)).toEqual([
      "en csv",
      "en json-stat",
      "fr csv",
      "fr json-stat",
    ]);
    const url = "/api/releases/2026.q1/tables/facts-and-figures";
    const { rawPayload, headers } = await get(`${url}?lang=fr`);
    const frozen = readFileSync(
      join(folderOf(shop.environment, "2026.q1"), "tables/fr/facts-and-figures.csv"),
    );
    expect(rawPayload.equals(frozen)).toBe(true);
    expect((await get(`${url}?lang=fr`, { "if-none-match": String(headers.etag) })).statusCode).toBe(304);
    expect((await get(url, { "accept-language": "fr" })).rawPayload.equals(frozen)).toBe(true);
    expect((await get(`${url}?format=json-stat`)).json()).toMatchObject({ version: "2.0", class: "dataset" });
  });

  it("names what it has in the language asked for", async () => {
    const all = (await get("/api/indicators?lang=es")).json() as { id: string; name: string }[];
    expect(all.map(({ id, name }) => [id, name])).toEqual(indicators.map(({ id, name }) => [id, name.es]));
    expect((await get("/api/indicators/17.6.2")).json()).toMatchObject({ id: "17.6.1", custodian: "ITU" });
    const areas = (await get("/api/areas?lang=ar")).json() as { iso3: string; name: string }[];
    expect(areas.find(({ iso3 }) => iso3 === "KEN")?.name).toBe("كينيا");
    expect((await get("/api/groups", { "accept-language": "zh" })).json()).toContainEqual(
      expect.objectContaining({ code: 1, name: expect.stringMatching(/世界/) }),
    );
    expect((await get("/api/groups/143/members/2017")).json()).toEqual({
      ...{ group: 143, year: 2017 },
      members: [398, 417, 762, 795, 860],
    });
  });

  it("counts findings by country and severity", async () => {
    const counts = (await get("/api/findings")).json() as { area: number; error: number }[];
    expect(counts.find(({ area }) => area === 762)?.error).toBe(1);
    expect(counts.find(({ area }) => area === 860)?.error ?? 0).toBe(0);
    expect(JSON.stringify(counts)).not.toMatch(/rule|value|file/);
  });

  it("follows a figure of a release to the files it was made from, and tells no sender", async () => {
    const of = async (name: string, area: string) =>
      (await get(`/api/releases/${name}/lineage?series=IT_USE_II99&area=${area}&period=2017`)).json();
    const first = await of("2026.q1", "143");
    // (20·80 + 10·40 + 5·20) / 35 people, and with 90 in the second.
    expect(first.value).toBeCloseTo(60, 10);
    expect((await of("2026.q2", "143")).value).toBeCloseTo((20 * 90 + 10 * 40 + 5 * 20) / 35, 10);
    const kaz = first.parts.find(({ area }: { area: number }) => area === 398);
    expect(kaz.reports[0]).toMatchObject({
      filename: "KAZ.csv",
      line: 2,
      submission: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const schema = JSON.parse(readFileSync("data/schema/lineage.schema.json", "utf8"));
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
    expect([validate(first), validate.errors]).toEqual([true, null]);
    expect(JSON.stringify(first)).not.toContain("A. Sender");
  });

  it("tells nothing of figures that were not released: held back, or taken later", async () => {
    const status = async (name: string, area: string) =>
      (await get(`/api/releases/${name}/lineage?series=IT_USE_II99&area=${area}&period=2017`)).statusCode;
    expect(await status("2026.q2", "TJK")).toBe(404);
    expect(await status("2026.q1", "KGZ")).toBe(200);
    const { parts } = (
      await get("/api/releases/latest/lineage?series=IT_USE_II99&area=KGZ&period=2017")
    ).json();
    expect(parts[0].value).toBe(40);
    const group = (await get("/api/releases/latest/lineage?series=IT_USE_II99&area=143&period=2017")).body;
    expect(group).not.toMatch(/TJK\.csv|KGZ\.2\.csv|"value": 140/);
  });

  it("tells what is wrong with a request as a problem", async () => {
    const problems: readonly (readonly [string, number])[] = [
      ["/api/none", 404],
      ["/api/releases/none/tables", 404],
      ["/api/releases/latest/tables/facts-and-figures?format=xlsx", 404],
      ["/api/releases/latest/tables/..%2F..%2F..%2Fmanifest", 404],
      ["/api/releases/latest/tables/manifest?format=json", 404],
      ["/api/releases/..%2f..%2fetc/tables", 404],
      [`/api/releases/latest/tables/${"a".repeat(150)}`, 400],
      [`/api/releases/${"a".repeat(5000)}/tables`, 400],
      ["/api/releases/latest/tables/facts-and-figures?format=exe", 400],
      ["/api/releases/latest/tables/facts-and-figures?lang=xx", 400],
      ["/api/indicators/none", 404],
      ["/api/groups/143/members/soon", 400],
      ["/api/groups/none/members/2017", 404],
      ["/api/releases/latest/lineage?series=IT_USE_II99&area=143", 400],
      ["/api/releases/latest/lineage?series=NONE&area=143&period=2017", 404],
      ["/api/releases/latest/lineage?series=IT_USE_II99&area=none&period=2017", 404],
    ];
    for (const [url, status] of problems) {
      const { statusCode, headers, body } = await get(url);
      expect([url, statusCode, headers["content-type"]]).toEqual([
        url,
        status,
        "application/problem+json; charset=utf-8",
      ]);
      expect(JSON.parse(body)).toMatchObject({
        status,
        title: expect.any(String),
        detail: expect.any(String),
      });
    }
    expect((await get("/api/releases/%ff/tables")).statusCode).toBe(400);
  });

  it("is described by a document that tells every address and gives what it tells", async () => {
    const document = (await get("/api/openapi.json")).json();
    expect(document.openapi).toBe("3.1.0");
    expect(Object.keys(document.paths)).toHaveLength(routes.length);
    const addresses: Readonly<Record<string, string>> = {
      ...{
        "{release}": "latest",
        "{table}": "facts-and-figures",
        "{id}": "17.8.1",
        "{group}": "143",
        "{year}": "2017",
      },
    };
    for (const [path, { get: operation }] of Object.entries<{
      get: { responses: { 200: { content: object } } };
    }>(document.paths)) {
      const query = path.endsWith("lineage") ? "?series=IT_USE_II99&area=143&period=2017" : "";
      const { statusCode, body } = await get(
        path.replace(/\{\w+\}/g, (name) => addresses[name] ?? name) + query,
      );
      expect([path, statusCode]).toEqual([path, 200]);
      const { schema } =
        (operation.responses[200].content as Record<string, { schema?: object }>)["application/json"] ?? {};
      if (!schema) continue;
      const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
      expect([path, validate(JSON.parse(body)), validate.errors]).toEqual([path, true, null]);
    }
  });
});

describe("what everybody may see of an explanation", () => {
  const seriesOf = (estimation: EstimationPolicy) =>
    indicators.find((one) => one.estimation === estimation)?.series[0]?.code ?? "";
  const part = { area: 404, value: 41, source: "estimated", contribution: 20, shareOfTotal: 0.4 } as const;
  const shown = (series: string): LineagePart | undefined => {
    const estimates = [{ series, value: 41, low: 40, high: 42, method: "interpolation", donors: [] }];
    const parts = [
      {
        ...part,
        weight: 1,
        share: 0.5,
        denominator: null,
        member: null,
        reports: [],
        estimates,
        findings: [],
      },
    ];
    const key = { series, area: 1, period: 2017, dimensions: {} };
    return forEverybody({ key, parts, leftOut: [] } as unknown as Lineage).parts[0];
  };

  it("has no country's estimate that is for aggregates only, and has those that may be published", () => {
    const hidden = {
      value: null,
      contribution: null,
      shareOfTotal: null,
      estimates: [],
      source: "estimated",
    };
    expect(shown(seriesOf("aggregates-only"))).toMatchObject(hidden);
    expect(shown(seriesOf("published"))).toMatchObject({
      value: 41,
      estimates: [{ method: "interpolation" }],
    });
  });
});

describe("SDMX of a store's releases", () => {
  it("has what was released and not what was taken since", async () => {
    const { body } = await get("/rest/v1/data/GLOBAL/..IT_USE_II99.398+417...........", {
      accept: "text/csv",
    });
    expect(
      body
        .split("\r\n")
        .filter((one) => /,(398|417),.*,2017,/.test(one))
        .map((one) => /,2017,([\d.]+),/.exec(one)?.[1]),
    ).toEqual(["90", "40"]);
    const older = await get("/rest/v1/data/GLOBAL/..IT_USE_II99.398...........?asOf=2026-01-01", {
      accept: "text/csv",
    });
    expect(older.statusCode).toBe(404);
  });

  it("has a release that is made while it is served, without a restart", async () => {
    await release("2026.q3");
    const kyrgyz = async () =>
      (await get("/rest/v1/data/GLOBAL/..IT_USE_II99.417...........", { accept: "text/csv" })).body;
    await expect.poll(kyrgyz, { timeout: 30_000, interval: 200 }).toContain(",2017,50,");
    expect((await get("/api/releases")).json()).toHaveLength(3);
  });
});
