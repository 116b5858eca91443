import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { indicators, seriesByCode } from "../../indicators/index.js";
import { REQUIRED_COLUMNS, SUBMISSION_COLUMNS, submissionSchema } from "../../indicators/schema.js";
import { template } from "../../indicators/templates.js";
import { QUESTIONNAIRES } from "../../src/define.js";

type Cells = Readonly<Record<string, string>>;

const lines = (questionnaire: (typeof QUESTIONNAIRES)[number]): Cells[] =>
  parse(template(questionnaire), { columns: true });
const all = QUESTIONNAIRES.flatMap(lines);

/** Value of the line of this series with these codes and `_T` everywhere else. */
function value(series: string, codes: Cells = {}): number {
  const wanted = {
    SEX: "_T",
    AGE: "_T",
    URBANISATION: "_T",
    EDUCATION_LEV: "_T",
    COMPOSITE_BREAKDOWN: "_T",
    ...codes,
  };
  const found = all.find(
    (cells) => cells.SERIES === series && Object.entries(wanted).every(([id, code]) => cells[id] === code),
  );
  return Number(found?.OBS_VALUE ?? Number.NaN);
}

/** The cells of a line as the schema has them: figures as numbers, empty cells left out. */
function record(cells: Cells): Record<string, string | number> {
  const figures = new Set(["OBS_VALUE", "NUMERATOR", "DENOMINATOR"]);
  const filled = Object.entries(cells).filter(([, cell]) => cell !== "");
  return Object.fromEntries(filled.map(([id, cell]) => [id, figures.has(id) ? Number(cell) : cell]));
}

describe("templates", () => {
  it.each(QUESTIONNAIRES)("%s is published as it is made", (questionnaire) => {
    expect(readFileSync(`data/templates/${questionnaire}.csv`, "utf8")).toBe(template(questionnaire));
  });

  it("begin with the canonical columns and fill the required ones", () => {
    for (const questionnaire of QUESTIONNAIRES) {
      expect(template(questionnaire).split("\n")[0]).toBe(SUBMISSION_COLUMNS.join(","));
    }
    for (const cells of all) for (const column of REQUIRED_COLUMNS) expect(cells[column]).not.toBe("");
  });

  it("have every series of the questionnaire, and no line twice", () => {
    const codes = indicators.flatMap(({ series }) => series.map(({ code }) => code));
    expect(new Set(all.map((cells) => cells.SERIES))).toEqual(new Set(codes));
    const keys = all.map((cells) =>
      SUBMISSION_COLUMNS.slice(0, 8)
        .map((column) => cells[column])
        .join(),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("have a line for every dimension a series can be broken down by", () => {
    for (const [code, { series }] of seriesByCode) {
      for (const dimension of Object.keys(series.dimensions)) {
        const broken = all.filter((cells) => cells.SERIES === code && cells[dimension] !== "_T");
        expect(broken.length, `${code} ${dimension}`).toBeGreaterThan(0);
      }
    }
  });

  it("fit the schema", () => {
    const accepts = new Ajv2020({ strict: false }).compile(submissionSchema());
    for (const cells of all) expect(accepts(record(cells)), JSON.stringify(cells)).toBe(true);
  });

  it("stay within the range of each series", () => {
    for (const cells of all) {
      const series = seriesByCode.get(cells.SERIES ?? "")?.series;
      expect(Number(cells.OBS_VALUE)).toBeGreaterThanOrEqual(series?.minimum ?? Number.NaN);
      if (series?.maximum != null) expect(Number(cells.OBS_VALUE)).toBeLessThanOrEqual(series.maximum);
    }
  });

  it("have a rate that is its count over its denominator", () => {
    for (const cells of all.filter((line) => line.DENOMINATOR !== "")) {
      const rate = (100 * Number(cells.NUMERATOR)) / Number(cells.DENOMINATOR);
      expect(rate, JSON.stringify(cells)).toBeCloseTo(Number(cells.OBS_VALUE), 3);
    }
    expect(value("IT_NET_BBND")).toBeCloseTo((100 * value("IT_NET_BBNDN")) / 9_000_000);
    expect(value("ICT_A4")).toBeCloseTo((100 * value("ICT_A4N")) / 9_000_000);
    expect(value("ICT_EW4")).toBeCloseTo((100 * value("ICT_EW4N")) / value("ICT_EW2N"));
    expect(value("ICT_EW2")).toBeCloseTo((1000 * value("ICT_EW2N")) / 9_000_000);
    expect(value("ICT_A5")).toBeCloseTo((1_000_000 * value("ICT_A5N")) / 9_000_000);
  });

  it("have speed tiers that add up to the total", () => {
    for (const series of ["IT_NET_BBND", "IT_NET_BBNDN"]) {
      const tiers = ["IS_256KT2M", "IS_2MT10M", "IS_GE10M"].map((code) =>
        value(series, { COMPOSITE_BREAKDOWN: code }),
      );
      expect(tiers.reduce((sum, tier) => sum + tier, 0)).toBeCloseTo(value(series));
    }
  });

  it.each([{}, { URBANISATION: "U" }, { URBANISATION: "R" }])(
    "cover fewer with newer networks %o",
    (codes) => {
      const networks = ["2G", "3G", "4G", "5G"].map((generation) => value(`IT_MOB_${generation}NTWK`, codes));
      expect(networks).toEqual([...networks].sort((a, b) => b - a));
    },
  );

  it("have a total between women and men", () => {
    for (const series of ["IT_USE_II99", "IT_MOB_OWN", "ICT_HH20", "ICT_ED8"]) {
      expect(value(series, { SEX: "F" })).toBeLessThan(value(series));
      expect(value(series, { SEX: "M" })).toBeGreaterThan(value(series));
    }
  });

  it("give the age scope of surveys of people and of nothing else", () => {
    for (const cells of all) {
      const survey = seriesByCode.get(cells.SERIES ?? "")?.indicator.survey;
      expect(cells.AGE_SCOPE).toBe(survey ? "15+" : "");
    }
  });

  it("say of every figure that it is an example", () => {
    for (const cells of all) expect(cells.SOURCE_DETAIL).toBe("Example, replace with your source");
  });
});
