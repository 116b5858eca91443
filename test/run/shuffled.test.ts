/** More rows than are kept in memory, in an order that tears every slice apart. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generateSubmission } from "../../scripts/bench/generate.js";
import { dimensionKey } from "../../src/keys.js";
import { randomFrom } from "../../src/random.js";
import { openWorkshop, type Workshop } from "./workshop.js";

const ROWS = 120_000;
/** Every so many rows one stands twice, with the same figure. */
const REPEATED = 1000;
const HELD_BACK = 50;

interface Outcome {
  readonly figures: readonly string[];
  readonly listed: Readonly<Record<string, number>>;
  readonly counts: unknown;
  readonly observations: number;
  readonly held: number;
}

function shuffled(lines: readonly string[]): string[] {
  const next = randomFrom(42);
  const order = [...lines];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [order[i], order[j]] = [order[j] as string, order[i] as string];
  }
  return order;
}

/** Generated figures, some of them twice and some below zero; and the header. */
async function rowsWithFaults(shop: Workshop): Promise<[string, string[]]> {
  const path = join(shop.folder, "generated.csv");
  await generateSubmission(
    path,
    ROWS,
    shop.environment.areas.list.slice(0, 200).map(({ iso3 }) => iso3),
  );
  const [header = "", ...lines] = readFileSync(path, "utf8").trimEnd().split("\n");
  const twice = lines.filter((_, i) => i % REPEATED === 0);
  const spoilt = lines.map((line, i) => {
    const cells = line.split(",");
    if (i % (ROWS / HELD_BACK) === 7) cells[8] = "-5";
    return cells.join(",");
  });
  return [header, [...spoilt, ...twice]];
}

async function outcome(lines: readonly string[], header: string): Promise<Outcome> {
  const own = openWorkshop();
  try {
    const path = own.write("agency.csv", `${[header, ...lines].join("\n")}\n`);
    const report = await own.take(path, { anyArea: true }, { reference: (_, area, period) => area * period });
    if (report.outcome !== "taken") throw new Error(report.outcome);
    const { store } = own.environment;
    const listed: Record<string, number> = {};
    for (const { rule } of store.findings()) listed[rule] = (listed[rule] ?? 0) + 1;
    const { observations = 0, held = 0 } = store.submissions()[0] ?? {};
    const figures = store
      .observations(report.vintage.id)
      .map(
        (o) =>
          `${o.series} ${o.area} ${o.period} ${dimensionKey(o.dimensions)} ${o.value} ${o.status} ${o.source}`,
      );
    return { figures: figures.sort(), listed, counts: report.counts, observations, held };
  } finally {
    own.close();
  }
}

describe("a file of 120,000 rows", () => {
  let shop: Workshop;
  let sorted: Outcome;
  let mixed: Outcome;
  beforeAll(async () => {
    shop = openWorkshop();
    const [header, lines] = await rowsWithFaults(shop);
    sorted = await outcome(lines.sort(), header);
    mixed = await outcome(shuffled(lines), header);
  }, 120_000);
  afterAll(() => shop.close());

  it("keeps every row", () => {
    expect(sorted.observations).toBe(ROWS + ROWS / REPEATED);
    const failed = (rule: string) =>
      (sorted.counts as { rule: string; fail: number }[]).find((one) => one.rule === rule)?.fail;
    expect(failed("duplicate-key")).toBe(ROWS / REPEATED);
    expect(failed("within-range")).toBe(HELD_BACK);
    expect(sorted.held).toBeGreaterThanOrEqual((2 * ROWS) / REPEATED + HELD_BACK);
    expect(sorted.figures).toHaveLength(sorted.observations - sorted.held);
  });

  it("ends the same in any order", () => {
    expect(mixed.counts).toEqual(sorted.counts);
    expect(mixed.listed).toEqual(sorted.listed);
    expect([mixed.observations, mixed.held]).toEqual([sorted.observations, sorted.held]);
    expect(mixed.figures).toEqual(sorted.figures);
  });
});
