import { mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { ReferenceId } from "../define.js";
import { type Areas, type Groups, loadAreas, loadGroups } from "../reference/areas.js";
import { createDenominators, type Denominators } from "../reference/denominators.js";
import { loadThresholds } from "../reference/thresholds.js";
import { storeAt } from "../store/at.js";
import { openSqlite } from "../store/sqlite.js";
import type { Pins, Store } from "../store/store.js";
import type { Composition, Dimensions, Thresholds } from "../types.js";

/** The folder that holds package.json, whether this runs from dist/ or from source. */
export const ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(here: string): string {
  const above = resolve(here, "../..");
  return above.endsWith("dist") ? dirname(above) : above;
}

/** Where things are. Each can be set on the command line or by the environment variable named beside it. */
export interface Places {
  /** ICTSDG_STORE: the database file. */
  readonly store: string;
  /** ICTSDG_ARCHIVE: the bytes of every submission, by hash. */
  readonly archive: string;
  /** ICTSDG_REFERENCE: areas, groups and their members, thresholds of publication. */
  readonly reference: string;
  /** ICTSDG_OUT: tables. */
  readonly out: string;
  /** ICTSDG_RELEASES: frozen tables, a folder each; beside the tables when absent. */
  readonly releases?: string;
}

export function places(env: NodeJS.ProcessEnv = process.env): Places {
  const data = join(ROOT, "data");
  return {
    store: env.ICTSDG_STORE ?? join(data, "ictsdg.db"),
    archive: env.ICTSDG_ARCHIVE ?? join(data, "archive"),
    reference: env.ICTSDG_REFERENCE ?? join(data, "reference"),
    out: env.ICTSDG_OUT ?? join(data, "out"),
    releases: env.ICTSDG_RELEASES ?? join(data, "releases"),
  };
}

/** Areas, groups and thresholds, and the folder they were read from. */
interface Lists {
  readonly areas: Areas;
  readonly groups: Groups;
  /** From which coverage on an aggregate is published. */
  readonly thresholds: Thresholds;
  readonly reference: string;
}

/** Everything that a run is given. `denominators` are read from the store when first asked for. */
export interface Environment extends Lists {
  /** As of when groups are composed; `by-year` when absent. */
  readonly composition?: Composition | undefined;
  readonly store: Store;
  readonly archive: string;
  readonly out: string;
  readonly releases: string;
  readonly now: () => Date;
  denominator(id: ReferenceId, area: number, period: number, dimensions: Dimensions): number | undefined;
  /** To be called after an import of reference values. */
  referenceChanged(): void;
  close(): void;
}

export function openEnvironment(at: Places, now: () => Date = () => new Date()): Environment {
  mkdirSync(dirname(at.store), { recursive: true });
  const { archive, out, releases = join(dirname(at.out), "releases") } = at;
  const store = openSqlite(at.store);
  return {
    ...listsIn(at.reference),
    ...{ store, archive, out, releases, now },
    ...denominatorsOf(store),
    close: () => store.close(),
  };
}

/**
 * An environment in which only what the pins name has come, so that everything made in it is as it was then. It
 * shares the store and is closed with it.
 * @param reference folder of lists, where they are not those of today
 */
export function environmentAt(environment: Environment, pins: Pins, reference?: string): Environment {
  const store = storeAt(environment.store, pins);
  const lists = reference === undefined ? {} : listsIn(reference);
  return { ...environment, ...lists, store, ...denominatorsOf(store) };
}

function listsIn(reference: string): Lists {
  return {
    areas: loadAreas(reference),
    groups: loadGroups(reference),
    thresholds: loadThresholds(reference),
    reference,
  };
}

function denominatorsOf(store: Store): Pick<Environment, "denominator" | "referenceChanged"> {
  let denominators: Denominators | null = null;
  return {
    denominator: (id, area, period, dimensions) => {
      denominators ??= createDenominators(store.reference());
      return denominators.value(id, area, period, dimensions);
    },
    referenceChanged: () => {
      denominators = null;
    },
  };
}
