/**
 * Time of estimation and aggregation on synthetic figures of full size: 33 indicators, 230 areas,
 * 25 years, total and both sexes, 60 groups. Same seed, same figures.
 * Run: npx tsc -p tsconfig.build.json && node dist/scripts/bench/aggregate.js
 */
import { aggregate } from "../../src/aggregate/aggregate.js";
import type { Group } from "../../src/aggregate/input.js";
import type { Indicator } from "../../src/define.js";
import { estimateAll } from "../../src/estimate/index.js";
import { randomFrom } from "../../src/random.js";
import type { Dimensions, I18n, Observation } from "../../src/types.js";

const INDICATORS = 33;
const AREAS = 230;
const GROUPS = 60;
const YEARS = Array.from({ length: 25 }, (_, index) => 2000 + index);
const BREAKDOWNS: readonly Dimensions[] = [{}, { SEX: "F" }, { SEX: "M" }];
const REPORTED_SHARE = 0.8;
const RUNS = 5;

function indicator(index: number): Indicator {
  const name: I18n = { ar: "", en: `Indicator ${index}`, es: "", fr: "", ru: "", zh: "" };
  return {
    id: String(index),
    aliases: [],
    framework: "thematic",
    listStatus: "reconstructed",
    name,
    definition: "",
    targets: [],
    custodian: "ITU",
    questionnaire: "household",
    dataSource: "",
    series: [
      {
        code: `SERIES_${index}`,
        name,
        unit: "PT",
        minimum: 0,
        maximum: 100,
        integer: false,
        dimensions: { SEX: ["F", "M"] },
        aggregation: { method: "weighted-mean", weight: "POPULATION" },
        decimals: 1,
      },
    ],
    survey: true,
    denominator: "POPULATION",
    estimation: "published",
    methods: ["interpolation"],
    actionLines: [],
    methodology: "",
    caveats: [],
  };
}

function observationsOf(code: string, random: () => number): Observation[] {
  const observations: Observation[] = [];
  for (let area = 1; area <= AREAS; area++) {
    for (const dimensions of BREAKDOWNS) {
      for (const period of YEARS) {
        if (random() > REPORTED_SHARE) continue;
        observations.push({
          series: code,
          area,
          period,
          dimensions,
          value: 100 * random(),
          unit: "PT",
          unitMultiplier: 0,
          status: "A",
          nature: "C",
          numerator: null,
          denominator: null,
          ageScope: "",
          source: "",
          comment: "",
          line: observations.length + 2,
        });
      }
    }
  }
  return observations;
}

// The world, and 59 groups in which each area stands about seven times, as in the M49 and ITU lists.
function groups(random: () => number): Group[] {
  const areas = Array.from({ length: AREAS }, (_, index) => index + 1);
  return Array.from({ length: GROUPS }, (_, index) => {
    const members = index === 0 ? areas : areas.filter(() => random() < 7 / (GROUPS - 1));
    return { code: 1001 + index, members: () => members };
  });
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function time<T>(run: () => T): { result: T; milliseconds: number } {
  const times: number[] = [];
  let result = run();
  for (let count = 0; count < RUNS; count++) {
    const start = performance.now();
    result = run();
    times.push(performance.now() - start);
  }
  return { result, milliseconds: median(times) };
}

const random = randomFrom(17);
const indicators = Array.from({ length: INDICATORS }, (_, index) => indicator(index + 1));
const observations = indicators.flatMap(({ series }) =>
  series.flatMap(({ code }) => observationsOf(code, random)),
);
const population = Array.from({ length: AREAS + 1 }, () => Math.exp(9 + 10 * random()));
const composed = groups(random);
const weight = (_: string, area: number, period: number, { SEX }: Dimensions) =>
  (population[area] ?? 0) * 1.01 ** (period - 2000) * (SEX ? 0.5 : 1);

const estimated = time(() => estimateAll({ indicators, observations }));
const aggregated = time(() =>
  aggregate({ indicators, observations, estimates: estimated.result, weight, groups: composed }),
);

console.log(`observations ${observations.length}, groups ${GROUPS}, runs ${RUNS}, node ${process.version}`);
console.log(`estimateAll  ${estimated.milliseconds.toFixed(0)} ms, ${estimated.result.length} estimates`);
console.log(`aggregate    ${aggregated.milliseconds.toFixed(0)} ms, ${aggregated.result.length} aggregates`);
