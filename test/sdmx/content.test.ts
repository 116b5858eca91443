/** What is published in SDMX, from submissions to messages and back. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seriesByCode } from "../../indicators/index.js";
import type { Series } from "../../src/define.js";
import { compareKeys } from "../../src/keys.js";
import { type SdmxContent, sdmxContent } from "../../src/run/sdmx.js";
import { writeCsv1, writeCsv2 } from "../../src/sdmx/csv.js";
import { fromAggregate, fromStored, sdmxKey } from "../../src/sdmx/mapping.js";
import type { SdmxObservation } from "../../src/sdmx/model.js";
import { findDataflow } from "../../src/sdmx/structure.js";
import type { Aggregate, StoredObservation } from "../../src/types.js";
import { openWorkshop, type Workshop } from "../run/workshop.js";
import { message, structures, text } from "./sample.js";

const HEAD =
  "SERIES,REF_AREA,TIME_PERIOD,SEX,OBS_VALUE,UNIT_MULT,OBS_STATUS,AGE_SCOPE,SOURCE_DETAIL,COMMENT_OBS";
const ROWS = [
  "IT_USE_II99,KEN,2015,_T,16.5,0,A,15+,Survey 2015,",
  'IT_USE_II99,KEN,2017,_T,17.8,0,B,15+,Survey 2017,"New sample, face to face"',
  "IT_USE_II99,KEN,2017,F,16.1,0,A,15+,Survey 2017,",
  "IT_NET_BBNDN,KEN,2017,_T,288.5,3,A,,,",
  "IT_USE_II99,KEN,2018,_T,,0,M,,,Not asked",
  "ICT_HH4,KEN,2017,_T,9.5,0,A,,Survey 2017,",
];

let shop: Workshop;
let content: SdmxContent;
beforeAll(async () => {
  shop = openWorkshop();
  const report = await shop.take(shop.write("KEN.csv", `${[HEAD, ...ROWS].join("\n")}\n`));
  expect(report.outcome).toBe("taken");
  content = sdmxContent(shop.environment, "en") as SdmxContent;
});
afterAll(() => shop.close());

const short = ({ key, period, value, attributes }: SdmxObservation) =>
  `${key.SERIES} ${key.REF_AREA} ${key.SEX} ${period} ${value} ${attributes.OBS_STATUS} ${attributes.NATURE}`;

describe("the dataflows of a vintage", () => {
  it("hold what the country reported, and estimates where the indicator lets them be shown, by series and year", () => {
    expect([...content.data("GLOBAL")].map(short)).toEqual([
      "IT_NET_BBNDN 404 _T 2017 288.5 A C",
      "IT_USE_II99 404 _T 2015 16.5 A C",
      expect.stringMatching(/^IT_USE_II99 404 _T 2016 17\.\d+ E E$/),
      "IT_USE_II99 404 _T 2017 17.8 B C",
      "IT_USE_II99 404 _T 2018 null M C",
      "IT_USE_II99 404 F 2017 16.1 A C",
    ]);
    expect([...content.data("THEMATIC")].map(short)).toEqual(["ICT_HH4 404 _T 2017 9.5 A C"]);
  });

  it("can be gone through again, and share the key within a series", () => {
    const data = content.data("GLOBAL");
    const [first, second] = [[...data], [...data]];
    expect(second).toEqual(first);
    expect(first[1]?.key).toBe(first[2]?.key);
    expect(first[0]?.key).not.toBe(first[1]?.key);
  });

  it("hold values of groups with their coverage as comment", () => {
    const world = [...content.data("AGGREGATES")].find(
      ({ key, period }) => key.SERIES === "IT_NET_BBNDN" && key.REF_AREA === "1" && period === "2017",
    );
    expect(world).toMatchObject({ value: null, attributes: { OBS_STATUS: "O", NATURE: "G" } });
    expect(world?.attributes.COMMENT_OBS).toMatch(
      /^Coverage: \d+ per cent of the weight reported.*1 reported and 0 estimated, of \d+\.$/,
    );
    const french = sdmxContent(shop.environment, "fr");
    const [any] = french?.data("AGGREGATES") ?? [];
    expect(any?.attributes.COMMENT_OBS).toMatch(/^Couverture : /);
  });

  it("say which codes and years have data", () => {
    const global = content.constraints().find(({ dataflow }) => dataflow.id === "GLOBAL");
    expect(global?.codes).toMatchObject({
      FREQ: ["A"],
      SERIES: ["IT_NET_BBNDN", "IT_USE_II99"],
      REF_AREA: ["404"],
      SEX: ["_T", "F"],
    });
    expect(global?.periods).toEqual(["2015", "2016", "2017", "2018"]);
  });

  it("say so when nothing has been taken", () => {
    const empty = openWorkshop();
    expect(sdmxContent(empty.environment, "en")).toBeUndefined();
    empty.close();
  });
});

describe("SDMX-CSV of what a country reported", () => {
  it.each([
    ["1.0", writeCsv1],
    ["2.0", writeCsv2],
  ] as const)("is taken again as the same figures (%s)", async (_, write) => {
    const again = openWorkshop();
    const dataflow = findDataflow(structures, "GLOBAL") ?? message().dataflow;
    const reported = [...content.data("GLOBAL")].filter(({ attributes }) => attributes.NATURE === "C");
    const file = text(write(message({ dataflow }), reported));
    expect((await again.take(again.write("KEN.csv", file))).outcome).toBe("taken");
    const figures = (shopped: Workshop) =>
      (shopped.environment.store.observations(1) as StoredObservation[])
        .filter(({ series }) => series.startsWith("IT_"))
        .map(({ line: _line, submission: _submission, ...figure }) => figure)
        .sort(compareKeys);
    expect(figures(again)).toHaveLength(5);
    expect(figures(again)).toEqual(figures(shop));
    again.close();
  });
});

describe("the mapping", () => {
  const key = sdmxKey({ series: "IT_NET_BBNDN", area: 404, dimensions: {} }, String);

  it("keeps value and multiplier apart, and leaves out what is not known", () => {
    const [reported] = shop.environment.store
      .observations(1)
      .filter(({ series }) => series === "IT_NET_BBNDN");
    expect(fromStored(reported as StoredObservation, key)).toEqual({
      key,
      period: "2017",
      value: 288.5,
      attributes: { OBS_STATUS: "A", UNIT_MULT: "3", UNIT_MEASURE: "NUMBER", NATURE: "C" },
    });
  });

  it("marks a group's value with its bounds, and as estimated where estimates take part", () => {
    const aggregate = {
      series: "IT_USE_II99",
      area: 1,
      period: 2017,
      dimensions: {},
      value: 45.25,
      weightCovered: 0.625,
      weightUsed: 0.995,
      countries: 216,
      countriesReported: 120,
      countriesEstimated: 90,
      reportedValue: null,
      low: 44.5,
      high: Number.POSITIVE_INFINITY,
      status: "A",
    } as Aggregate;
    const series = seriesByCode.get("IT_USE_II99")?.series as Series;
    expect(fromAggregate(aggregate, series, key, "en").attributes).toEqual({
      OBS_STATUS: "A",
      UNIT_MULT: "0",
      UNIT_MEASURE: "PT",
      NATURE: "E",
      COMMENT_OBS:
        "Coverage: 63 per cent of the weight reported, 100 per cent reported or estimated; countries: 120 reported and 90 estimated, of 216.",
      LOWER_BOUND: "44.5",
    });
    const reported = { ...aggregate, countriesEstimated: 0 };
    expect(fromAggregate(reported, series, key, "en").attributes.NATURE).toBe("G");
  });
});
