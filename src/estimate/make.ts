import type { History } from "../define.js";
import type { Estimate } from "../types.js";
import { bounds } from "./scale.js";

export interface Made {
  readonly method: string;
  readonly period: number;
  readonly value: number;
  /** Distance of the interval below (negative) and above the value, on the scale of `onScale`. */
  readonly spread: readonly [number, number];
  readonly donors: readonly string[];
}

/** An estimate of one year of a history. */
export function makeEstimate(history: History, { method, period, value, spread, donors }: Made): Estimate {
  const { series, area, dimensions } = history;
  const { low, high } = bounds(series, value, ...spread);
  return { series: series.code, area, period, dimensions, value, low, high, method, donors };
}
