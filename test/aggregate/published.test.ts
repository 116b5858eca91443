/**
 * Our aggregates of the countries' figures against the aggregates the United Nations published in the
 * same release (SDG global database, 2020). The population file is a later revision than theirs, so
 * equality is not expected. Needs the optional data folder ../shared/data; skipped by name without it.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { aggregate } from "../../src/aggregate/aggregate.js";
import type { Group } from "../../src/aggregate/input.js";
import { estimateAll } from "../../src/estimate/index.js";
import type { Aggregate, Observation } from "../../src/types.js";
import { indicator, reported, series } from "./sample.js";

const DATA = "../shared/data";
const TOLERANCE = 0.6;
const FULL_COVERAGE = 0.95;

/**
 * The revision in use in 2020: United Nations, World Population Prospects 2019, total population in
 * thousands, for the countries whose later revision moves a region by more than the tolerance.
 * Yemen and Papua New Guinea have since been revised upwards by up to a fifth, for instance.
 */
const WPP_2019: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  COD: { 2015: 76_245 },
  PNG: { 2015: 8_108, 2017: 8_438 },
  SAU: { 2010: 27_421, 2015: 31_718, 2017: 33_101 },
  SYR: { 2010: 21_363, 2015: 17_997, 2017: 17_096 },
  YEM: { 2010: 23_155, 2015: 26_498, 2017: 27_835 },
};

/** Oceania, Middle Africa and Western Asia: the regions these countries belong to and weigh much in. */
const REVISED_REGIONS = [9, 17, 145];

type Line = Readonly<Record<string, string>>;

const read = (path: string): Line[] => parse(readFileSync(join(DATA, path)), { columns: true, bom: true });
const countries = (): Line[] => read("reference/country-codes.csv").filter((row) => row.M49);

function readPopulation(m49: ReadonlyMap<string, number>, earlier: typeof WPP_2019): Map<string, number> {
  const population = new Map<string, number>();
  for (const row of read("reference/population.csv")) {
    const iso3 = row["Country Code"] ?? "";
    const thousands = earlier[iso3]?.[Number(row.Year)];
    const value = thousands === undefined ? Number(row.Value) : thousands * 1000;
    population.set(`${m49.get(iso3)} ${row.Year}`, value);
  }
  return population;
}

function readObservations(m49: ReadonlyMap<string, number>, codes: ReadonlySet<string>): Observation[] {
  return readdirSync(join(DATA, "submissions"))
    .flatMap((file) => read(join("submissions", file)))
    .filter((row) => codes.has(row.SERIES ?? "") && row.SEX === "_T" && row.OBS_VALUE !== "")
    .map((row) => {
      const area = m49.get(row.REF_AREA ?? "") ?? Number.NaN;
      return reported(area, Number(row.OBS_VALUE), {
        series: row.SERIES ?? "",
        period: Number(row.TIME_PERIOD),
      });
    });
}

// Every region the M49 list names, under the code of the column, and the world.
function readGroups(): Group[] {
  const members = new Map<number, number[]>();
  for (const row of countries()) {
    const codes = ["Global Code", "Region Code", "Sub-region Code", "Intermediate Region Code"];
    for (const code of codes
      .map((column) => row[column])
      .filter(Boolean)
      .map(Number)) {
      members.set(code, [...(members.get(code) ?? []), Number(row.M49)]);
    }
  }
  return [...members].map(([code, areas]) => ({ code, members: () => areas }));
}

function compute(earlier: typeof WPP_2019 = {}): Aggregate[] {
  const m49 = new Map(countries().map((row) => [row["ISO3166-1-Alpha-3"] ?? "", Number(row.M49)]));
  const codes = ["IT_USE_II99", "IT_MOB_2GNTWK", "IT_MOB_3GNTWK"];
  const population = readPopulation(m49, earlier);
  const observations = readObservations(m49, new Set(codes));
  const weighted = { method: "weighted-mean", weight: "POPULATION" } as const;
  const indicators = [indicator(codes.map((code) => series(code, weighted)))];
  return aggregate({
    indicators,
    observations,
    estimates: estimateAll({ indicators, observations }),
    weight: (_, area, period) => population.get(`${area} ${period}`),
    groups: readGroups(),
  });
}

function differences(aggregates: readonly Aggregate[], code: string, years: readonly number[]) {
  const published = new Map(
    read(`published/${code}.csv`).map((row) => [`${row.REF_AREA} ${row.TIME_PERIOD}`, Number(row.OBS_VALUE)]),
  );
  return aggregates
    .filter((ours) => ours.series === code && years.includes(ours.period) && ours.value !== null)
    .flatMap((ours) => {
      const theirs = published.get(`${ours.area} ${ours.period}`);
      return theirs === undefined ? [] : [{ ...ours, theirs, off: (ours.value ?? Number.NaN) - theirs }];
    });
}

function tooFarOff(aggregates: readonly Aggregate[], code: string, years: readonly number[]) {
  const compared = differences(aggregates, code, years).filter((one) => one.weightCovered >= FULL_COVERAGE);
  expect(compared.map((one) => one.area)).toContain(1);
  return compared.filter((one) => Math.abs(one.off) > TOLERANCE);
}

const CASES: readonly (readonly [string, readonly number[]])[] = [
  ["IT_USE_II99", [2005, 2010, 2015, 2017]],
  ["IT_MOB_2GNTWK", [2015]],
  ["IT_MOB_3GNTWK", [2015]],
];

describe.skipIf(!existsSync(DATA))("aggregates beside those published in the SDG database of 2020", () => {
  it.each(CASES)(
    "%s is within 0.6 points for the world and the regions with a stable population",
    (code, years) => {
      const stable = compute().filter(({ area }) => !REVISED_REGIONS.includes(area));
      expect(tooFarOff(stable, code, years)).toEqual([]);
    },
  );

  it.each(CASES)(
    "%s is within 0.6 points for every region with the population known in 2020",
    (code, years) => {
      expect(tooFarOff(compute(WPP_2019), code, years)).toEqual([]);
    },
  );
});
