/** Figures as the program takes them, with its own findings, and as the datasets a VTL engine is given. */
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import type { Environment } from "../../src/run/environment.js";
import { takeEnvironment, takeFile } from "../../src/run/take.js";
import type { Store } from "../../src/store/store.js";
import {
  DIMENSIONS,
  type Dimensions,
  type Finding,
  type Key,
  type Observation,
  type ReferenceValue,
} from "../../src/types.js";
import { DATASETS } from "../../src/validate/vtl/datasets.js";

/** What was taken from some files: every figure, held or not, and every finding about a figure. */
export interface Judged {
  readonly before: readonly Observation[];
  readonly figures: readonly Observation[];
  /** Those that are not held back, which is what rules across indicators look at. */
  readonly accepted: readonly Observation[];
  readonly findings: readonly Finding[];
  /** Countries and indicators left out, as they have a key twice, which no VTL dataset can hold. */
  readonly leftOut: number;
}

/** What was written in one go. */
interface Slice {
  readonly observations: readonly Observation[];
  readonly held: ReadonlySet<Observation>;
  readonly findings: readonly Finding[];
}

/** Takes all files of a folder and keeps what the program found. */
export async function judgeFiles(folder: string, environment: Environment): Promise<Judged> {
  const { store } = environment;
  const vintage = store.vintage();
  const before = vintage ? store.observations(vintage.id) : [];
  const slices: Slice[] = [];
  const files = readdirSync(folder).filter((name) => name.endsWith(".csv") && name !== "denominators.csv");
  for (const file of files) {
    const given = { ...takeEnvironment(environment), store: listening(store, slices), known: store };
    await takeFile(join(folder, file), { ...given, archive: null });
  }
  const whole = slices.filter(({ observations }) => !hasKeyTwice(observations));
  return {
    before,
    figures: whole.flatMap(({ observations }) => observations),
    accepted: slices.flatMap(({ observations, held }) => observations.filter((one) => !held.has(one))),
    findings: whole.flatMap(({ findings }) => findings.filter(({ key }) => key !== null)),
    leftOut: slices.length - whole.length,
  };
}

/** The store, telling also what is written into it. */
function listening(store: Store, slices: Slice[]): Store {
  return {
    ...store,
    take(submission, rules) {
      const take = store.take(submission, rules);
      if (!take) return take;
      return {
        ...take,
        write(indicator, observations, held, findings) {
          slices.push({ observations: [...observations], held: new Set(held), findings: [...findings] });
          take.write(indicator, observations, held, findings);
        },
      };
    },
  };
}

function hasKeyTwice(observations: readonly Observation[]): boolean {
  return new Set(observations.map(keyText)).size < observations.length;
}

/** The identifiers of a figure, in the order of DS_1. */
export function identifiers(key: Key): Readonly<Record<string, string>> {
  return {
    SERIES: key.series,
    REF_AREA: String(key.area),
    TIME_PERIOD: String(key.period),
    ...codes(key.dimensions),
  };
}

function codes(dimensions: Dimensions): Record<string, string> {
  return Object.fromEntries(DIMENSIONS.map((id) => [id, dimensions[id] ?? "_T"]));
}

export function keyText(key: Key): string {
  return Object.values(identifiers(key)).join(" ");
}

/** Writes the datasets as CSV files, named after them. */
export function writeDatasets(
  folder: string,
  figures: readonly Observation[],
  before: readonly Observation[],
  reference: readonly ReferenceValue[],
): void {
  const records: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
    DS_1: figures.map(figureRecord),
    DS_0: before.map(figureRecord),
    DS_REF: reference.map(({ series, value, ...key }) => ({
      ...identifiers({ ...key, series }),
      REFERENCE: series,
      REF_VALUE: value,
    })),
  };
  for (const { name, components } of DATASETS) {
    const columns = components.map((component) => component.name);
    writeFileSync(
      join(folder, `${name}.csv`),
      stringify([...(records[name] ?? [])], { header: true, columns }),
    );
  }
}

function figureRecord(observation: Observation): Record<string, unknown> {
  const { value, numerator, denominator, unit, unitMultiplier, status, ageScope, comment } = observation;
  return {
    ...identifiers(observation),
    OBS_VALUE: value,
    NUMERATOR: numerator,
    DENOMINATOR: denominator,
    UNIT_MEASURE: unit,
    UNIT_MULT: unitMultiplier,
    DECIMALS: value === null ? null : (/\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0),
    OBS_STATUS: status,
    AGE_SCOPE: ageScope,
    COMMENT_OBS: comment,
  };
}
