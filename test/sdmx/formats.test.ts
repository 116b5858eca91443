import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataFormats } from "../../src/sdmx/index.js";
import { writeJson2 } from "../../src/sdmx/json-data.js";
import type { DataMessage, Detail, SdmxObservation } from "../../src/sdmx/model.js";
import { checkSpecific, checkXml, hasSchemas, jsonErrors } from "./official.js";
import { type Found, readCsv, readJson, readMl } from "./readers.js";
import { message, OBSERVATIONS, observation, text } from "./sample.js";

type Layout = DataMessage["dimensionAtObservation"];
const LAYOUTS: readonly Layout[] = ["TIME_PERIOD", "AllDimensions"];
const DETAILS: readonly Detail[] = ["full", "dataonly", "serieskeysonly", "nodata"];

const CASES = dataFormats.flatMap((format) => LAYOUTS.map((layout) => ({ ...format, layout })));
const readerOf = (extension: string) => ({ csv: readCsv, xml: readMl, json: readJson })[extension] ?? readCsv;

/** What a reader should find of observations. */
const expected = (observations: readonly SdmxObservation[]): Found[] =>
  observations.map(({ key, period, value, attributes }) => ({
    key: { ...key, TIME_PERIOD: period },
    value,
    attributes,
  }));

/** Formats keep the order of series, but an object of JSON is in the order of its numbers. */
const byKey = (found: readonly Found[]) =>
  [...found].sort((a, b) => (JSON.stringify(a.key) < JSON.stringify(b.key) ? -1 : 1));

const ids = (found: readonly Found[]) => byKey(found).map(({ key }) => Object.values(key).sort().join(" "));

describe.each(CASES)("$id with $layout at the observation", ({ extension, layout, write }) => {
  const read = readerOf(extension);
  const written = (observations: readonly SdmxObservation[], detail: Detail = "full") =>
    text(write(message({ dimensionAtObservation: layout, detail }), observations));

  it("is read back to the same keys, numbers and texts", () => {
    const found = read(written(OBSERVATIONS));
    expect(ids(found)).toEqual(ids(expected(OBSERVATIONS)));
    for (const one of expected(OBSERVATIONS)) expect(found).toContainEqual(one);
  });

  it("keeps any number to its last digit and any text that XML can hold", () => {
    const texts = fc
      .string({ unit: "grapheme-composite", minLength: 1 })
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these XML cannot hold.
      .filter((one) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(one));
    const doubles = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    fc.assert(
      fc.property(doubles, texts, (value, comment) => {
        const given = [observation("IT_USE_II99", 404, 2020, value, { COMMENT_OBS: comment })];
        expect(read(written(given))).toEqual(expected(given));
      }),
      { numRuns: 60 },
    );
  });

  it("leaves out the attributes where only data are asked for", () => {
    const found = read(written(OBSERVATIONS, "dataonly"));
    expect(found).toHaveLength(OBSERVATIONS.length);
    expect(found.every(({ attributes }) => Object.keys(attributes).length === 0)).toBe(true);
    expect(found.map(({ value }) => value)).toEqual(expect.arrayContaining([17.8, null, 0.1 + 0.2]));
  });

  it("is the same bytes for the same content", () => {
    expect(written(OBSERVATIONS)).toBe(written([...OBSERVATIONS]));
  });

  it("can be empty", () => {
    expect(read(written([]))).toEqual([]);
  });
});

describe.each(dataFormats)("$id", ({ write, extension }) => {
  it.each(["serieskeysonly", "nodata"] as const)("tells the series without observations (%s)", (detail) => {
    const whole = text(write(message({ detail }), OBSERVATIONS));
    expect(whole).not.toContain("2017");
    expect(whole).not.toContain("17.8");
    expect(whole.includes("UNIT_MEASURE")).toBe(detail === "nodata");
    const series = { csv: /IT_USE_II99,/g, xml: /<(gen:)?Series[ >]/g, json: /"\d+(:\d+){14}":/g }[extension];
    expect(whole.match(series ?? /$^/g)).toHaveLength(3);
  });

  it("is written as the observations come, without all of them in memory", () => {
    let drawn = 0;
    let passes = 0;
    const many: Iterable<SdmxObservation> = {
      *[Symbol.iterator]() {
        passes += 1;
        for (let area = 1; area <= 20_000; area++) {
          drawn += 1;
          yield observation("IT_USE_II99", 404, area, area, {});
        }
      },
    };
    const pieces = write(message(), many)[Symbol.iterator]();
    for (let piece = 0; piece < 10; piece++) pieces.next();
    // JSON goes through all of them once before it writes any, for the codes that it lists first.
    const before = extension === "json" ? 20_000 : 0;
    expect(drawn - before).toBeLessThanOrEqual(10_000);
    expect(passes).toBe(extension === "json" ? 2 : 1);
  });
});

