import { join } from "node:path";
import { submissionFiles } from "../../../src/run/files.js";
import type { Finding } from "../../../src/types.js";
import { seededRandom } from "../../sample/random.js";
import { openDesk, SCENARIOS, type Scenario } from "./desk.js";
import { type Injection, inject, type Size } from "./inject.js";
import type { Kind, World } from "./kind.js";
import { KINDS } from "./kinds.js";
import { type CountryFile, readCountryFile } from "./rows.js";
import { falseAlarms, type Outcome, score } from "./score.js";

/** What came out of one scenario. */
export interface Measured {
  readonly scenario: Scenario;
  /** Faults that must be found. */
  readonly outcomes: readonly Outcome[];
  /** Faults below the least size, apart. */
  readonly small: readonly Outcome[];
  /** Lines of the files without any fault, and what was found in them. */
  readonly lines: number;
  readonly alarms: readonly (Finding & { readonly area: string })[];
}

const COUNTED: ReadonlySet<Size> = new Set<Size>(["none", "medium", "large"]);
const SMALL: ReadonlySet<Size> = new Set<Size>(["small"]);

/**
 * Measures all scenarios. The same files, count and seed give the same outcome.
 *
 * @param folder holds `submissions/` and `reference/population.csv`
 * @param count how many faults to inject, spread evenly over the kinds
 */
export async function measure(
  folder: string,
  count: number,
  seed: string,
  scenarios: readonly Scenario[] = SCENARIOS,
): Promise<Measured[]> {
  const all: CountryFile[] = [];
  for (const path of submissionFiles([join(folder, "submissions")])) all.push(await readCountryFile(path));
  const measured: Measured[] = [];
  for (const scenario of scenarios) {
    const reference = join(folder, "reference", "population.csv");
    measured.push(await measureOne(all, scenario, reference, count / KINDS.length, seed));
  }
  return measured;
}

async function measureOne(
  all: readonly CountryFile[],
  scenario: Scenario,
  reference: string,
  each: number,
  seed: string,
): Promise<Measured> {
  const files = all
    .map(({ area, rows }) => ({ area, rows: scenario.handedIn(rows) }))
    .filter(({ rows }) => rows.length > 0);
  const worldOf = worlds(all);
  const draw = (kind: Kind, sizes: ReadonlySet<Size>): Injection[] => {
    const random = seededRandom(`${seed} ${scenario.id} ${kind.id} ${[...sizes]}`);
    return inject(kind, files, worldOf, { count: Math.round(each), sizes, random });
  };
  const desk = await openDesk(all, scenario, reference, seededRandom(`${seed} ${scenario.id}`));
  try {
    const clean = await falseAlarms(files, desk);
    const outcomes = await score(
      KINDS.flatMap((kind) => draw(kind, COUNTED)),
      desk,
      clean,
      worldOf,
    );
    const small = await score(
      KINDS.flatMap((kind) => draw(kind, SMALL)),
      desk,
      clean,
      worldOf,
    );
    const alarms = [...clean].flatMap(([area, found]) => found.map((finding) => ({ ...finding, area })));
    return {
      scenario,
      outcomes,
      small,
      lines: files.reduce((sum, { rows }) => sum + rows.length, 0),
      alarms,
    };
  } finally {
    desk.close();
  }
}

/** Of each country its own history and the file of the next in the alphabet; the first follows the last. */
function worlds(all: readonly CountryFile[]): (area: string) => World {
  const made = new Map(
    all.map(({ area, rows }, i) => [
      area,
      { history: rows, neighbour: all[(i + 1) % all.length]?.rows ?? [] },
    ]),
  );
  return (area) => made.get(area) as World;
}
