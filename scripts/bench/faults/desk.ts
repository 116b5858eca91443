import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Environment, openEnvironment, places } from "../../../src/run/environment.js";
import { addReference } from "../../../src/run/pipeline.js";
import { takeEnvironment, takeFile } from "../../../src/run/take.js";
import type { Finding } from "../../../src/types.js";
import { shuffled } from "./inject.js";
import { type CountryFile, csvOf, type Row, yearOf } from "./rows.js";

/** The last year handed in before the yearly update; the newest year of most series is the one after. */
export const LAST_BEFORE = 2017;
/** The middle of the year in which the real figures were published. */
const NOW = new Date(Date.UTC(2020, 6, 1));

export type ScenarioId = "first" | "update";

/** What a country hands in, and what is known of it by then. */
export interface Scenario {
  readonly id: ScenarioId;
  readonly what: string;
  before(rows: readonly Row[]): Row[];
  handedIn(rows: readonly Row[]): Row[];
}

export const SCENARIOS: readonly Scenario[] = [
  {
    id: "first",
    what: "first submission: all years of a country at once, nothing known of it; half of the others came before",
    before: () => [],
    handedIn: (rows) => [...rows],
  },
  {
    id: "update",
    what: `yearly update: only years after ${LAST_BEFORE}, all years up to it accepted; half of the others' updates came before`,
    before: (rows) => rows.filter((row) => yearOf(row) <= LAST_BEFORE),
    handedIn: (rows) => rows.filter((row) => yearOf(row) > LAST_BEFORE),
  },
];

/** Takes files as an agency would and gives what was found. */
export interface Desk {
  /** Errors and warnings of a file, which is not remembered. */
  findings(area: string, rows: readonly Row[]): Promise<readonly Finding[]>;
  close(): void;
}

/**
 * A desk that has two memories, each of half of the countries; a file is compared with the memory that does
 * not hold it, so that no country is its own peer.
 *
 * @param reference path of the World Bank's population by country and year
 */
export async function openDesk(
  files: readonly CountryFile[],
  { before, handedIn }: Scenario,
  reference: string,
  random: () => number,
): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), "ictsdg-faults-"));
  const open = (name: string) => openEnvironment({ ...places(), store: join(folder, name) }, () => NOW);
  const known = ["one.db", "other.db"].map(open) as [Environment, Environment];
  const scratch = open("scratch.db");
  const take = async (area: string, rows: readonly Row[], environment: Environment, into = environment) => {
    const path = join(folder, `${area}.csv`);
    writeFileSync(path, csvOf(rows));
    const own = {
      ...takeEnvironment(environment),
      store: into.store,
      known: environment.store,
      archive: null,
    };
    const { outcome, submission } = await takeFile(path, own);
    if (outcome === "refused") throw new Error(`${area}.csv was refused.`);
    return submission.id;
  };
  const half = new Map(shuffled(files, random).map(({ area }, i) => [area, i % 2]));
  for (const environment of known) population(environment, reference);
  for (const { area, rows } of files) {
    for (const [i, environment] of known.entries()) {
      const kept = [...before(rows), ...(half.get(area) === i ? [] : handedIn(rows))];
      if (kept.length > 0) await take(area, kept, environment);
    }
  }
  return {
    async findings(area, rows) {
      const submission = await take(area, rows, known[half.get(area) as 0 | 1], scratch);
      const found = scratch.store.findings({ submission });
      return found.filter(({ severity }) => severity !== "info");
    },
    close() {
      for (const environment of [...known, scratch]) environment.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function population(environment: Environment, path: string): void {
  const source = "World Bank, SP.POP.TOTL, via datasets/population";
  addReference(environment, path, { series: "POPULATION", revision: "WB 2025", source });
}