describe("what XML cannot hold", () => {
  it("becomes the replacement character, and the rest of the text stays", () => {
    const given = [observation("IT_USE_II99", 404, 2020, 1, { COMMENT_OBS: "a\u0000b\u001fc\ud800d\uffff" })];
    for (const { write } of dataFormats.filter(({ extension }) => extension === "xml"))
      expect(readMl(text(write(message(), given)))[0]?.attributes.COMMENT_OBS).toBe(
        "a\ufffdb\ufffdc\ufffdd\ufffd",
      );
  });
});

describe("names", () => {
  it("are in the language asked for, and in English where there is none in it", () => {
    const { data, meta } = JSON.parse(text(writeJson2(message({ language: "ar" }), OBSERVATIONS)));
    expect(meta.contentLanguages).toEqual(["ar", "en"]);
    const [structure] = data.structures;
    const { values } = structure.dimensions.series.find((one: { id: string }) => one.id === "REF_AREA");
    expect(values).toEqual([
      { id: "404", name: "كينيا" },
      { id: "ITU_AFR", name: "أفريقيا (منطقة الاتحاد)" },
    ]);
  });
});

describe.skipIf(!hasSchemas)("the official schemas (needs ../shared/data)", () => {
  const details = LAYOUTS.flatMap((layout) => DETAILS.map((detail) => ({ layout, detail })));
  const given = (id: string, layout: Layout, detail: Detail, observations = OBSERVATIONS) => {
    const format = dataFormats.find((one) => one.id === id);
    return text(format?.write(message({ dimensionAtObservation: layout, detail }), observations) ?? []);
  };
  /** Without observations there are only series, whatever was asked for. */
  const effective = (layout: Layout, detail: Detail): Layout =>
    detail === "full" || detail === "dataonly" ? layout : "TIME_PERIOD";

  it.each(details)("hold for SDMX-ML with $layout and $detail", ({ layout, detail }) => {
    const at = effective(layout, detail);
    checkXml(given("ml21-generic", layout, detail), "2.1");
    checkSpecific(given("ml21", layout, detail), "2.1", message(), at);
    checkSpecific(given("ml30", layout, detail), "3.0", message(), at);
  });

  it.each(details)("hold for SDMX-JSON 2.0 with $layout and $detail", ({ layout, detail }) => {
    const json = JSON.parse(given("json2", layout, detail));
    expect(jsonErrors("sdmx-json-data-schema-2.0.0.json", json)).toEqual([]);
  });

  it("hold for messages without data", () => {
    checkXml(given("ml21-generic", "TIME_PERIOD", "full", []), "2.1");
    checkSpecific(given("ml21", "TIME_PERIOD", "full", []), "2.1", message(), "TIME_PERIOD");
    checkSpecific(given("ml30", "AllDimensions", "full", []), "3.0", message(), "AllDimensions");
    const json = JSON.parse(given("json2", "TIME_PERIOD", "full", []));
    expect(jsonErrors("sdmx-json-data-schema-2.0.0.json", json)).toEqual([]);
  });

  it.each([
    ["a code that no list has", 'SEX="_T"', 'SEX="X"'],
    ["a dimension left out", ' SEX="_T"', ""],
    ["a value that is no number", 'OBS_VALUE="17.8"', 'OBS_VALUE="much"'],
    ["an attribute nobody declared", ' NATURE="C"', ' NATURE="C" COLOUR="red"'],
  ])("refuse %s in structure-specific data", (_, right, wrong) => {
    for (const [id, version] of [
      ["ml21", "2.1"],
      ["ml30", "3.0"],
    ] as const) {
      const whole = given(id, "TIME_PERIOD", "full");
      expect(whole).toContain(right);
      expect(() => checkSpecific(whole.replace(right, wrong), version, message(), "TIME_PERIOD")).toThrow();
    }
  });
});
