/**
 * The measure of how good the rules are, on figures of its own and, in small, on the real submissions. The
 * latter needs the optional data folder ../shared/data and is skipped by name without it.
 */
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inject, sizeOf } from "../../scripts/bench/faults/inject.js";
import { faultyLines, spoil, type World } from "../../scripts/bench/faults/kind.js";
import { KINDS } from "../../scripts/bench/faults/kinds.js";
import { measure } from "../../scripts/bench/faults/measure.js";
import type { Row } from "../../scripts/bench/faults/rows.js";
import { names, score } from "../../scripts/bench/faults/score.js";
import { seededRandom } from "../../scripts/sample/random.js";

const DATA = "../shared/data";

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}

const row = (series: string, year: number, value: number, cells: Partial<Row> = {}): Row => ({
  ...{ SERIES: series, REF_AREA: "CHE", TIME_PERIOD: String(year), SEX: "_T", COMPOSITE_BREAKDOWN: "_T" },
  ...{ OBS_VALUE: String(value), UNIT_MEASURE: "", UNIT_MULT: "0", OBS_STATUS: "A", SOURCE_DETAIL: "" },
  ...cells,
});

const tier = (code: string) => ({ COMPOSITE_BREAKDOWN: code });
/** Two years of a country that has a place for every kind of fault. */
const ROWS: readonly Row[] = [2016, 2017].flatMap((year) => [
  row("IT_USE_II99", year, 45.125 + 20 * (year - 2016)),
  row("IT_MOB_OWN", year, 62.5),
  row("IT_MOB_OWN", year, 55, { SEX: "F" }),
  row("IT_MOB_OWN", year, 70, { SEX: "M" }),
  row("IT_MOB_2GNTWK", year, 95),
  row("IT_MOB_3GNTWK", year, 61),
  row("IT_NET_BBNDN", year, 100_000),
  row("IT_NET_BBNDN", year, 10_000, tier("IS_256KT2M")),
  row("IT_NET_BBNDN", year, 30_000, tier("IS_2MT10M")),
  row("IT_NET_BBNDN", year, 60_000, tier("IS_GE10M")),
]);
const WORLD: World = {
  history: ROWS,
  neighbour: ROWS.map((one) => ({ ...one, REF_AREA: "CIV", OBS_VALUE: "11" })),
};

describe("faults", () => {
  it("are of twenty kinds", () => {
    expect(new Set(KINDS.map(({ id }) => id)).size).toBe(20);
  });

  it.each(KINDS.map((kind) => [kind.id, kind] as const))(
    "of the kind %s change the lines they say, and no other",
    (_, kind) => {
      const rows = deepFreeze(structuredClone(ROWS));
      const faults = kind.faults(rows, deepFreeze(structuredClone(WORLD)));
      expect(faults.filter((fault) => sizeOf(fault) !== "small").length).toBeGreaterThan(0);
      for (const fault of faults) {
        const spoilt = spoil(rows, fault);
        const changed = spoilt.flatMap((one, i) =>
          JSON.stringify(one) === JSON.stringify(rows[i]) ? [] : [i + 2],
        );
        expect([...faultyLines(rows, fault)].sort((a, b) => a - b)).toEqual(changed);
      }
    },
  );

  it("are the same for the same seed, others for another, and never twice the same place and change", () => {
    const [kind] = KINDS;
    const draw = (seed: string) =>
      inject(kind as (typeof KINDS)[number], [{ area: "CHE", rows: ROWS }], () => WORLD, {
        ...{ count: 8, sizes: new Set(["none"] as const), random: seededRandom(seed) },
      }).map(({ fault }) => [[...fault.changed.keys()], fault.what].join(" "));
    expect(draw("a")).toEqual(draw("a"));
    expect(draw("a")).not.toEqual(draw("b"));
    expect(new Set(draw("a")).size).toBe(8);
  });

  it("are missed where nothing is found, or only what the file had without them", async () => {
    const [kind] = KINDS;
    const injections = inject(kind as (typeof KINDS)[number], [{ area: "CHE", rows: ROWS }], () => WORLD, {
      ...{ count: 5, sizes: new Set(["none"] as const), random: seededRandom("a") },
    });
    const old = {
      ...({ rule: "sudden-change", level: 2, severity: "warning", column: "OBS_VALUE", key: null } as const),
      ...{ value: null, params: {}, id: 1, submission: "", filename: "" },
    };
    const everywhere = ROWS.map((_one, i) => ({ ...old, line: i + 2 }));
    const desk = (found: typeof everywhere) => ({ findings: async () => found, close() {} });
    const by = async (found: typeof everywhere, clean: typeof everywhere) =>
      (await score(injections, desk(found), new Map([["CHE", clean]]), () => WORLD)).map((one) => one.by);
    expect((await by([], [])).flat()).toEqual([]);
    expect((await by(everywhere, everywhere)).flat()).toEqual([]);
    expect(await by(everywhere, [])).toEqual(injections.map(() => ["sudden-change"]));
  });

  it("are named by a finding at their line, one that compares with it, or one about the year after", () => {
    const finding = {
      ...({
        rule: "any",
        level: 2,
        severity: "warning",
        column: "OBS_VALUE",
        key: null,
        value: null,
      } as const),
      ...{ line: 12, params: {} },
    };
    const faulty = new Set([2]);
    expect(names({ ...finding, line: 2 }, faulty, ROWS)).toBe(true);
    expect(names(finding, faulty, ROWS)).toBe(false);
    expect(names({ ...finding, params: { other: 2 } }, faulty, ROWS)).toBe(true);
    expect(names({ ...finding, params: { lines: "5, 2" } }, faulty, ROWS)).toBe(true);
    const key = { series: "IT_USE_II99", area: 756, period: 2017, dimensions: {} };
    expect(names({ ...finding, key, params: { beforePeriod: "2016" } }, faulty, ROWS)).toBe(true);
    expect(names({ ...finding, key, params: { beforePeriod: "2015" } }, faulty, ROWS)).toBe(false);
  });
});

describe.skipIf(!existsSync(DATA))("sixty faults in the real submissions (needs ../shared/data)", () => {
  it("are nine in ten found, and no rule warns of more than 6 lines in 1000 without a fault, of 11 in an update", async () => {
    for (const { scenario, outcomes, alarms, lines } of await measure(DATA, 60, "1")) {
      expect(outcomes).toHaveLength(60);
      expect(outcomes.filter(({ by }) => by.length > 0).length).toBeGreaterThanOrEqual(54);
      const warned = alarms.filter(({ severity }) => severity === "warning").map(({ rule }) => rule);
      // Of the fewer lines of an update, a rule of surveys meets more than its share.
      const least = scenario.id === "first" ? 6 : 11;
      for (const rule of new Set(warned)) {
        const count = warned.filter((one) => one === rule).length;
        expect([rule, (1000 * count) / lines < least]).toEqual([rule, true]);
      }
    }
  }, 300_000);
});
