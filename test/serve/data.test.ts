import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkSpecific, checkXml, hasSchemas, jsonErrors } from "../sdmx/official.js";
import { message } from "../sdmx/sample.js";
import { type Bench, key, openBench } from "./frozen.js";
import { csvLines, csvRows, elements, jsonSets, xmlLines, xmlTree } from "./readers.js";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
  bench.release("2026.q1", "2026-01-01T00:00:00.000Z", {
    countries: [
      ["IT_USE_II99", 4, 2017, 11.4],
      ["IT_USE_II99", 404, 2016, 16.6],
      ["IT_USE_II99", 404, 2017, 17.8, { COMMENT: "Census", SOURCE_DETAIL: "KNBS", AGE_SCOPE: "3+" }],
      ["IT_USE_II99", 404, 2018, null, { OBS_STATUS: "O" }],
      ["IT_USE_II99", 404, 2017, 15.1, { SEX: "F" }],
      ["IT_USE_II99", 417, 2017, 38, { METHOD: "interpolation", LOW: 36, HIGH: 40, DONORS: "2016; 2018" }],
      ["IT_MOB_OWN", 404, 2017, 55.5],
    ],
    aggregates: [
      [
        "IT_USE_II99",
        ...([1, 2017, 48.6] as const),
        {
          WEIGHT_COVERED: 0.8,
          WEIGHT_USED: 0.9,
          COUNTRIES: 216,
          COUNTRIES_REPORTED: 150,
          COUNTRIES_ESTIMATED: 30,
        },
      ],
    ],
  });
  bench.release("2026.q2", "2026-04-01T00:00:00.000Z", {
    countries: [
      ["IT_USE_II99", 4, 2017, 11.4],
      [
        "IT_USE_II99",
        404,
        2017,
        18,
        { COMMENT: "Census, corrected", SOURCE_DETAIL: "KNBS", AGE_SCOPE: "3+" },
      ],
      ["IT_USE_II99", 404, 2018, null, { OBS_STATUS: "O" }],
      ["IT_USE_II99", 404, 2019, 22.6],
      ["IT_USE_II99", 404, 2017, 15.1, { SEX: "F" }],
      ["IT_USE_II99", 417, 2017, 38, { METHOD: "interpolation", LOW: 36, HIGH: 40, DONORS: "2016; 2018" }],
      ["IT_MOB_OWN", 404, 2017, 55.5],
    ],
    aggregates: [["IT_USE_II99", 1, 2017, 49]],
  });
  await bench.keeper.refresh();
});
afterAll(() => bench.close());

const KENYA = key({ SERIES: "IT_USE_II99", REF_AREA: "404", SEX: "_T" });
const V1 = "/rest/v1/data/GLOBAL";
const V2 = "/rest/v2/data/dataflow/ICTSDG/GLOBAL/1.0";
const KENYAN = ["IT_USE_II99 404 _T 2017 18", "IT_USE_II99 404 _T 2018", "IT_USE_II99 404 _T 2019 22.6"];

const csv = async (url: string): Promise<string[]> => {
  const { statusCode, body } = await bench.get(url, { accept: "text/csv" });
  expect(statusCode, body).toBe(200);
  return csvLines(body);
};

