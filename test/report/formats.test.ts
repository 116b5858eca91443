import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { catalogues } from "../../src/i18n/catalogues.js";
import { reportFormats } from "../../src/report/index.js";
import { ruleWords } from "../../src/report/report.js";
import { reportSchema } from "../../src/report/schema.js";
import { LANGUAGES } from "../../src/types.js";
import { bytes, clean, FORMULA, full, range, refused, SCRIPT, written } from "./sample.js";

const REPORTS = { full, clean, refused, cut: { ...full, limit: 1 } };
const cases = Object.entries(REPORTS).flatMap(([name, report]) =>
  LANGUAGES.map((language) => [name, language, { ...report, language }] as const),
);

describe.each(reportFormats.map(({ id }) => id))("the format %s", (id) => {
  it.each(cases)("gives the same bytes for the same report: %s in %s", async (_name, _language, report) => {
    const first = await bytes(id, report);
    expect((await bytes(id, { ...report, findings: [...report.findings] })).equals(first)).toBe(true);
    expect(first.length).toBeGreaterThan(0);
    if (id !== "xlsx") expect(first.at(-1)).toBe("\n".charCodeAt(0));
  });
});

describe("rules without a finding", () => {
  const rules = Object.keys(catalogues.findings.en).flatMap((id) => /^(.+)\.title$/.exec(id)?.[1] ?? []);
  it.each(LANGUAGES)("have a name and a remedy in %s", (language) => {
    for (const rule of rules) {
      const { title, remedy } = ruleWords(rule, language);
      expect(`${title} ${remedy}`).not.toMatch(/NaN|undefined|[{}]/);
    }
  });
});

describe("the report in JSON", () => {
  const accepts = new Ajv2020({ allErrors: true }).compile(reportSchema());

  it.each(cases)("fulfils its schema: %s in %s", (_name, _language, report) => {
    accepts(JSON.parse(written("json", report)));
    expect(accepts.errors).toBeNull();
  });

  it("keeps rule and parameters beside the words", () => {
    const data = JSON.parse(written("json", full));
    expect(data.counts).toEqual({ error: 2, warning: 1, info: 1 });
    expect(data.file).toEqual({
      name: "EGY.csv",
      sha256: full.receipt,
      bytes: 38_092,
      area: 818,
      areaName: FORMULA,
    });
    expect(data.reading).toMatchObject({ delimiter: "semicolon", decimal: null, stated: ["encoding"] });
    const { rule, line, column, key, params } = range;
    expect(data.findings[1]).toMatchObject({ rule, line, column, key, params });
    expect(data.findings[3]).toMatchObject({ line: null, column: null });
  });

  it("says when it was cut", () => {
    const { listing, findings } = JSON.parse(written("json", REPORTS.cut));
    expect(listing).toEqual({ listed: 1, total: 4, limit: 1 });
    expect(findings).toHaveLength(1);
  });

  it("is refused by its schema when something is missing or added", () => {
    const data = JSON.parse(written("json", full));
    expect(accepts({ ...data, reading: undefined, extra: 1 })).toBe(false);
    const { counts, ...without } = data;
    expect(counts).toBeDefined();
    expect(accepts(without)).toBe(false);
  });

  it("has a published schema that is as it is made", () => {
    expect(JSON.parse(readFileSync("data/schema/report.schema.json", "utf8"))).toEqual(reportSchema());
  });
});

describe("the report in CSV", () => {
  const records = (report = full) => {
    const text = written("csv", report);
    return parse(text, { bom: true, columns: true }) as Record<string, string>[];
  };

  it("is one finding a line, never cut", () => {
    expect(records(REPORTS.cut).map(({ SEVERITY, LINE }) => [SEVERITY, LINE])).toEqual([
      ["error", "7"],
      ["error", "12"],
      ["warning", "1240"],
      ["info", ""],
    ]);
    expect(records(clean)).toEqual([]);
  });

  it("holds place, subject and words", () => {
    expect(records()[1]).toMatchObject({
      FILE: "EGY.csv",
      RULE: "within-range",
      COLUMN: "OBS_VALUE",
      SERIES: "IT_USE_II99",
      REF_AREA: "818",
      TIME_PERIOD: "2024",
      TITLE: "Value out of range",
    });
  });

  it("makes formulas harmless and keeps everything else", () => {
    const [first] = records({ ...full, filename: FORMULA });
    expect(first?.FILE).toBe(`'${FORMULA}`);
    expect(first?.COLUMN).toBe("'=OBS_VALUE");
    expect(first?.PROBLEM).toContain(SCRIPT);
  });
});
