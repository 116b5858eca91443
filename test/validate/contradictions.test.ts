import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indicators } from "../../indicators/index.js";
import { defineRule, type Rule } from "../../src/define.js";
import { contradictions } from "../../src/validate/contradictions.js";
import { judge } from "../../src/validate/engine.js";
import { rules } from "../../src/validate/rules/index.js";
import { type Witness, witnessesOf } from "../../src/validate/witnesses.js";
import { contextOf, indicatorOf, observed } from "./observation.js";

/** An artificial rule for 17.8.1: every value lies between two numbers. */
function between(low: number, high: number, severity: "error" | "warning" = "error"): Rule {
  return defineRule({
    ...{ id: `from-${low}-to-${high}`, version: 1, level: 1, severity, over: "observation", source: "None" },
    vtl: { reason: "Artificial" },
    applies: ({ id }) => id === "17.8.1",
    judge: ([one]) =>
      one?.value === null || one === undefined
        ? "not-evaluable"
        : one.value >= low && one.value <= high
          ? []
          : [{ at: one, params: {} }],
  });
}

const internetUse = indicatorOf("IT_USE_II99");
const values = (...list: number[]): Witness[] =>
  list.map((value) => ({ name: String(value), observations: [observed({ value })] }));

describe("contradictory rules", () => {
  it("are those of an indicator for which every witness breaks one of them", () => {
    const found = contradictions([between(0, 10), between(20, 30)], [internetUse], () => values(5, 15, 25));
    expect(found).toEqual([
      {
        indicator: "17.8.1",
        witnesses: [
          { name: "5", failed: ["from-20-to-30"] },
          { name: "15", failed: ["from-0-to-10", "from-20-to-30"] },
          { name: "25", failed: ["from-0-to-10"] },
        ],
      },
    ]);
  });

  it("are found with the witnesses of the indicator too", () => {
    const found = contradictions([between(0, 10), between(20, 30)], indicators, witnessesOf);
    expect(found.map(({ indicator }) => indicator)).toEqual(["17.8.1"]);
  });

  it("are not those that leave room", () => {
    expect(contradictions([between(0, 20), between(10, 30)], [internetUse], () => values(5, 15, 25))).toEqual(
      [],
    );
  });

  it("are not those that hold nothing back", () => {
    const soft = [between(0, 10, "warning"), between(20, 30)];
    expect(contradictions(soft, [internetUse], () => values(5, 15, 25))).toEqual([]);
  });
});

describe("the rules in use", () => {
  it("contradict one another for no indicator", () => {
    expect(contradictions(rules, indicators, witnessesOf)).toEqual([]);
  });

  it.each(indicators.map((one) => [one.id, one] as const))(
    "let the template's example of %s pass",
    (_, one) => {
      expect(contradictions(rules, [one], () => witnessesOf(one).slice(0, 1))).toEqual([]);
    },
  );

  it.each(indicators.map((one) => [one.id, one] as const))(
    "leave %s other figures than the example",
    (_, one) => {
      const hard = rules.filter(({ severity }) => severity === "error");
      const figures = fc.tuple(
        ...one.series.map((series) =>
          fc
            .integer({ min: Math.ceil(series.minimum), max: series.maximum ?? 1_000_000 })
            .map((value) => observed({ series: series.code, value })),
        ),
      );
      const passes = fc.sample(figures, { numRuns: 200, seed: 1 }).filter((observations) => {
        const context = contextOf(one.series[0]?.code ?? "");
        return judge({ indicator: one, observations }, hard, context).held.size === 0;
      });
      expect(passes.length).toBeGreaterThan(0);
    },
  );
});
