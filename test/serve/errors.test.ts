import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Bench, key, openBench } from "./frozen.js";
import { csvLines, elements, xmlTree } from "./readers.js";

const V1 = "/rest/v1/data/GLOBAL";
const V2 = "/rest/v2/data/dataflow/ICTSDG/GLOBAL/1.0";

let bench: Bench;
async function open(): Promise<void> {
  bench = await openBench();
  bench.release("r1", "2026-01-01T12:00:00.500Z", { countries: [["IT_USE_II99", 404, 2017, 17.8]] });
  await bench.keeper.refresh();
}
const close = () => bench.close();

describe("an error", () => {
  beforeAll(open);
  afterAll(close);

  it("is the error message of SDMX-ML, or JSON where that is asked for or usual", async () => {
    const xml = await bench.get(`${V1}/a.b`);
    expect(xml.headers["content-type"]).toMatch(/^application\/xml/);
    const [told] = elements(xmlTree(xml.body), "ErrorMessage");
    expect([xml.statusCode, told?.attributes.code]).toEqual([403, "150"]);
    expect((await bench.get(`${V1}/a.b`, { accept: "application/json" })).json()).toMatchObject({
      errors: [{ code: 150 }],
    });
    const json = await bench.get(`${V2}/${"a.".repeat(20)}b`);
    expect([json.statusCode, json.json().errors[0].code]).toEqual([422, 150]);
    expect(json.json().errors[0].detail).toContain("15 dimensions");
  });

  it.each([
    ["an unknown dataflow", "/rest/v1/data/NONE", 404],
    ["a provider without data", `${V1}/all/OTHER`, 404],
    ["an area without data", `${V1}/${key({ REF_AREA: "840" })}`, 404],
    ["too many parts in the path", `${V1}/all/all/all`, 400],
    ["a flow with four parts", "/rest/v1/data/a,b,c,d", 400],
    ["no dataflow", "/rest/v1/data", 400],
    ["a period that is none", `${V1}?startPeriod=soon`, 400],
    ["a month that is none", `${V1}?startPeriod=2019-13`, 400],
    ["a quarter that is none", `${V1}?endPeriod=2019-Q5`, 400],
    ["a time that is none", `${V1}?asOf=2026-02-30`, 400],
    ["times the wrong way round", `${V1}?updatedAfter=2026-02-01&asOf=2026-01-01`, 400],
    ["no count", `${V1}?lastNObservations=0`, 400],
    ["an unknown detail", `${V1}?detail=some`, 400],
    ["neither true nor false", `${V1}?includeHistory=maybe`, 400],
    ["a misspelt parameter", `${V1}?startperiod=2019`, 400],
    ["a parameter given twice", `${V1}?detail=full&detail=full`, 400],
    ["an unknown dimension", `${V1}?dimensionAtObservation=NONE`, 403],
    ["another dimension at the observation", `${V1}?dimensionAtObservation=REF_AREA`, 501],
    ["an unknown component", `${V2}?c[NONE]=1`, 422],
    ["an unknown operator", `${V2}?c[SEX]=xx:F`, 400],
    ["a value that is no number", `${V2}?c[OBS_VALUE]=gt:much`, 400],
    ["an unknown attribute", `${V2}?attributes=NONE`, 422],
    ["an unknown measure", `${V2}?measures=NONE`, 422],
    ["sorting", `${V2}?sort=REF_AREA`, 501],
    ["several dataflows", "/rest/v2/data/dataflow/ICTSDG/*", 501],
    ["a context that is none", "/rest/v2/data/cube/ICTSDG/GLOBAL", 400],
    ["a resource that is none", "/rest/v2/dataflow", 400],
    ["an escape that is no UTF-8", `${V1}/%ff`, 400],
    ["an escape that is no UTF-8, in a parameter", `${V1}?detail=%e2%82`, 400],
    ["half an escape", `${V2}/%`, 400],
    ["a way out of the folder", "/rest/v1/data/..%2f..%2fetc%2fpasswd", 404],
    ["a code that cannot be one", `${V1}/${key({ REF_AREA: "4%27%20OR%201" })}`, 400],
    ["a null character", `${V1}/%00`, 403],
    ["a very long address", `${V1}/${"A".repeat(20_000)}`, 414],
    ["thousands of signs", `${V1}/${key({ REF_AREA: "+".repeat(9_000) })}`, 404],
    ["thousands of dots", `${V1}/${".".repeat(9_000)}`, 403],
    ["thousands of tests", `${V2}?c[SEX]=${"F+".repeat(3_000)}`, 204],
    ["a key that is a prototype's", `${V2}?c[__proto__]=1`, 422],
  ])("answers %s", async (_, url, status) => {
    const { statusCode, body } = await bench.get(url);
    expect([statusCode, body.slice(0, 300)]).toEqual([status, expect.anything()]);
  });

  it("answers methods that change something with those that do not", async () => {
    const { statusCode, headers } = await bench.app.inject({ method: "POST", url: V1 });
    expect([statusCode, headers.allow]).toEqual([405, "GET, HEAD, OPTIONS"]);
  });

  it("answers JSON of more than can be gone through with what to do instead, and still sends it as CSV", async () => {
    const small = await openBench({ mostInJson: 1 });
    const rows = [2016, 2017].map((year) => ["IT_USE_II99", 404, year, 17.8] as const);
    small.release("r1", "2026-01-01T00:00:00.000Z", { countries: rows });
    await small.keeper.refresh();
    const { statusCode, body } = await small.get(V2);
    expect([statusCode, JSON.parse(body).errors[0].code]).toEqual([413, 130]);
    expect(csvLines((await small.get(V2, { accept: "text/csv" })).body)).toHaveLength(2);
    await small.close();
  });
});