describe("data by SDMX REST 1.5", () => {
  it("come as generic SDMX-ML 2.1 where nothing is asked for, under the address that rsdmx makes too", async () => {
    for (const url of [`${V1}/${KENYA}`, `/rest/v1/data/ICTSDG,GLOBAL,1.0/${KENYA}/all/?startPeriod=2010`]) {
      const { statusCode, headers, body } = await bench.get(url);
      expect([statusCode, headers["content-type"]]).toEqual([
        200,
        "application/vnd.sdmx.genericdata+xml;version=2.1",
      ]);
      expect(elements(xmlTree(body), "DataSet").flatMap(xmlLines)).toEqual(KENYAN);
    }
  });

  it("take + as or and an empty part as any, written as they are or escaped", async () => {
    const several = key({ SERIES: "IT_USE_II99", REF_AREA: "4+417", SEX: "_T" });
    const found = ["IT_USE_II99 4 _T 2017 11.4", "IT_USE_II99 417 _T 2017 38"];
    expect(await csv(`${V1}/${several}`)).toEqual(found);
    expect(await csv(`${V1}/${several.replace("+", "%2B")}`)).toEqual(found);
    expect(await csv(`${V1}/${key({ REF_AREA: "4" })}`)).toEqual(["IT_USE_II99 4 _T 2017 11.4"]);
    expect(await csv(`${V1}/all`)).toHaveLength(7);
    expect(await csv(V1)).toHaveLength(7);
  });

  it("are bounded by periods, whole ones only", async () => {
    expect(await csv(`${V1}/${KENYA}?startPeriod=2018`)).toEqual(KENYAN.slice(1));
    expect(await csv(`${V1}/${KENYA}?endPeriod=2018-12-31`)).toEqual(KENYAN.slice(0, 2));
    // 2018 begins before its second quarter, and ends after its first.
    expect(await csv(`${V1}/${KENYA}?startPeriod=2018-Q2`)).toEqual(KENYAN.slice(2));
    expect(await csv(`${V1}/${KENYA}?startPeriod=2017&endPeriod=2018-Q1`)).toEqual(KENYAN.slice(0, 1));
  });

  it("are cut to the first or the last of each series", async () => {
    expect(await csv(`${V1}/${KENYA}?firstNObservations=1`)).toEqual(KENYAN.slice(0, 1));
    expect(await csv(`${V1}/${KENYA}?lastNObservations=2`)).toEqual(KENYAN.slice(1));
    expect(await csv(`${V1}/${key({ SERIES: "IT_USE_II99" })}?lastNObservations=1`)).toEqual([
      "IT_USE_II99 4 _T 2017 11.4",
      "IT_USE_II99 404 _T 2019 22.6",
      "IT_USE_II99 404 F 2017 15.1",
      "IT_USE_II99 417 _T 2017 38",
    ]);
  });

  it("leave out attributes, observations, or both, by detail", async () => {
    const rows = async (detail: string) =>
      csvRows((await bench.get(`${V1}/${KENYA}?detail=${detail}`, { accept: "text/csv" })).body);
    expect((await rows("full"))[0]).toMatchObject({
      OBS_VALUE: "18",
      OBS_STATUS: "A",
      SOURCE_DETAIL: "KNBS",
      AGE_SCOPE: "3+",
    });
    expect(Object.keys((await rows("dataonly"))[0] ?? {})).not.toContain("OBS_STATUS");
    expect(await rows("serieskeysonly")).toMatchObject([{ REF_AREA: "404", TIME_PERIOD: "", OBS_VALUE: "" }]);
    expect(await rows("nodata")).toMatchObject([{ REF_AREA: "404", TIME_PERIOD: "", UNIT_MEASURE: "PT" }]);
  });

  it("tell an estimate with its method and bounds, and an aggregate with its coverage in the language asked for", async () => {
    const get = async (url: string, language: string) =>
      csvRows((await bench.get(url, { accept: "text/csv", "accept-language": language })).body)[0];
    const estimate = await get(`${V1}/${key({ REF_AREA: "417" })}`, "en");
    expect(estimate).toMatchObject({
      OBS_STATUS: "E",
      NATURE: "E",
      LOWER_BOUND: "36",
      UPPER_BOUND: "40",
      SOURCE_DETAIL: "2016; 2018",
    });
    const world = "/rest/v1/data/AGGREGATES?asOf=2026-02-01";
    const [english, french] = [await get(world, "en"), await get(world, "fr;q=0.9, xx")];
    expect(english?.OBS_VALUE).toBe("48.6");
    expect(english?.COMMENT_OBS).toMatch(/80/);
    expect(french?.COMMENT_OBS).toMatch(/pays/);
  });
});

