/**
 * The parameters of the estimation methods side by side, by back-test on whatever has been taken:
 * `ICTSDG_STORE=copy.db node dist/scripts/bench/backtest-grid.js [seeds=1,2,3]`. Mean absolute error, in the series'
 * unit, one, two and three years from the reported year: after the last one, before the first one, and of countries
 * hidden whole. All seeds together.
 */
import { indicators } from "../../indicators/index.js";
import type { Context, Estimator, History } from "../../src/define.js";
import { backtest, type Candidate, type Residual, scoresBy } from "../../src/estimate/backtest.js";
import { dampedTrend } from "../../src/estimate/damped-trend.js";
import { hotDeck } from "../../src/estimate/hot-deck.js";
import { hotDeckLevel } from "../../src/estimate/hot-deck-level.js";
import { makeEstimate } from "../../src/estimate/make.js";
import { groupBy } from "../../src/keys.js";
import { openEnvironment, places } from "../../src/run/environment.js";
import { surroundingsOf } from "../../src/run/surroundings.js";

/** One method by itself. */
const alone = (name: string, method: Estimator): Candidate => ({
  name,
  chain: [method.id],
  methods: [method],
});

/** A figure without an interval, to compare errors with. */
const baseline = (
  id: string,
  valueIn: (history: History, period: number, context: Context) => number | null,
) =>
  alone(id, {
    ...{ id, source: "for comparison only" },
    estimate: (history, periods, context) =>
      periods.flatMap((period) => {
        const value = valueIn(history, period, context);
        return value === null
          ? []
          : [makeEstimate(history, { method: id, period, value, spread: [0, 0], donors: [] })];
      }),
  });

/** What to do before a country's first report instead: nothing, or no change. */
const BEFORE_FIRST: readonly Candidate[] = [
  // A group's value without the country is as if it were the mean of the others.
  baseline("left out", ({ points }, period, { peers }) => {
    const found = [...peers.values()].flatMap(({ values }) => values.get(period) ?? []);
    const isAsked = period < (points[0]?.period ?? period) && found.length > 0;
    return isAsked ? found.reduce((sum, value) => sum + value, 0) / found.length : null;
  }),
  baseline("carried back", ({ points: [first] }, period) =>
    first && period < first.period ? first.value : null,
  ),
];

const DONORS = [3, 5, 7, 11, 15, 25, 40];
const GRID: readonly Candidate[] = [
  ...BEFORE_FIRST,
  ...DONORS.map((donors) => alone(`hot-deck of ${donors}`, hotDeck({ donors, reach: 10 }))),
  ...DONORS.map((donors) => alone(`hot-deck-level of ${donors}`, hotDeckLevel(donors))),
  ...[3, 4, 5, 7, 9].map((window) =>
    alone(`damped-trend of ${window} years at 0.8`, dampedTrend({ window, damping: 0.8, reach: 5 })),
  ),
  ...[0.7, 0.9, 1].map((damping) =>
    alone(`damped-trend of 7 years at ${damping}`, dampedTrend({ window: 7, damping, reach: 5 })),
  ),
];

/** Farther off there are too few values to compare. */
const HORIZONS = [1, 2, 3];

/** What was hidden, the number of years aside: `last-2` tells of one and two years on. */
const sideOf = ({ scenario }: Residual): string => scenario.replace(/-\d$/, "");

function print(residuals: readonly Residual[]): void {
  const scores = scoresBy(
    residuals.filter(({ scenario }) => scenario !== "random"),
    (one) => [one.series, sideOf(one), one.candidate, one.horizon ?? 0],
  );
  console.log(
    `${"series".padEnd(15)}${"hidden".padEnd(9)}${"method".padEnd(31)}years away: 1, 2, 3 (whole: any)`,
  );
  for (const [key, row] of groupBy(scores, ({ by }) => by.slice(0, 3).join("\t"))) {
    const [series = "", side = "", name = ""] = key.split("\t");
    const asked = side === "country" ? [0] : HORIZONS;
    const errors = asked.map((years) => row.find(({ by }) => by[3] === years)?.meanAbsoluteError);
    const cells = errors.map((error) => (error?.toFixed(2) ?? "").padStart(6)).join(" ");
    console.log(`${series.padEnd(15)}${side.padEnd(9)}${name.padEnd(31)}${cells}`);
  }
}

const [given = "1,2,3"] = process.argv.slice(2);
const environment = openEnvironment(places());
const vintage = environment.store.vintage();
if (!vintage) throw new Error("The store is empty: take figures first, or set ICTSDG_STORE.");
const observations = environment.store.observations(vintage.id);
const surroundings = surroundingsOf(environment, Number(vintage.asOf.slice(0, 4)));
const seeds = given.split(",").map(Number);
print(seeds.flatMap((seed) => backtest({ indicators, observations, surroundings, seed, candidates: GRID })));
environment.close();
