import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { submissionSchema } from "../../indicators/schema.js";

const accepts = new Ajv2020({ allErrors: true, strict: false }).compile(submissionSchema());

const good = { SERIES: "IT_USE_II99", REF_AREA: "CHE", TIME_PERIOD: "2024", OBS_VALUE: 90 };

describe("the schema of a submission record", () => {
  it("accepts a record of the four required columns", () => {
    expect(accepts(good)).toBe(true);
  });

  it("accepts a record of every column", () => {
    const full = {
      ...good,
      SEX: "F",
      AGE: "Y15T24",
      URBANISATION: "U",
      EDUCATION_LEV: "_T",
      COMPOSITE_BREAKDOWN: "_T",
      UNIT_MEASURE: "PT",
      UNIT_MULT: "0",
      OBS_STATUS: "P",
      NUMERATOR: 900,
      DENOMINATOR: 1000,
      AGE_SCOPE: "15+",
      SOURCE_DETAIL: "Survey",
      COMMENT_OBS: "",
    };
    expect(accepts(full)).toBe(true);
  });

  it.each(["IT_USE", "it_use_ii99"])("rejects the series %s, which is none", (SERIES) => {
    expect(accepts({ ...good, SERIES })).toBe(false);
  });

  it.each(["SERIES", "REF_AREA", "TIME_PERIOD", "OBS_VALUE"])("rejects a record without %s", (column) => {
    expect(accepts(Object.fromEntries(Object.entries(good).filter(([name]) => name !== column)))).toBe(false);
  });

  it.each([
    ["a unit that is not the series' own", { UNIT_MEASURE: "NUMBER" }],
    ["a code that is in no list", { SEX: "W" }],
    ["a breakdown the series does not have", { COMPOSITE_BREAKDOWN: "IS_GE10M" }],
    ["a status that is in no list", { OBS_STATUS: "Z" }],
    ["a value that is text", { OBS_VALUE: "90" }],
    ["a year of two digits", { TIME_PERIOD: "24" }],
    ["a column that is not canonical", { COUNTRY: "Switzerland" }],
  ])("rejects %s", (_, change) => {
    expect(accepts({ ...good, ...change })).toBe(false);
  });

  it("accepts a missing value with a reason and rejects one without", () => {
    expect(accepts({ ...good, OBS_VALUE: null, OBS_STATUS: "L" })).toBe(true);
    expect(accepts({ ...good, OBS_VALUE: null })).toBe(false);
    expect(accepts({ ...good, OBS_VALUE: null, OBS_STATUS: "A" })).toBe(false);
  });

  it("accepts a speed tier for subscriptions and no sex", () => {
    const tier = { ...good, SERIES: "IT_NET_BBNDN", COMPOSITE_BREAKDOWN: "IS_GE10M" };
    expect(accepts(tier)).toBe(true);
    expect(accepts({ ...tier, SEX: "F" })).toBe(false);
  });

  it("is published as it is made", () => {
    expect(JSON.parse(readFileSync("data/schema/submission.schema.json", "utf8"))).toEqual(
      submissionSchema(),
    );
  });
});
