/**
 * Time of scoring and ordering a hundred thousand findings on synthetic figures: 33 series, 230 areas, 25 years,
 * total and both sexes, the groups of data/reference. Same seed, same figures.
 * Run: npx tsc -p tsconfig.build.json && node dist/scripts/bench/queue.js
 */
import { join } from "node:path";
import type { Series } from "../../src/define.js";
import { dimensionsOf } from "../../src/keys.js";
import { randomFrom } from "../../src/random.js";
import { loadAreas, loadGroups } from "../../src/reference/areas.js";
import { ROOT } from "../../src/run/environment.js";
import { queueOf } from "../../src/settle/queue.js";
import { scoresOf } from "../../src/settle/score.js";
import { standingsFrom } from "../../src/settle/standings.js";
import type { StoredFinding } from "../../src/store/store.js";
import type { Observation } from "../../src/types.js";

const SERIES = 33;
const YEARS = 25;
const FINDINGS = 100_000;
const RUNS = 5;
const BREAKDOWNS = [{}, { SEX: "F" }, { SEX: "M" }].map(dimensionsOf);

function series(code: string): Series {
  return {
    code,
    name: { ar: "", en: "", es: "", fr: "", ru: "", zh: "" },
    unit: "PT",
    minimum: 0,
    maximum: 100,
    integer: false,
    dimensions: {},
    aggregation: { method: "weighted-mean", weight: "POPULATION" },
    decimals: 1,
  };
}

const random = randomFrom(17);
const reference = join(ROOT, "data/reference");
const groups = loadGroups(reference);
const areas = loadAreas(reference).list.map(({ m49 }) => m49);
const population = new Map(areas.map((area) => [area, Math.exp(9 + 10 * random())]));
const bySeries = new Map<string, Series>(
  Array.from({ length: SERIES }, (_, i) => [`SERIES_${i}`, series(`SERIES_${i}`)]),
);

const observations: Observation[] = [...bySeries.keys()].flatMap((code) =>
  areas.flatMap((area) =>
    BREAKDOWNS.flatMap((dimensions) =>
      Array.from({ length: YEARS }, (_, year) => ({
        series: code,
        area,
        period: 2000 + year,
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
        line: 2,
      })),
    ),
  ),
);

const findings = Array.from({ length: FINDINGS }, (_, id): StoredFinding => {
  const { value, ...key } = observations[Math.floor(random() * observations.length)] as Observation;
  return {
    id,
    submission: "",
    filename: "",
    vintage: 1,
    area: key.area,
    rule: id % 2 === 0 ? "own-trend" : "within-range",
    level: 2,
    severity: id % 2 === 0 ? "warning" : "error",
    line: 2,
    column: "OBS_VALUE",
    key,
    value,
    params: { value, expected: 100 * random() },
  };
});

function run() {
  const standings = standingsFrom({
    observations,
    estimates: [],
    weight: (_, area, __, { SEX }) => (population.get(area) ?? 0) * (SEX ? 0.5 : 1),
    groups: groups.list.map(({ code }) => ({ code, members: (year) => groups.membersOf(code, year) })),
  });
  const context = { standings, series: (code: string) => bySeries.get(code), earlier: () => undefined };
  return queueOf(scoresOf(findings, context));
}

const times = Array.from({ length: RUNS }, () => {
  const start = performance.now();
  run();
  return performance.now() - start;
}).sort((a, b) => a - b);
const asked = run().scored.filter((one) => one.asked).length;
console.log(
  `figures ${observations.length}, findings ${FINDINGS}, asked ${asked}, runs ${RUNS}, node ${process.version}`,
);
console.log(`scores and queue ${times[Math.floor(RUNS / 2)]?.toFixed(0)} ms (median)`);
