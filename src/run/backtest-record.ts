import { existsSync, readFileSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { indicators } from "../../indicators/index.js";
import { backtest, type Score, scoresBy } from "../estimate/backtest.js";
import type { Pins } from "../store/store.js";
import type { Environment } from "./environment.js";
import { program } from "./program.js";
import { surroundingsOf } from "./surroundings.js";

/** What a back-test found, and what it was made from. */
export interface BacktestRecord {
  /** ISO 8601 time. */
  readonly at: string;
  readonly pins: Pins;
  /** Version of the program. */
  readonly version: string;
  /** Which values were hidden. */
  readonly seed: number;
  /** By series, method (`chain` is what the indicator declares), and years to the nearest reported year; null: there is none. */
  readonly scores: readonly BacktestScore[];
}

export interface BacktestScore extends Omit<Score, "by"> {
  readonly series: string;
  readonly method: string;
  readonly horizon: number | null;
}

/** Hides reported values and estimates them, see `backtest`; undefined before the first submission. Takes minutes. */
export function makeBacktest(environment: Environment, seed = 1): BacktestRecord | undefined {
  const { store, now } = environment;
  const vintage = store.vintage();
  if (!vintage) return undefined;
  const residuals = backtest({
    indicators,
    observations: store.observations(vintage.id),
    surroundings: surroundingsOf(environment, Number(vintage.asOf.slice(0, 4))),
    seed,
  });
  const scores = scoresBy(residuals, ({ series, candidate, horizon }) => [series, candidate, horizon ?? -1]);
  return {
    ...{ at: now().toISOString(), pins: store.pins(), version: program().version, seed },
    scores: scores.map(({ by: [series, method, horizon], ...score }) => ({
      ...{ series: String(series), method: String(method), horizon: horizon === -1 ? null : Number(horizon) },
      ...score,
    })),
  };
}

/** The back-test that was kept last; undefined where there is none. */
export function keptBacktest(path: string): BacktestRecord | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as BacktestRecord) : undefined;
}

/** Keeps a back-test in place of the one before. Nobody ever reads half of it. */
export async function keepBacktest(path: string, record: BacktestRecord): Promise<void> {
  const partial = `${path}.${process.pid}.partial`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(partial, `${JSON.stringify(record, null, 1)}\n`);
  await rename(partial, path);
}
