import { describe, expect, it } from "vitest";
import { writeCsv1, writeCsv2 } from "../../src/sdmx/csv.js";
import { message, observation, text } from "./sample.js";

const DIMENSIONS =
  "FREQ,REPORTING_TYPE,SERIES,REF_AREA,SEX,AGE,URBANISATION,INCOME_WEALTH_QUANTILE,EDUCATION_LEV,OCCUPATION,CUST_BREAKDOWN,COMPOSITE_BREAKDOWN,DISABILITY_STATUS,ACTIVITY,PRODUCT,TIME_PERIOD";
const ATTRIBUTES =
  "OBS_STATUS,UNIT_MULT,UNIT_MEASURE,NATURE,COMMENT_OBS,TIME_COVERAGE,UPPER_BOUND,LOWER_BOUND,BASE_PER,TIME_DETAIL,SOURCE_DETAIL,COMMENT_TS,GEO_INFO_URL,GEO_INFO_TYPE,CUST_BREAKDOWN_LB,DATA_LAST_UPDATE,AGE_SCOPE,NUMERATOR,DENOMINATOR";
const KENYA = observation("IT_USE_II99", 404, 2017, 17.8, { COMMENT_OBS: 'a "b",\nc' });
const KEY = "A,G,IT_USE_II99,404,_T,_T,_T,_T,_T,_T,_T,_T,_T,_T,_T";

describe("SDMX-CSV 1.0", () => {
  it("has the dataflow, dimensions, value and attributes, quoted after RFC 4180", () => {
    expect(text(writeCsv1(message(), [KENYA]))).toBe(
      `DATAFLOW,${DIMENSIONS},OBS_VALUE,${ATTRIBUTES}\r\n` +
        `ICTSDG:GLOBAL(1.0),${KEY},2017,17.8,A,0,PT,C,"a ""b"",\nc",,,,,,,,,,,,,,\r\n`,
    );
  });
});

describe("SDMX-CSV 2.0", () => {
  const lines = (options: Parameters<typeof writeCsv2>[2], changes = {}) =>
    text(writeCsv2(message({ detail: "dataonly", ...changes }), [KENYA], options)).split("\r\n");

  it("says what kind of structure it is of, which, and that it is information", () => {
    expect(lines({})).toEqual([
      `STRUCTURE,STRUCTURE_ID,ACTION,${DIMENSIONS},OBS_VALUE`,
      `dataflow,ICTSDG:GLOBAL(1.0),I,${KEY},2017,17.8`,
      "",
    ]);
  });

  it("has columns of keys after the action when asked for", () => {
    const key = KEY.replaceAll(",", ".");
    const [head, row] = lines({ keys: "both" });
    expect(head).toMatch(/^STRUCTURE,STRUCTURE_ID,ACTION,SERIES_KEY,OBS_KEY,FREQ,/);
    expect(row).toContain(`,I,${key},${key}.2017,A,G,`);
    expect(lines({ keys: "series" })[0]).toMatch(/ACTION,SERIES_KEY,FREQ/);
    expect(lines({ keys: "obs" })[0]).toMatch(/ACTION,OBS_KEY,FREQ/);
  });

  it("has codes and names in one cell with labels=both, in the language asked for", () => {
    const [head, row] = lines({ labels: "both" }, { language: "fr" });
    expect(head).toContain(",REF_AREA: Zone de référence,SEX: Sexe,");
    expect(row).toContain(",IT_USE_II99: Proportion de la population utilisant Internet,404: Kenya,");
    expect(row).toMatch(/,2017,17.8$/);
  });

  it("has names in columns of their own with labels=name, empty for what has no name", () => {
    const [head, row] = lines({ labels: "name" });
    expect(head).toContain(
      "STRUCTURE_ID,STRUCTURE_NAME,ACTION,FREQ,Frequency of observation,REPORTING_TYPE,",
    );
    expect(row).toContain(",404,Kenya,_T,Both sexes or no breakdown by sex,");
    expect(row).toMatch(/,2017,,17.8,$/);
  });

  it("has the first day of the year with timeFormat=normalized", () => {
    expect(lines({ timeFormat: "normalized" })[1]).toMatch(/,2017-01-01,17.8$/);
  });
});
