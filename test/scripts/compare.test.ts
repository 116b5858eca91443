import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Comparison, comparePublished } from "../../scripts/compare/comparison.js";
import { summaries } from "../../scripts/compare/print.js";
import { causeOf, gapOf, statisticsOf } from "../../scripts/compare/statistics.js";
import type { Aggregate } from "../../src/types.js";

const row = (change: Partial<Comparison> = {}): Comparison => ({
  ...{ series: "IT_USE_II99", group: 1, year: 2015, breakdown: "" },
  ...{ published: 40, ours: 41, unfilled: 41, reported: 1, used: 1, ...change },
});

describe("statistics of differences", () => {
  it("are the means of ours − published and of its size, and the largest: +1, −3, +0.5", () => {
    const far = row({ ours: 37 });
    const found = statisticsOf([row(), far, row({ ours: 40.5 }), row({ ours: null })]);
    expect(found).toEqual({ published: 4, compared: 3, meanAbsolute: 1.5, mean: -0.5, largest: far });
  });

  it("of counts are in per cent: 110 against 100 is 10 %", () => {
    expect(gapOf(row({ series: "IT_NET_BBNDN", published: 100, ours: 110 }))).toBe(10);
    expect(gapOf(row())).toBe(1);
  });

  it("say that there is nothing of ours to compare", () => {
    expect(statisticsOf([row({ ours: null })])).toMatchObject({ published: 1, compared: 0, largest: null });
  });
});

describe("the cause of a difference", () => {
  it.each([
    ["filled", { ours: 44, unfilled: 42 }],
    ["weights-or-figures", { ours: 44, unfilled: 42.1 }],
    ["weights-or-figures", { ours: 44, unfilled: null }],
    ["thin", { ours: 44, unfilled: 44, used: 0.9 }],
    ["no-value", { ours: null, unfilled: 40 }],
  ] as const)("is %s with %j", (cause, change) => {
    expect(causeOf(row(change))).toBe(cause);
  });
});

describe("published values", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "ictsdg-test-"));
    mkdirSync(join(folder, "published"));
    const lines = [
      "SERIES,REF_AREA,TIME_PERIOD,SEX,COMPOSITE_BREAKDOWN,OBS_VALUE",
      "IT_USE_II99,1,2015,F,_T,40",
    ];
    writeFileSync(join(folder, "published/IT_USE_II99.csv"), lines.join("\n"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("stand beside ours of the same series, group, year and breakdown", () => {
    const ours = (SEX: string, value: number): Aggregate => ({
      ...{ series: "IT_USE_II99", area: 1, period: 2015, dimensions: { SEX }, value },
      ...{ weightCovered: 0.5, weightUsed: 0.9, weightStandIn: 0 },
      ...{ countries: 2, countriesReported: 1, countriesEstimated: 1 },
      ...{ reportedValue: null, low: null, high: null, status: "A" },
    });
    const found = comparePublished([ours("M", 50), ours("F", 41)], folder, [ours("F", 39)]);
    expect(found).toEqual([row({ breakdown: "F", unfilled: 39, reported: 0.5, used: 0.9 })]);
  });
});

describe("the summaries as Markdown", () => {
  it("have a table by indicator, coverage, cause, group and year", () => {
    const lines = summaries([row(), row({ ours: 37, year: 2016, used: 0.5 })], () => "World", true).split(
      "\n",
    );
    expect(lines).toContain("| IT_USE_II99 (points) | 2 | 2 | 2.00 | -1.00 | -3.00 | World, 2016 |");
    expect(lines).toContain("| IT_USE_II99 (points) | 1 | 1 | 1.00 | 1.00 | 1.00 | World, 2015 |");
    expect(lines).toContain("| IT_USE_II99, World (1) | 2 | 2 | 2.00 | -1.00 | -3.00 | World, 2016 |");
    expect(lines).toContain("| IT_USE_II99, 2016 | 1 | 1 | 3.00 | -3.00 | -3.00 | World, 2016 |");
    expect(lines).toContain("| IT_USE_II99 | 1 | 0 | 0 | 0 |");
  });
});
