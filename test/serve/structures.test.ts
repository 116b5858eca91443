import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Bench, key, openBench } from "./frozen.js";
import { elements, xmlTree } from "./readers.js";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
  bench.release("r1", "2026-01-01T00:00:00.000Z", {
    countries: [
      ["IT_USE_II99", 4, 2016, 10],
      ["IT_USE_II99", 404, 2017, 17.8],
      ["IT_USE_II99", 404, 2017, 15.1, { SEX: "F" }],
      ["IT_MOB_OWN", 404, 2019, 55.5],
    ],
  });
  await bench.keeper.refresh();
});
afterAll(() => bench.close());

/** Ids by the kind of element, of a structure message. */
async function idsOf(url: string): Promise<Record<string, string[]>> {
  const { statusCode, body } = await bench.get(url, { accept: "application/xml" });
  expect(statusCode, body.slice(0, 500)).toBe(200);
  const all: Record<string, string[]> = {};
  for (const container of elements(xmlTree(body), "Structures")[0]?.children ?? [])
    for (const { name, attributes } of container.children)
      all[name] = [...(all[name] ?? []), attributes.id ?? ""];
  return all;
}

describe("structures by SDMX REST 1.5", () => {
  it("are found under the addresses that rsdmx and the SDMX connectors make", async () => {
    expect(await idsOf("/rest/v1/dataflow/all/all/latest/")).toEqual({
      Dataflow: ["GLOBAL", "THEMATIC", "AGGREGATES"],
    });
    expect(await idsOf("/rest/v1/dataflow")).toEqual({ Dataflow: ["GLOBAL", "THEMATIC", "AGGREGATES"] });
    const structure = await idsOf("/rest/v1/datastructure/ICTSDG/ICT_SDG/1.0/?references=children");
    expect(structure).toMatchObject({ DataStructure: ["ICT_SDG"], AgencyScheme: ["AGENCIES"] });
    expect(structure.Codelist).toContain("CL_SERIES");
    expect(await idsOf("/rest/v1/codelist/ICTSDG/CL_SERIES")).toEqual({ Codelist: ["CL_SERIES"] });
  });

  it("come with all that belongs to them, as sdmx1 asks", async () => {
    const all = await idsOf("/rest/v1/dataflow/ICTSDG/GLOBAL/latest?references=all");
    expect(all).toMatchObject({
      Dataflow: ["GLOBAL"],
      DataStructure: ["ICT_SDG"],
      ContentConstraint: ["CON_GLOBAL"],
    });
    expect(all.Codelist?.length).toBeGreaterThan(10);
    expect(all.ConceptScheme).toHaveLength(2);
  });

  it("come with parents, siblings or one kind alone", async () => {
    expect(await idsOf("/rest/v1/datastructure/all/ICT_SDG?references=parents")).toEqual({
      DataStructure: ["ICT_SDG"],
      Dataflow: ["GLOBAL", "THEMATIC", "AGGREGATES"],
    });
    expect(await idsOf("/rest/v1/dataflow/all/GLOBAL?references=datastructure")).toEqual({
      Dataflow: ["GLOBAL"],
      DataStructure: ["ICT_SDG"],
    });
    expect(await idsOf("/rest/v1/codelist/all/CL_SERIES?references=ancestors")).toMatchObject({
      DataStructure: ["ICT_SDG"],
      Dataflow: ["GLOBAL", "THEMATIC", "AGGREGATES"],
    });
  });

  it("are stubs where only names are wanted", async () => {
    const { body } = await bench.get(
      "/rest/v1/dataflow/all/GLOBAL?detail=referencestubs&references=descendants",
    );
    const tree = xmlTree(body);
    expect(elements(tree, "Dataflow")[0]?.attributes.isExternalReference).toBeUndefined();
    expect(elements(tree, "DataStructure")[0]?.attributes.isExternalReference).toBe("true");
    expect(elements(tree, "DataStructureComponents")).toEqual([]);
    expect(elements(tree, "Code")).toEqual([]);
    const stubs = xmlTree((await bench.get("/rest/v1/structure?detail=allstubs")).body);
    expect(
      elements(stubs, "Dataflow").map((one) => one.children.filter(({ name }) => name !== "Name")),
    ).toEqual([[], [], []]);
  });

  it("hold single items of a list where these are named", async () => {
    const { body } = await bench.get("/rest/v1/codelist/ICTSDG/CL_SERIES/1.0/IT_USE_II99+IT_MOB_OWN");
    const [list] = elements(xmlTree(body), "Codelist");
    expect(list?.attributes.isPartial).toBe("true");
    expect(
      elements(xmlTree(body), "Code")
        .map(({ attributes }) => attributes.id)
        .sort(),
    ).toEqual(["IT_MOB_OWN", "IT_USE_II99"]);
  });

  it("that are not there are not found, and resources that are none are refused", async () => {
    for (const path of [
      "codelist/ICTSDG/NONE",
      "categoryscheme",
      "dataflow/OTHER",
      "codelist/ICTSDG/CL_SERIES/2.0",
      "codelist/ICTSDG/CL_SERIES/1.0/NONE",
    ]) {
      const { statusCode, body } = await bench.get(`/rest/v1/${path}`);
      expect([path, statusCode, elements(xmlTree(body), "ErrorMessage")[0]?.attributes.code]).toEqual([
        path,
        404,
        "100",
      ]);
    }
    for (const path of [
      "flow",
      "dataflow/a/b/c/d/e",
      "dataflow?references=cousins",
      "dataflow?detail=some",
      "dataflow?refs=all",
    ])
      expect([path, (await bench.get(`/rest/v1/${path}`)).statusCode]).toEqual([path, 400]);
    for (const path of ["schema/dataflow/ICTSDG/GLOBAL", "metadata/x"])
      expect((await bench.get(`/rest/v1/${path}`)).statusCode).toBe(501);
  });
});