describe("data by SDMX REST 2", () => {
  it("come as SDMX-JSON 2.0 where nothing is asked for; parts left out at the end of a key mean any", async () => {
    const { headers, body } = await bench.get(`${V2}/A.G.IT_USE_II99.404._T`);
    expect(headers["content-type"]).toBe("application/vnd.sdmx.data+json;version=2.0.0");
    expect(jsonSets(body)).toEqual([KENYAN]);
  });

  it("take * as any, and a comma between keys or values as or", async () => {
    const two = ["IT_MOB_OWN 404 _T 2017 55.5", "IT_USE_II99 4 _T 2017 11.4"];
    expect(await csv(`${V2}/*.*.IT_MOB_OWN,A.G.IT_USE_II99.4`)).toEqual(two);
    expect(await csv(`${V2}/*?c[REF_AREA]=4,417`)).toHaveLength(2);
    expect(await csv(`${V2}/*?c%5BREF_AREA%5D=4`)).toHaveLength(1);
    expect(await csv("/rest/v2/data/dataflow/*/GLOBAL/1.+?c[SEX]=F")).toEqual([
      "IT_USE_II99 404 F 2017 15.1",
    ]);
  });

  it("are filtered by period, value and attribute with every operator", async () => {
    const found = async (filter: string) =>
      (await csv(`${V2}/A.G.IT_USE_II99.404._T?${filter}`)).map((one) => one.split(" ")[3]);
    expect(await found("c[TIME_PERIOD]=ge:2018+le:2019")).toEqual(["2018", "2019"]);
    expect(await found("c[TIME_PERIOD]=lt:2018,gt:2018")).toEqual(["2017", "2019"]);
    expect(await found("c[TIME_PERIOD]=ne:2018")).toEqual(["2017", "2019"]);
    expect(await found("c[OBS_VALUE]=ge:20")).toEqual(["2019"]);
    expect(await found("c[OBS_STATUS]=O")).toEqual(["2018"]);
    expect(await found("c[COMMENT_OBS]=co:corrected")).toEqual(["2017"]);
    expect(await found("c[COMMENT_OBS]=nc:corrected")).toEqual(["2018", "2019"]);
    expect(await found("c[COMMENT_OBS]=sw:Census")).toEqual(["2017"]);
    expect(await found("c[COMMENT_OBS]=ew:corrected")).toEqual(["2017"]);
  });

  it("tell the attributes and measures named", async () => {
    const heads = async (query: string) =>
      Object.keys(
        csvRows((await bench.get(`${V2}/A.G.IT_USE_II99.404._T?${query}`, { accept: "text/csv" })).body)[0] ??
          {},
      );
    const some = await heads("attributes=OBS_STATUS,UNIT_MEASURE");
    expect(some.slice(some.indexOf("OBS_VALUE") + 1)).toEqual(["OBS_STATUS", "UNIT_MEASURE"]);
    expect(await heads("attributes=none")).not.toContain("OBS_STATUS");
    expect(await heads("attributes=series")).not.toContain("OBS_STATUS");
    const rows = csvRows(
      (await bench.get(`${V2}/A.G.IT_USE_II99.404?attributes=none&measures=none`, { accept: "text/csv" }))
        .body,
    );
    expect(rows.map(({ SEX }) => SEX)).toEqual(["_T", "F"]);
  });

  it("are read page by page", async () => {
    const all = await csv(`${V2}/*`);
    const pages = [
      await csv(`${V2}/*?limit=3`),
      await csv(`${V2}/*?offset=3&limit=3`),
      await csv(`${V2}/*?offset=6`),
    ];
    expect(pages.flat()).toEqual(all);
    expect(pages.map((page) => page.length)).toEqual([3, 3, 1]);
  });
});

