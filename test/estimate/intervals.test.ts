/**
 * That a 90 % interval holds 85 to 95 % of the values hidden from it, series by series. The seeds are others than those
 * by which the methods were chosen (docs/estimation.md). Needs the optional data folder ../shared/data; skipped by name
 * without it.
 */
import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { indicators } from "../../indicators/index.js";
import { takeReal } from "../../scripts/compare-published.js";
import { backtest, CANDIDATES, type Residual, scoresBy } from "../../src/estimate/backtest.js";
import { surroundingsOf } from "../../src/run/surroundings.js";
import { openWorkshop, type Workshop } from "../run/workshop.js";

const DATA = "../shared/data";
const SEEDS = [11, 12, 13];
/** Of fewer values, the share says little. */
const FEWEST = 100;

describe.skipIf(!existsSync(DATA))("intervals of estimates (needs ../shared/data)", () => {
  let shop: Workshop;
  let residuals: readonly Residual[];
  beforeAll(async () => {
    shop = openWorkshop();
    await takeReal(shop.environment, DATA);
    const observations = shop.environment.store.observations(shop.environment.store.vintage()?.id ?? 0);
    const surroundings = surroundingsOf(shop.environment, 2026);
    const candidates = CANDIDATES.filter(({ name }) => name === "chain");
    residuals = SEEDS.flatMap((seed) =>
      backtest({ indicators, observations, surroundings, seed, candidates }),
    );
  }, 300_000);
  afterAll(() => shop.close());

  const shares = (of: (one: Residual) => readonly (string | number)[], some = residuals) =>
    scoresBy(some, of)
      .filter(({ count }) => count >= FEWEST)
      .map(({ by, coverage }) => ({ by: by.join(" "), coverage: Math.round(100 * coverage) }));
  const outside = (found: ReturnType<typeof shares>) =>
    found.filter(({ coverage }) => coverage < 85 || coverage > 95);

  it("hold the last one, two and three years of every series", () => {
    const last = residuals.filter(
      ({ scenario, horizon }) => scenario.startsWith("last") && (horizon ?? 9) <= 3,
    );
    const found = shares(({ series, horizon }) => [series, horizon ?? 0], last);
    expect(found.length).toBeGreaterThanOrEqual(15);
    expect(outside(found)).toEqual([]);
  });

  it("hold the years between reports, also where surveys disagree", () => {
    const inner = residuals.filter(({ method }) => method === "interpolation");
    expect(outside(shares(({ series }) => [series], inner))).toEqual([]);
    // Phone ownership has fewer than a hundred such values.
    const [owned] = scoresBy(
      inner.filter(({ series }) => series === "IT_MOB_OWN"),
      () => ["IT_MOB_OWN"],
    );
    expect(owned?.coverage).toBeGreaterThanOrEqual(0.85);
  });

  it("hold the years before the first report", () => {
    const first = residuals.filter(({ scenario }) => scenario.startsWith("first"));
    expect(outside(shares(({ series }) => [series], first))).toEqual([]);
  });
});
