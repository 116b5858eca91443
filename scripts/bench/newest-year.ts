/**
 * How far off the world is when as many countries have not reported as in the newest year, and what is left for them:
 * `node dist/scripts/bench/newest-year.js [data folder] [series]`. The declared chain and others play earlier years
 * again (`backtestAggregates`; `ictsdg backtest --aggregates` does so for every group). Nothing published is used but in
 * the last lines, which only compare.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { indicators } from "../../indicators/index.js";
import { CANDIDATES, type Candidate, withChain } from "../../src/estimate/backtest.js";
import { hotDeck } from "../../src/estimate/hot-deck.js";
import { estimateAll, estimators } from "../../src/estimate/index.js";
import { dimensionKey } from "../../src/keys.js";
import { backtestAggregates } from "../../src/run/aggregate-backtest.js";
import { type Environment, openEnvironment, places } from "../../src/run/environment.js";
import { surroundingsOf } from "../../src/run/surroundings.js";
import type { Key, Vintage } from "../../src/types.js";
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
const WORLD = 1;

/** A figure as the world's mean needs it. */
type Figure = Pick<Key, "area" | "period"> & { readonly value: number };
type Population = (area: number, year: number) => number | undefined;

/** Totals of the series that have a value. */
function totalsOf<T extends Key & { readonly value: number | null }>(
  all: readonly T[],
  series: string,
): Figure[] {
  return all.flatMap(({ area, period, value, ...one }) =>
    one.series === series && dimensionKey(one.dimensions) === "" && value !== null
      ? [{ area, period, value }]
      : [],
  );
}

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

/** One line for each chain: the world's error in earlier years, its mean, and the world of the newest year. */
function printChains(
  environment: Environment,
  vintage: Vintage,
  series: string,
  population: Population,
): number {
  const observations = environment.store.observations(vintage.id);
  const surroundings = surroundingsOf(environment, Number(vintage.asOf.slice(0, 4)));
  const newest = Math.max(...totalsOf(observations, series).map(({ period }) => period));
  const years = Array.from({ length: YEARS_BACK }, (_, i) => newest - YEARS_BACK + i);
  console.log(["chain".padEnd(14), ...years, "mean of absolute", newest].join("  "));
  for (const candidate of CHAINS) {
    const all = backtestAggregates(environment, vintage, YEARS_BACK, candidate);
    const found = all.filter((one) => one.series === series && one.group === WORLD);
    const errors = years.map((year) => found.find(({ period }) => period === year));
    const differences = errors.flatMap((one) => (one ? [one.value - one.truth] : []));
    const mean = differences.reduce((sum, error) => sum + Math.abs(error), 0) / differences.length;
    const asked = indicators.map((one) => withChain(one, candidate));
    const { methods = estimators } = candidate;
    const estimates = estimateAll({ indicators: asked, observations, surroundings, methods });
    const world = worldOf(
      [...totalsOf(observations, series), ...totalsOf(estimates, series)],
      newest,
      population,
    );
    const cells = [...errors.map((one) => one && one.value - one.truth), mean, world];
    console.log([candidate.name.padEnd(14), ...cells.map((value) => value?.toFixed(2) ?? "..")].join("  "));
  }
  return newest;
}

/** What reported figures alone say of the newest year, and what has been published. */
function printReported(
  figures: readonly Figure[],
  newest: number,
  population: Population,
  published: ReadonlyMap<number, number>,
): void {
  const has = new Set(figures.flatMap(({ area, period }) => (period === newest ? [area] : [])));
  const before = figures.filter(({ period }) => period === newest - 1);
  const carried = before.map((one) => ({ ...one, period: newest }));
  const withNews = [...figures, ...carried.filter(({ area }) => !has.has(area))];
  const line = (what: string, value: number) => console.log(`${value.toFixed(2).padStart(7)}  ${what}`);
  line(`world of ${newest - 1}, with the people of ${newest}`, worldOf(carried, newest, population));
  line(`the same where ${newest} was reported, ${newest}`, worldOf(withNews, newest, population));
  for (const year of [newest - 1, newest]) line(`published, ${year}`, published.get(year) ?? Number.NaN);
}

function publishedWorld(folder: string, series: string): Map<number, number> {
  const path = join(folder, "published", `${series}.csv`);
  const records = parse(readFileSync(path), { columns: true }) as Record<string, string>[];
  const world = records.filter(({ REF_AREA, SEX }) => REF_AREA === String(WORLD) && SEX === "_T");
  return new Map(world.map(({ TIME_PERIOD, OBS_VALUE }) => [Number(TIME_PERIOD), Number(OBS_VALUE)]));
}

async function run(folder: string, series: string): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "ictsdg-newest-"));
  const environment = openEnvironment({ ...places(), store: join(scratch, "store.db") });
  try {
    await takeReal(environment, folder);
    const vintage = environment.store.vintage() as Vintage;
    const population = (area: number, year: number) => environment.denominator("POPULATION", area, year, {});
    const newest = printChains(environment, vintage, series, population);
    const figures = totalsOf(environment.store.observations(vintage.id), series);
    printReported(figures, newest, population, publishedWorld(folder, series));
  } finally {
    environment.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

const [folder = "../shared/data", series = "IT_USE_II99"] = process.argv.slice(2);
await run(folder, series);
