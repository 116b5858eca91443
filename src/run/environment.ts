import { mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { DenominatorId } from "../define.js";
import { type Areas, type Groups, loadAreas, loadGroups } from "../reference/areas.js";
import { createDenominators, type Denominators } from "../reference/denominators.js";
import { loadThresholds } from "../reference/thresholds.js";
import { openSqlite } from "../store/sqlite.js";
import type { Store } from "../store/store.js";
import type { Dimensions, Thresholds } from "../types.js";

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
}

export function places(env: NodeJS.ProcessEnv = process.env): Places {
  const data = join(ROOT, "data");
  return {
    store: env.ICTSDG_STORE ?? join(data, "ictsdg.db"),
    archive: env.ICTSDG_ARCHIVE ?? join(data, "archive"),
    reference: env.ICTSDG_REFERENCE ?? join(data, "reference"),
    out: env.ICTSDG_OUT ?? join(data, "out"),
  };
}

/** Everything that a run is given. `denominators` are read from the store when first asked for. */
export interface Environment {
  readonly store: Store;
  readonly areas: Areas;
  readonly groups: Groups;
  /** From which coverage on an aggregate is published. */
  readonly thresholds: Thresholds;
  readonly archive: string;
  readonly out: string;
  readonly now: () => Date;
  denominator(id: DenominatorId, area: number, period: number, dimensions: Dimensions): number | undefined;
  /** To be called after an import of reference values. */
  referenceChanged(): void;
  close(): void;
}

export function openEnvironment(at: Places, now: () => Date = () => new Date()): Environment {
  mkdirSync(dirname(at.store), { recursive: true });
  const store = openSqlite(at.store);
  let denominators: Denominators | null = null;
  return {
    store,
    areas: loadAreas(at.reference),
    groups: loadGroups(at.reference),
    thresholds: loadThresholds(at.reference),
    archive: at.archive,
    out: at.out,
    now,
    denominator: (id, area, period, dimensions) => {
      denominators ??= createDenominators(store.reference());
      return denominators.value(id, area, period, dimensions);
    },
    referenceChanged: () => {
      denominators = null;
    },
    close: () => store.close(),
  };
}
