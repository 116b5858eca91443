/**
 * What the world would be, had one country stood still: `node dist/scripts/bench/one-held.js DATA SERIES AREA FROM TO`,
 * such as `../shared/data IT_MOB_2GNTWK CHN 2001 2005`. For each year from FROM to TO: the share of the people with a
 * report, the published world, ours, and ours with the country's report of FROM in every year.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { aggregate } from "../../src/aggregate/aggregate.js";
import { dimensionKey } from "../../src/keys.js";
import { type Environment, openEnvironment, places } from "../../src/run/environment.js";
import { aggregateInput, type Computed, compute } from "../../src/run/publish.js";
import type { Aggregate, Key } from "../../src/types.js";
import { comparePublished, takeReal } from "../compare-published.js";

const WORLD = 1;

interface Held {
  readonly series: string;
  readonly area: number;
  readonly from: number;
  readonly to: number;
}

const isTotal = (one: Key, { series }: Held): boolean =>
  one.series === series && dimensionKey(one.dimensions) === "";

/** The aggregates, were the country's figures of later years what it reported in the first. */
function heldStill(environment: Environment, { observations, estimates }: Computed, held: Held): Aggregate[] {
  const isHeld = (one: Key) => isTotal(one, held) && one.area === held.area;
  const start = observations.find((one) => isHeld(one) && one.period === held.from);
  if (!start) throw new Error(`The country reported no ${held.series} in ${held.from}: give another year.`);
  const isLater = (one: Key) => isHeld(one) && one.period > held.from && one.period <= held.to;
  const years = Array.from({ length: held.to - held.from }, (_, i) => held.from + 1 + i);
  const still = years.map((period) => ({ ...start, period }));
  return aggregate(
    aggregateInput(
      environment,
      [...observations.filter((one) => !isLater(one)), ...still],
      estimates.filter((one) => !isLater(one)),
    ),
  );
}

async function run(folder: string, held: Omit<Held, "area">, code: string): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "ictsdg-held-"));
  const environment = openEnvironment({ ...places(), store: join(scratch, "store.db") });
  try {
    const area = environment.areas.findArea(code);
    if (area === undefined) throw new Error(`There is no country "${code}".`);
    await takeReal(environment, folder);
    const computed = compute(environment) as Computed;
    const aggregates = heldStill(environment, computed, { ...held, area });
    const still = new Map(
      aggregates.flatMap((one) =>
        one.area === WORLD && isTotal(one, { ...held, area }) ? [[one.period, one.value] as const] : [],
      ),
    );
    console.log("year  reported  published   ours   held");
    for (const one of comparePublished(computed.aggregates, folder)) {
      const isAsked = one.group === WORLD && one.series === held.series && one.breakdown === "";
      if (!isAsked || one.year < held.from || one.year > held.to) continue;
      const cells = [one.published, one.ours, still.get(one.year)].map((value) => value?.toFixed(2) ?? "..");
      console.log(
        `${one.year}  ${(100 * one.reported).toFixed(0).padStart(6)} %  ${cells.map((cell) => cell.padStart(6)).join("  ")}`,
      );
    }
  } finally {
    environment.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

const [folder = "../shared/data", series = "IT_MOB_2GNTWK", code = "CHN", from = "2001", to = "2005"] =
  process.argv.slice(2);
await run(folder, { series, from: Number(from), to: Number(to) }, code);
