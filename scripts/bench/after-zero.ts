/**
 * What comes after a report of zero: `ICTSDG_STORE=copy.db node dist/scripts/bench/after-zero.js`. Every reported zero
 * that a later report of the same country follows is estimated from, by hot-deck and by carrying the zero, as if the
 * later report were missing. Prints the values, the mean absolute error of either where both speak, and that of the
 * carried zero where hot-deck has no donors.
 */
import { indicators } from "../../indicators/index.js";
import type { Context, History } from "../../src/define.js";
import { contextOf } from "../../src/estimate/context.js";
import { historiesOf } from "../../src/estimate/histories.js";
import hotDeck from "../../src/estimate/hot-deck.js";
import { type Breakdown, breakdownsOf } from "../../src/estimate/years.js";
import { compareText, dimensionKey, groupBy } from "../../src/keys.js";
import { openEnvironment, places } from "../../src/run/environment.js";
import { surroundingsOf } from "../../src/run/surroundings.js";

interface Trial {
  readonly series: string;
  readonly horizon: number;
  readonly truth: number;
  /** Null where fewer than three others reported zero for the same year. */
  readonly estimate: number | null;
}

/** The longest distance of the hot-deck. */
const FARTHEST = 10;

function trialsOf(history: History, context: Context): Trial[] {
  return history.points.flatMap(({ period, value }, index) => {
    if (value !== 0) return [];
    const upTo = { ...history, points: history.points.slice(0, index + 1) };
    const later = history.points.slice(index + 1).filter((one) => one.period - period <= FARTHEST);
    return later.map((one) => ({
      series: history.series.code,
      horizon: one.period - period,
      truth: one.value,
      estimate: hotDeck.estimate(upTo, [one.period], context)[0]?.value ?? null,
    }));
  });
}

function line(trials: readonly Trial[]): string {
  const mean = (errors: readonly number[]) =>
    errors.length === 0 ? ".." : (errors.reduce((sum, one) => sum + one, 0) / errors.length).toFixed(1);
  const both = trials.flatMap(({ truth, estimate }) =>
    estimate === null ? [] : [{ truth, error: Math.abs(estimate - truth) }],
  );
  const alone = trials.filter(({ estimate }) => estimate === null);
  return [
    both.length,
    mean(both.map(({ error }) => error)),
    mean(both.map(({ truth }) => truth)),
    alone.length,
    mean(alone.map(({ truth }) => truth)),
  ]
    .map((cell) => String(cell).padStart(8))
    .join("");
}

const environment = openEnvironment(places());
const vintage = environment.store.vintage();
if (!vintage) throw new Error("The store is empty: take figures first, or set ICTSDG_STORE.");
const observations = environment.store.observations(vintage.id);
const surroundings = surroundingsOf(environment, Number(vintage.asOf.slice(0, 4)));
const breakdowns: Breakdown[] = indicators
  .filter(({ estimation }) => estimation !== "none")
  .flatMap(({ series }) => series.flatMap((one) => breakdownsOf(historiesOf(one, observations))))
  .filter(({ dimensions }) => dimensionKey(dimensions) === "");
const trials = breakdowns.flatMap((breakdown) => {
  const context = contextOf(breakdown, surroundings, []);
  return breakdown.histories.flatMap((history) => trialsOf(history, context));
});
console.log(`${"series".padEnd(15)}years  values hot-deck    zero   alone    zero`);
const rows = groupBy(trials, ({ series, horizon }) => `${series.padEnd(15)}${String(horizon).padStart(5)}`);
for (const key of [...rows.keys()].sort(compareText)) console.log(`${key}${line(rows.get(key) ?? [])}`);
const all = groupBy(trials, ({ horizon }) => horizon);
for (const horizon of [...all.keys()].sort((a, b) => a - b))
  console.log(`${"all".padEnd(15)}${String(horizon).padStart(5)}${line(all.get(horizon) ?? [])}`);
environment.close();