describe("what was published when", () => {
  const OLDER = ["IT_USE_II99 404 _T 2016 16.6", "IT_USE_II99 404 _T 2017 17.8", "IT_USE_II99 404 _T 2018"];

  it("is told as of a time between two releases, in both versions", async () => {
    expect(await csv(`${V1}/${KENYA}?asOf=2026-03-31`)).toEqual(OLDER);
    expect(await csv(`${V2}/A.G.IT_USE_II99.404._T?asOf=2026-03-31T23:00:00-01:00`)).toEqual(KENYAN);
    expect(await csv(`${V1}/${KENYA}?asOf=2026-04-01T00:00:00Z`)).toEqual(KENYAN);
    expect((await bench.get(`${V1}/${KENYA}?asOf=2025-12-31`)).statusCode).toBe(404);
  });

  it("tells what is new, changed and gone since a time, and nothing else", async () => {
    const { body } = await bench.get(`${V1}/${KENYA}?updatedAfter=2026-02-01T00:00:00%2B01:00`);
    const sets = elements(xmlTree(body), "DataSet");
    expect(sets.map(({ attributes }) => attributes.action)).toEqual(["Replace", "Delete"]);
    expect(sets.map(xmlLines)).toEqual([
      ["IT_USE_II99 404 _T 2017 18", "IT_USE_II99 404 _T 2019 22.6"],
      ["IT_USE_II99 404 _T 2016"],
    ]);
    const rows = csvRows((await bench.get(`${V2}?updatedAfter=2026-02-01`, { accept: "text/csv" })).body);
    expect(rows.map(({ ACTION, TIME_PERIOD }) => `${ACTION} ${TIME_PERIOD}`)).toEqual([
      "R 2017",
      "R 2019",
      "D 2016",
    ]);
    expect((await bench.get(`${V1}?updatedAfter=2026-04-01`)).statusCode).toBe(404);
    expect((await bench.get(`${V2}?updatedAfter=2026-04-01`)).statusCode).toBe(204);
  });

  it("tells every release's news and losses, with the times, in every format that has data sets", async () => {
    const url = `${V2}/A.G.IT_USE_II99.404._T?includeHistory=true`;
    const expected = [
      OLDER,
      ["IT_USE_II99 404 _T 2017 18", "IT_USE_II99 404 _T 2019 22.6"],
      ["IT_USE_II99 404 _T 2016"],
    ];
    for (const version of ["1.0.0", "2.0.0"])
      expect(
        jsonSets(
          (await bench.get(url, { accept: `application/vnd.sdmx.data+json;version=${version}` })).body,
        ),
      ).toEqual(expected);
    for (const type of [
      "genericdata+xml;version=2.1",
      "structurespecificdata+xml;version=2.1",
      "data+xml;version=3.0.0",
    ]) {
      const sets = elements(
        xmlTree((await bench.get(url, { accept: `application/vnd.sdmx.${type}` })).body),
        "DataSet",
      );
      expect(sets.map(xmlLines), type).toEqual(expected);
      const dates = sets.flatMap(({ attributes }) =>
        Object.entries(attributes)
          .filter(([name]) => /valid(From|To)Date$/.test(name))
          .map(([, at]) => at),
      );
      expect(dates).toEqual([
        "2026-01-01T00:00:00.000Z",
        "2026-04-01T00:00:00.000Z",
        "2026-04-01T00:00:00.000Z",
      ]);
    }
    const rows = csvRows((await bench.get(url, { accept: "text/csv" })).body);
    expect(rows.map(({ ACTION, VALID_FROM, VALID_TO }) => [ACTION, VALID_FROM || VALID_TO]).at(-1)).toEqual([
      "D",
      "2026-04-01T00:00:00.000Z",
    ]);
  });

  it.skipIf(!hasSchemas)(
    "is valid by the official schemas in each of these formats (needs ../shared/data)",
    async () => {
      const url = `${V2}/A.G.IT_USE_II99.404._T?includeHistory=true`;
      const get = async (type: string) =>
        (await bench.get(url, { accept: `application/vnd.sdmx.${type}` })).body;
      checkXml(await get("genericdata+xml;version=2.1"), "2.1");
      for (const [type, version] of [
        ["structurespecificdata+xml;version=2.1", "2.1"],
        ["data+xml;version=3.0.0", "3.0"],
      ] as const)
        checkSpecific(await get(type), version, message(), "TIME_PERIOD");
      const json = JSON.parse(await get("data+json;version=2.0.0"));
      expect(jsonErrors("sdmx-json-data-schema-2.0.0.json", json)).toEqual([]);
    },
  );

  it("leaves no history out when a time to begin with is given", async () => {
    const rows = csvRows(
      (
        await bench.get(`${V2}/A.G.IT_USE_II99.404._T?includeHistory=true&updatedAfter=2026-02-01`, {
          accept: "text/csv",
        })
      ).body,
    );
    expect(rows).toHaveLength(3);
  });
});

