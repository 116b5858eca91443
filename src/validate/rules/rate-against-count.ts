import { defineRule, type Failure } from "../../define.js";
import type { Observation } from "../../types.js";
import { figure, figureSlack } from "./figures.js";
import { PASSED } from "./passed.js";

/** Beyond this share the rate and the count cannot both be right, whichever population was used. */
const TOLERANCE = 0.05;

export default defineRule({
  id: "rate-against-count",
  version: 2,
  level: 4,
  severity: "warning",
  over: "siblings",
  source: "A rate is its count over the reference denominator; more than 5 % apart is asked about (R06)",
  applies: (indicator) => indicator.series.some((series) => series.aggregation.method === "ratio"),
  judge(observations, context) {
    const failures: Failure[] = [];
    let judged = false;
    for (const rate of observations) {
      const { aggregation } = context.series(rate.series);
      if (aggregation.method !== "ratio" || rate.value === null) continue;
      const count = observations.find((other) => other.series === aggregation.count && other.value !== null);
      const base =
        count && context.reference(aggregation.denominator, rate.area, rate.period, rate.dimensions);
      if (!count || !base) continue;
      judged = true;
      const failure = compare(rate, count, (aggregation.factor * figure(count)) / base, base);
      if (failure) failures.push(failure);
    }
    if (failures.length > 0) return failures;
    return judged ? PASSED : "not-evaluable";
  },
});

function compare(rate: Observation, count: Observation, expected: number, base: number): Failure | null {
  const value = figure(rate);
  const gap = Math.abs(value - expected);
  if (gap <= TOLERANCE * Math.max(value, expected) || gap <= figureSlack(rate)) return null;
  return {
    at: rate,
    params: {
      value,
      expected: Number(expected.toPrecision(4)),
      count: figure(count),
      denominator: base,
      other: count.line,
    },
  };
}
