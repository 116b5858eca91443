/** A store, an archive and an output folder of their own, in a temporary folder, for one test. */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import Database from "better-sqlite3";
import { type Environment, environmentAt, openEnvironment } from "../../src/run/environment.js";
import {
  type TakeEnvironment,
  type TakeOptions,
  type TakeReport,
  takeEnvironment,
  takeFile,
} from "../../src/run/take.js";

export const HEADER = "SERIES,REF_AREA,TIME_PERIOD,SEX,OBS_VALUE,UNIT_MEASURE";
export const PROGRAM = "dist/src/cli/main.js";

export interface Workshop {
  readonly folder: string;
  readonly store: string;
  readonly archive: string;
  readonly environment: Environment;
  /** Writes a file below the folder and gives its path. */
  write(name: string, content: string | Uint8Array): string;
  take(path: string, options?: TakeOptions, change?: Partial<TakeEnvironment>): Promise<TakeReport>;
  close(): void;
}

/** A clock that starts with 2026 and is a minute later every time it is read. */
function clock(): () => Date {
  let minutes = 0;
  return () => new Date(Date.UTC(2026, 0, 1, 0, minutes++));
}

export function openWorkshop(): Workshop {
  const folder = mkdtempSync(join(tmpdir(), "ictsdg-test-"));
  const at = { store: join(folder, "store.db"), archive: join(folder, "archive"), out: join(folder, "out") };
  const environment = openEnvironment({ ...at, reference: "data/reference" }, clock());
  const given = takeEnvironment(environment);
  return {
    folder,
    ...at,
    environment,
    write: (name, content) => writeBelow(folder, name, content),
    take: (path, options = {}, change = {}) => takeFile(path, { ...given, ...change }, options),
    close: () => {
      environment.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function writeBelow(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** A submission in the columns of HEADER: `[series, area, year, sex, value, unit]` a row. */
export function csv(...rows: readonly (readonly (string | number)[])[]): string {
  return `${[HEADER, ...rows.map((row) => row.join(","))].join("\n")}\n`;
}

/** The environment as it was at a time (ISO 8601). */
export function asOf({ environment }: Workshop, time: string | undefined): Environment {
  return environmentAt(environment, environment.store.pins(time));
}

/** How many rows each table of a database file holds. */
export function tableCounts(store: string): Record<string, number> {
  const db = new Database(store, { readonly: true });
  try {
    const tables = db
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
      )
      .pluck()
      .all() as string[];
    return Object.fromEntries(
      tables.map((name) => [name, db.prepare(`SELECT COUNT(*) FROM ${name}`).pluck().get() as number]),
    );
  } finally {
    db.close();
  }
}

export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** The hash of every file below a folder, by its path there. */
export function hashes(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((one) => one.isFile());
  const paths = entries.map((one) => join(one.parentPath, one.name)).sort();
  return Object.fromEntries(paths.map((path) => [relative(folder, path), sha256(readFileSync(path))]));
}
