/**
 * The 228 real submissions from files to aggregates, beside those that the United Nations published in
 * the same release. Needs the optional data folder ../shared/data; skipped by name without it.
 */
import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Comparison, comparePublished, takeReal } from "../../scripts/compare-published.js";
import { compute } from "../../src/run/publish.js";
import { rules } from "../../src/validate/rules/index.js";
import { openWorkshop, type Workshop } from "./workshop.js";

const DATA = "../shared/data";
const TOLERANCE = 0.6;
const FULL_COVERAGE = 0.95;

/**
 * Regions whose population has been revised by more than the tolerance can bear, see
 * test/aggregate/published.test.ts: Oceania, Middle Africa, Western Asia. And two that the M49 list does not
 * have: Oceania without Australia and New Zealand (543), three quarters of which are Papua New Guinea, and
 * Northern Africa with Western Asia (747). And Eastern Asia (30, 753), where our value holds an estimate for
 * the Democratic People's Republic of Korea, which last reported in 2012, and theirs evidently does not.
 */
const APART = [9, 17, 30, 145, 543, 747, 753];
const APART_TOLERANCE = 1.4;

const CASES: readonly (readonly [string, readonly number[]])[] = [
  ["IT_USE_II99", [2005, 2010, 2015, 2017]],
  ["IT_MOB_2GNTWK", [2015]],
  ["IT_MOB_3GNTWK", [2015]],
];

describe.skipIf(!existsSync(DATA))("the real submissions (needs ../shared/data)", () => {
  let shop: Workshop;
  let comparisons: readonly Comparison[];
  beforeAll(async () => {
    shop = openWorkshop();
    await takeReal(shop.environment, DATA);
    comparisons = comparePublished(compute(shop.environment)?.aggregates ?? [], DATA);
  }, 120_000);
  afterAll(() => shop.close());

  function tooFarOff(
    code: string,
    years: readonly number[],
    isApart: boolean,
    tolerance: number,
  ): Comparison[] {
    const compared = comparisons.filter(
      ({ series, year, group, ours, reported }) =>
        series === code &&
        years.includes(year) &&
        APART.includes(group) === isApart &&
        ours !== null &&
        reported >= FULL_COVERAGE,
    );
    expect(compared).not.toEqual([]);
    return compared.filter(({ ours, published }) => Math.abs((ours ?? Number.NaN) - published) > tolerance);
  }

  it("are all taken, each as a vintage of its own", () => {
    const all = shop.environment.store.submissions();
    expect(all).toHaveLength(228);
    expect(new Set(all.map(({ vintage }) => vintage)).size).toBe(228);
  });

  it("have every line accounted for: as a figure, or by a finding that says why not", () => {
    const all = shop.environment.store.submissions();
    const judged = new Set(rules.map(({ id }) => id));
    const unread = shop.environment.store
      .findings()
      .filter(({ rule, severity }) => !judged.has(rule) && severity === "error");
    const places = new Set(unread.map(({ submission, line }) => `${submission} ${line}`));
    const sum = (field: "lines" | "observations") => all.reduce((total, one) => total + one[field], 0);
    expect(sum("lines")).toBeGreaterThan(0);
    expect(sum("observations") + places.size).toBe(sum("lines"));
  });

  it.each(CASES)("give %s within 0.6 points for the world and all regions but seven", (code, years) => {
    expect(comparisons.some(({ group, series }) => group === 1 && series === code)).toBe(true);
    expect(tooFarOff(code, years, false, TOLERANCE)).toEqual([]);
  });

  it.each(CASES)(
    "give %s within 1.4 points for the seven whose population or coverage differs",
    (code, years) => {
      expect(tooFarOff(code, years, true, APART_TOLERANCE)).toEqual([]);
    },
  );
});
