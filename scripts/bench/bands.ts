/**
 * How often the band of a group holds the group's true value, by the correlation assumed between the errors
 * of estimates: `ICTSDG_STORE=copy.db node dist/scripts/bench/bands.js [last=2018] [first=2012]`.
 *
 * For each earlier year what is known in the last year is played again: a country whose newest figure was k
 * years old in the last year loses its figures of the k newest years, and nothing later than the year is
 * known of anybody. The groups are cut to the countries that did report the year, so that the truth is known.
 */
import { indicators } from "../../indicators/index.js";
import { aggregate } from "../../src/aggregate/aggregate.js";
import { estimateAll } from "../../src/estimate/index.js";
import { dimensionKey, keyId } from "../../src/keys.js";
import { type Environment, openEnvironment, places } from "../../src/run/environment.js";
import { aggregateInput } from "../../src/run/publish.js";
import { surroundingsOf } from "../../src/run/surroundings.js";
import type { Aggregate, Key, StoredObservation } from "../../src/types.js";

const CORRELATIONS = [0, 0.05, 0.1, 0.2, 0.3, 0.5, 1];
const ALL = { minimumWeight: 0, minimumCountries: 0, reliableWeight: 0 };

/** One true group value with the bands given to it, in the order of `CORRELATIONS`. */
interface Trial {
  readonly year: number;
  readonly estimates: number;
  readonly held: readonly boolean[];
}

const placeOf = ({ series, area, dimensions }: Key) => `${series} ${area} ${dimensionKey(dimensions)}`;
const cellOf = ({ series, dimensions }: Key) => `${series} ${dimensionKey(dimensions)}`;

function byCell<T extends Key>(figures: readonly T[]): Map<string, T[]> {
  const cells = new Map<string, T[]>();
  for (const figure of figures) {
    const cell = cells.get(cellOf(figure));
    if (cell) cell.push(figure);
    else cells.set(cellOf(figure), [figure]);
  }
  return cells;
}

/** How many years old each country's newest figure is in the last year. */
function agesIn(last: number, observations: readonly StoredObservation[]): Map<string, number> {
  const ages = new Map<string, number>();
  for (const one of observations) {
    if (one.value === null || one.period > last) continue;
    const place = placeOf(one);
    ages.set(place, Math.min(ages.get(place) ?? Number.POSITIVE_INFINITY, last - one.period));
  }
  return ages;
}

function trialsOf(
  environment: Environment,
  all: readonly StoredObservation[],
  ages: ReadonlyMap<string, number>,
  year: number,
): Trial[] {
  const kept = all.filter((one) => one.period <= year - (ages.get(placeOf(one)) ?? 0));
  const surroundings = surroundingsOf(environment, year);
  const estimates = estimateAll({ indicators, observations: kept, surroundings });
  const known = new Set([...kept, ...estimates].map(keyId));
  const cells = byCell(
    all.filter((one) => one.period === year && one.value !== null && known.has(keyId(one))),
  );
  const keptIn = byCell(kept.filter((one) => one.period === year));
  const estimatesIn = byCell(estimates.filter((one) => one.period === year));
  return [...cells].flatMap(([cell, truth]) => {
    const reporting = new Set(truth.map(({ area }) => area));
    const groups = environment.groups.list.map(({ code }) => ({
      code,
      members: () => environment.groups.membersOf(code, year).filter((area) => reporting.has(area)),
    }));
    const run = (
      observations: readonly StoredObservation[],
      given: Parameters<typeof aggregateInput>[2],
      correlation: number,
    ) =>
      aggregate({
        ...aggregateInput(environment, observations, given),
        groups,
        thresholds: ALL,
        correlation,
      });
    const hidden = keptIn.get(cell) ?? [];
    const bands = CORRELATIONS.map((r) => run(hidden, estimatesIn.get(cell) ?? [], r));
    return compare(year, run(truth, [], 1), bands);
  });
}

/** Groups with one estimate or none tell nothing of correlation, and are left out. */
function compare(
  year: number,
  truth: readonly Aggregate[],
  bands: readonly (readonly Aggregate[])[],
): Trial[] {
  const found = bands.map((band) => new Map(band.map((one) => [keyId(one), one])));
  return truth.flatMap((one) => {
    const banded = found.map((by) => by.get(keyId(one)));
    const estimates = banded[0]?.countriesEstimated ?? 0;
    if (one.value === null || estimates < 2) return [];
    const value = one.value;
    return [
      {
        year,
        estimates,
        held: banded.map(
          (band) => band?.low != null && band.high != null && band.low <= value && value <= band.high,
        ),
      },
    ];
  });
}

const [last = 2018, first = 2012] = process.argv.slice(2).map(Number);
const environment = openEnvironment(places());
const vintage = environment.store.vintage();
if (!vintage) throw new Error("The store is empty: take figures first, or set ICTSDG_STORE.");
const all = environment.store.observations(vintage.id);
const ages = agesIn(last, all);
const trials: Trial[] = [];
for (let year = first; year < last; year++) trials.push(...trialsOf(environment, all, ages, year));

function print(title: string, some: readonly Trial[]): void {
  const held = CORRELATIONS.map((_, place) => some.filter((trial) => trial.held[place]).length);
  const shares = held.map((count) => `${((100 * count) / some.length).toFixed(1)} %`.padStart(8));
  console.log(`${title.padEnd(16)}${String(some.length).padStart(6)}${shares.join("")}`);
}

console.log(
  `${"held, by r".padEnd(16)}${"groups".padStart(6)}${CORRELATIONS.map((r) => String(r).padStart(8)).join("")}`,
);
print("all", trials);
const few = ({ estimates }: Trial) => estimates < 5;
print("2–4 estimates", trials.filter(few));
print(
  "5 or more",
  trials.filter((trial) => !few(trial)),
);
for (const year of new Set(trials.map((trial) => trial.year))) {
  print(
    String(year),
    trials.filter((trial) => trial.year === year),
  );
}
environment.close();