describe("an answer", () => {
  beforeEach(open);
  afterEach(close);

  it("is not sent again while it holds, by tag or by time, and is as soon as there is another release", async () => {
    const { headers } = await bench.get(V1);
    const tag = String(headers.etag);
    expect(headers["last-modified"]).toBe("Thu, 01 Jan 2026 12:00:00 GMT");
    expect(headers.vary).toMatch(/accept-language/);
    const again = await bench.get(V1, { "if-none-match": `"other", ${tag}` });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
    expect((await bench.get(V1, { "if-modified-since": "Thu, 01 Jan 2026 12:00:00 GMT" })).statusCode).toBe(
      304,
    );
    expect((await bench.get(V1, { "if-modified-since": "Thu, 01 Jan 2026 11:59:59 GMT" })).statusCode).toBe(
      200,
    );
    expect((await bench.get(V1, { "if-none-match": tag, accept: "text/csv" })).statusCode).toBe(200);
    expect((await bench.get(V1, { "if-none-match": tag, "accept-language": "fr" })).statusCode).toBe(200);
    bench.release("r2", "2026-02-01T00:00:00.000Z", { countries: [["IT_USE_II99", 404, 2017, 18]] });
    await bench.keeper.refresh();
    expect((await bench.get(V1, { "if-none-match": tag })).statusCode).toBe(200);
  });

  it("may be read by scripts of any page, and has a head alone for those who ask for that", async () => {
    expect((await bench.get(V1)).headers["access-control-allow-origin"]).toBe("*");
    const options = await bench.app.inject({ method: "OPTIONS", url: V1 });
    expect([options.statusCode, options.headers["access-control-allow-methods"]]).toEqual([
      204,
      "GET, HEAD, OPTIONS",
    ]);
    const head = await bench.app.inject({ method: "HEAD", url: V1 });
    expect([head.statusCode, head.body, typeof head.headers.etag]).toEqual([200, "", "string"]);
  });

  it("is the same bytes when asked for twice", async () => {
    const accept = "application/vnd.sdmx.data+json;version=2.0.0";
    expect((await bench.get(V1, { accept })).body).toBe((await bench.get(V1, { accept })).body);
  });
});

describe("what is published", () => {
  beforeEach(open);
  afterEach(close);

  it("is nothing before the first release", async () => {
    const empty = await openBench();
    await empty.keeper.refresh();
    expect((await empty.get(V1)).statusCode).toBe(404);
    expect((await empty.get(V2)).statusCode).toBe(204);
    expect((await empty.get("/rest/v1/dataflow")).statusCode).toBe(200);
    await empty.close();
  });

  it("is made anew when its index is damaged", async () => {
    const file = join(bench.folder, "published.db");
    writeFileSync(file, "no database");
    bench.release("r2", "2026-02-01T00:00:00.000Z", { countries: [["IT_USE_II99", 404, 2017, 18]] });
    await bench.keeper.refresh();
    expect(csvLines((await bench.get(V1, { accept: "text/csv" })).body)).toEqual([
      "IT_USE_II99 404 _T 2017 18",
    ]);
    expect(csvLines((await bench.get(`${V1}?asOf=2026-01-15`, { accept: "text/csv" })).body)).toEqual([
      "IT_USE_II99 404 _T 2017 17.8",
    ]);
  });

  it("stays what it was when a release is not as it was frozen", async () => {
    bench.release("r2", "2026-02-01T00:00:00.000Z", { countries: [["IT_USE_II99", 404, 2017, 18]] });
    const path = join(bench.folder, "r2", "data", "countries.csv");
    chmodSync(path, 0o644);
    writeFileSync(path, "SERIES\n");
    await expect(bench.keeper.refresh()).rejects.toThrow('"r2" is not as it was frozen: data/countries.csv');
    expect(csvLines((await bench.get(V1, { accept: "text/csv" })).body)).toEqual([
      "IT_USE_II99 404 _T 2017 17.8",
    ]);
  });
});