describe("formats", () => {
  const read: Readonly<Record<string, (body: string) => string[]>> = {
    "application/vnd.sdmx.data+csv;version=1.0.0": csvLines,
    "application/vnd.sdmx.data+csv;version=2.0.0": csvLines,
    "application/vnd.sdmx.genericdata+xml;version=2.1": (body) =>
      elements(xmlTree(body), "DataSet").flatMap(xmlLines),
    "application/vnd.sdmx.structurespecificdata+xml;version=2.1": (body) =>
      elements(xmlTree(body), "DataSet").flatMap(xmlLines),
    "application/vnd.sdmx.data+xml;version=3.0.0": (body) =>
      elements(xmlTree(body), "DataSet").flatMap(xmlLines),
    "application/vnd.sdmx.data+json;version=1.0.0": (body) => jsonSets(body).flat(),
    "application/vnd.sdmx.data+json;version=2.0.0": (body) => jsonSets(body).flat(),
  };

  it.each(Object.keys(read))("%s says the same, by series and flat, in both versions", async (type) => {
    for (const base of [
      `${V1}/${KENYA}`,
      `${V2}/${key({ SERIES: "IT_USE_II99", REF_AREA: "404", SEX: "_T" }, "*")}`,
    ])
      for (const flat of ["", "?dimensionAtObservation=AllDimensions"]) {
        const { headers, body } = await bench.get(`${base}${flat}`, { accept: type });
        expect(headers["content-type"]).toBe(type);
        expect(read[type]?.(body)).toEqual(KENYAN);
      }
  });

  it("are chosen by weight, by general names, by open versions and by the parameter, which goes before", async () => {
    const type = async (accept: string, query = "") =>
      (await bench.get(`${V1}/${KENYA}${query}`, { accept })).headers["content-type"];
    expect(await type("application/json;q=0.5, text/csv;q=0.9")).toBe("text/csv; charset=utf-8");
    expect(await type("text/html, */*;q=0.1")).toBe("application/vnd.sdmx.genericdata+xml;version=2.1");
    expect(await type("application/xml")).toBe("application/xml");
    expect(await type("application/vnd.sdmx.data+json;version=2.0.0+")).toBe(
      "application/vnd.sdmx.data+json;version=2.0.0",
    );
    expect(await type("application/xml", "?format=structurespecificdata")).toBe(
      "application/vnd.sdmx.structurespecificdata+xml;version=2.1",
    );
    expect(await type("", "?format=jsondata")).toBe("application/vnd.sdmx.data+json;version=1.0.0");
  });

  it("that cannot be had are refused with what can", async () => {
    for (const accept of ["image/png", "text/csv;q=0", "application/vnd.sdmx.data+csv;version=9.0.0"]) {
      const { statusCode, body } = await bench.get(`${V1}/${KENYA}`, { accept });
      expect(statusCode).toBe(406);
      expect(body).toContain("application/vnd.sdmx.data+csv;version=2.0.0");
    }
  });

  it("write names beside codes in the language asked for, as a parameter of the type or of the address", async () => {
    const rows = async (accept: string, query: string) =>
      csvRows(
        (await bench.get(`${V2}/A.G.IT_USE_II99.4${query}`, { accept, "accept-language": "fr" })).body,
      )[0];
    expect(await rows("application/vnd.sdmx.data+csv;version=2.0.0;labels=both", "")).toMatchObject({
      "REF_AREA: Zone de référence": "4: Afghanistan",
    });
    expect(await rows("text/csv", "?labels=name&keys=series&timeFormat=normalized")).toMatchObject({
      SERIES_KEY: "A.G.IT_USE_II99.4._T._T._T._T._T._T._T._T._T._T._T",
      TIME_PERIOD: "2017-01-01",
    });
    expect((await bench.get(`${V1}/${KENYA}?labels=name`, { accept: "text/csv" })).statusCode).toBe(403);
  });

  it("for a spreadsheet begin with a byte order mark and have a file name", async () => {
    const { headers, rawPayload } = await bench.get(`${V1}/${KENYA}?format=csv`);
    expect([...rawPayload.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(headers["content-disposition"]).toBe('attachment; filename="GLOBAL.csv"');
  });

  it("are compressed as a stream where the client can read it", async () => {
    const { headers, rawPayload, payload } = await bench.get(`${V1}/all`, {
      accept: "text/csv",
      "accept-encoding": "gzip",
    });
    expect(headers["content-encoding"], payload.slice(0, 100)).toBe("gzip");
    expect(csvLines(gunzipSync(rawPayload).toString())).toHaveLength(7);
    expect((await bench.get(`${V1}/all`, { "accept-encoding": "br" })).headers["content-encoding"]).toBe(
      "br",
    );
  });
});