describe("structures by SDMX REST 2", () => {
  it("are SDMX-JSON 2.0 below structure/, with operators for any and for the latest", async () => {
    for (const path of ["dataflow/ICTSDG/*/~", "dataflow/*/GLOBAL,THEMATIC,AGGREGATES/+", "dataflow"]) {
      const { headers, body } = await bench.get(`/rest/v2/structure/${path}`);
      expect(headers["content-type"]).toBe("application/vnd.sdmx.structure+json;version=2.0.0");
      const { data } = JSON.parse(body) as { data: { dataflows: { id: string }[] } };
      expect(data.dataflows.map(({ id }) => id)).toEqual(["GLOBAL", "THEMATIC", "AGGREGATES"]);
    }
  });

  it("tell stubs and constraints in JSON", async () => {
    const { data } = (await bench.get("/rest/v2/structure/*/*/*?detail=allstubs")).json() as {
      data: Record<string, { id: string; isExternalReference: boolean; structure?: string }[]>;
    };
    expect(data.dataflows?.[0]).toMatchObject({ id: "GLOBAL", isExternalReference: true });
    expect(data.dataflows?.[0]).not.toHaveProperty("structure");
    expect(data.dataConstraints?.map(({ id }) => id)).toEqual(["CON_GLOBAL"]);
  });
});

/** Codes of each dimension of a constraint; of the time its values. */
async function available(url: string): Promise<Record<string, string[]>> {
  const { data } = (await bench.get(url, { accept: "application/json" })).json() as {
    data: {
      dataConstraints: { cubeRegions: { keyValues: { id: string; values: { value: string }[] }[] }[] }[];
    };
  };
  const keyValues = data.dataConstraints[0]?.cubeRegions[0]?.keyValues ?? [];
  return Object.fromEntries(keyValues.map(({ id, values }) => [id, values.map(({ value }) => value)]));
}

describe("what data there are", () => {
  const AVAILABLE = "/rest/v2/availability/dataflow/ICTSDG/GLOBAL/1.0";

  it("is told of a query, by dimension", async () => {
    expect(await available(`${AVAILABLE}/*.*.IT_USE_II99.404`)).toMatchObject({
      ...{ SERIES: ["IT_USE_II99"], REF_AREA: ["404"], TIME_PERIOD: ["2017"] },
    });
    expect(await available(`${AVAILABLE}/*/REF_AREA`)).toEqual({ REF_AREA: ["4", "404"] });
    expect((await available(`${AVAILABLE}?c[TIME_PERIOD]=ge:2018`)).SERIES).toEqual(["IT_MOB_OWN"]);
  });

  it("can be told of what else might be asked for: of each dimension as if it were left open", async () => {
    // Area 4 in 2016 and 404 in 2017 have the Internet series; 404 alone has the phones, and figures of women.
    const found = await available(`${AVAILABLE}/*.*.IT_USE_II99.404?c[SEX]=F&mode=available`);
    expect(found.SEX?.sort()).toEqual(["F", "_T"]);
    expect(found.REF_AREA).toEqual(["404"]);
    expect(found.SERIES).toEqual(["IT_USE_II99"]);
    expect((await available(`${AVAILABLE}/*.*.IT_USE_II99.404?mode=available`)).REF_AREA).toEqual([
      "4",
      "404",
    ]);
  });

  it("comes with the lists it refers to, cut down to the codes it has", async () => {
    const url = `/rest/v1/availableconstraint/GLOBAL/${key({ REF_AREA: "404" })}/all/SERIES?references=codelist`;
    const { body } = await bench.get(url);
    expect(elements(xmlTree(body), "Codelist").map(({ attributes }) => attributes.id)).toEqual(["CL_SERIES"]);
    expect(
      elements(xmlTree(body), "Code")
        .map(({ attributes }) => attributes.id)
        .sort(),
    ).toEqual(["IT_MOB_OWN", "IT_USE_II99"]);
  });

  it("is nothing where there are no data", async () => {
    expect((await bench.get(`/rest/v1/availableconstraint/THEMATIC`)).statusCode).toBe(404);
    expect((await bench.get(`/rest/v2/availability/dataflow/ICTSDG/THEMATIC`)).statusCode).toBe(204);
    expect((await bench.get(`${AVAILABLE}/*/NONE`)).statusCode).toBe(422);
  });
});
