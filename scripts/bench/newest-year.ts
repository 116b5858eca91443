/**
 * How far off the world is when as many countries have not reported as in the newest year, and what is left for them:
 * `node dist/scripts/bench/newest-year.js [data folder] [series]`. The countries without a figure of the newest year
 * are hidden from each earlier year in turn, estimated from what was known by then, and the world is compared with the
 * world of what they reported. Nothing published is used but in the last lines, which only compare.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { indicators, seriesByCode } from "../../indicators/index.js";
import type { Indicator } from "../../src/define.js";
import { CANDIDATES, type Candidate } from "../../src/estimate/backtest.js";
import { hotDeck } from "../../src/estimate/hot-deck.js";
import { estimateAll, estimators } from "../../src/estimate/index.js";
import type { Surroundings } from "../../src/estimate/surroundings.js";
import { dimensionKey } from "../../src/keys.js";
import { openEnvironment, places } from "../../src/run/environment.js";
import { surroundingsOf } from "../../src/run/surroundings.js";
import type { Key, StoredObservation, Vintage } from "../../src/types.js";
import { takeReal } from "../compare-published.js";

/** The declared chain, and others that might have been chosen instead. */
const CHAINS: readonly Candidate[] = [
  ...CANDIDATES.filter(({ name }) => name === "chain"),
  { name: "damped-trend", chain: ["damped-trend"] },
  { name: "nearest-year", chain: ["nearest-year"] },
  { name: "hot-deck of 25", chain: ["hot-deck"], methods: [hotDeck({ donors: 25, reach: 10 })] },
];

/** Years with figures of nearly every country, before the newest one. */
const YEARS_BACK = 10;

/** A figure as the world's mean needs it. */
type Figure = Pick<Key, "area" | "period"> & { readonly value: number };
type Population = (area: number, year: number) => number | undefined;

interface Question {
  readonly indicator: Indicator;
  readonly series: string;
  readonly figures: readonly StoredObservation[];
  readonly surroundings: Surroundings;
  readonly population: Population;
}

const isTotal = ({ dimensions }: Key): boolean => dimensionKey(dimensions) === "";

/** Mean of the countries with a figure of the year, weighted by their population. */
function worldOf(figures: readonly Figure[], year: number, population: Population): number {
  let [amount, weight] = [0, 0];
  for (const { area, period, value } of figures) {
    const people = period === year ? population(area, year) : undefined;
    if (people === undefined) continue;
    amount += people * value;
    weight += people;
  }
  return amount / weight;
}

/** The figures of all years, reported or else estimated from these. */
function filled(
  { indicator, series, surroundings }: Question,
  { chain, methods = estimators }: Candidate,
  known: readonly StoredObservation[],
): Figure[] {
  const asked = chain === null ? indicator : { ...indicator, methods: chain };
  const estimates = estimateAll({ indicators: [asked], observations: known, surroundings, methods });
  return [...reported(known), ...estimates.filter((one) => one.series === series && isTotal(one))];
}

const reported = (figures: readonly StoredObservation[]): Figure[] =>
  figures.flatMap(({ area, period, value }) => (value === null ? [] : [{ area, period, value }]));

/** Estimated minus reported world of a year from which the countries are hidden. */
function errorOf(
  question: Question,
  candidate: Candidate,
  year: number,
  hidden: ReadonlySet<number>,
): number {
  const { figures, population } = question;
  const before = figures.filter(({ period }) => period <= year);
  const known = before.filter(({ area, period }) => period < year || !hidden.has(area));
  const truth = reported(before);
  const areas = new Set(truth.filter(({ period }) => period === year).map(({ area }) => area));
  const comparable = filled(question, candidate, known).filter(({ area }) => areas.has(area));
  return worldOf(comparable, year, population) - worldOf(truth, year, population);
}

function report(question: Question, newest: number, published: ReadonlyMap<number, number>): void {
  const { figures, population } = question;
  const has = new Set(reported(figures).flatMap(({ area, period }) => (period === newest ? [area] : [])));
  const hidden = new Set(figures.map(({ area }) => area).filter((area) => !has.has(area)));
  const years = Array.from({ length: YEARS_BACK }, (_, i) => newest - YEARS_BACK + i);
  console.log(["chain".padEnd(14), ...years, "mean of absolute", newest].join("  "));
  for (const candidate of CHAINS) {
    const errors = years.map((year) => errorOf(question, candidate, year, hidden));
    const mean = errors.reduce((sum, error) => sum + Math.abs(error), 0) / errors.length;
    const world = worldOf(filled(question, candidate, figures), newest, population);
    const cells = [...errors, mean, world].map((value) => value.toFixed(2));
    console.log([candidate.name.padEnd(14), ...cells].join("  "));
  }
  const before = reported(figures).filter(({ period }) => period === newest - 1);
  const carried = before.map((one) => ({ ...one, period: newest }));
  const withNews = [...reported(figures), ...carried.filter(({ area }) => !has.has(area))];
  const line = (what: string, value: number) => console.log(`${value.toFixed(2).padStart(7)}  ${what}`);
  line(`world of ${newest - 1}, with the people of ${newest}`, worldOf(carried, newest, population));
  line(`the same where ${newest} was reported, ${newest}`, worldOf(withNews, newest, population));
  for (const year of [newest - 1, newest]) line(`published, ${year}`, published.get(year) ?? Number.NaN);
}

function publishedWorld(folder: string, series: string): Map<number, number> {
  const path = join(folder, "published", `${series}.csv`);
  const records = parse(readFileSync(path), { columns: true }) as Record<string, string>[];
  const world = records.filter(({ REF_AREA, SEX }) => REF_AREA === "1" && SEX === "_T");
  return new Map(world.map(({ TIME_PERIOD, OBS_VALUE }) => [Number(TIME_PERIOD), Number(OBS_VALUE)]));
}

async function run(folder: string, series: string): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "ictsdg-newest-"));
  const environment = openEnvironment({ ...places(), store: join(scratch, "store.db") });
  try {
    await takeReal(environment, folder);
    const { id, asOf } = environment.store.vintage() as Vintage;
    const figures = environment.store
      .observations(id)
      .filter((one) => one.series === series && isTotal(one) && one.value !== null);
    const { indicator } = seriesByCode.get(series) ?? { indicator: indicators[0] as Indicator };
    const question = {
      ...{ indicator, series, figures },
      surroundings: surroundingsOf(environment, Number(asOf.slice(0, 4))),
      population: (area: number, year: number) => environment.denominator("POPULATION", area, year, {}),
    };
    report(question, Math.max(...figures.map(({ period }) => period)), publishedWorld(folder, series));
  } finally {
    environment.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

const [folder = "../shared/data", series = "IT_USE_II99"] = process.argv.slice(2);
await run(folder, series);
