import Database from "better-sqlite3";
import type { Finding, ReferenceValue, RuleCount, StoredObservation, Vintage } from "../types.js";
import { MIGRATIONS } from "./migrations.js";
import { breakdownIds, type Db, readAttributes, readBreakdowns } from "./sqlite-ids.js";
import { createTake } from "./sqlite-take.js";
import type { FindingFilter, Store, StoredFinding, SubmissionRecord } from "./store.js";

/** How long a writer waits for another one to finish, in milliseconds. */
const BUSY_TIMEOUT = 10 * 60 * 1000;

/**
 * Opens (and where needed creates or upgrades) a store in one SQLite file. An empty path is a
 * temporary store on disk that is gone when closed, as `check` uses.
 *
 * @throws Error `store-unopened` when the file cannot be opened or made, `store-newer` when a later version of the program has written the file
 */
export function openSqlite(path: string): Store {
  const db = connect(path);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = NORMAL");
  db.pragma("foreign_keys = ON");
  db.pragma("cache_size = -32768");
  migrate(db);
  return {
    take: (submission, rules) => createTake(db, submission, rules),
    submission: (id) => submissions(db, "WHERE s.id = ?", [id])[0],
    submissions: () => submissions(db, "", []),
    findings: (filter = {}) => findings(db, filter),
    ruleCounts: (submission) => ruleCounts(db, submission),
    vintage: (asOf) => vintageAt(db, asOf),
    observations: (vintage) => observations(db, vintage),
    importReference: (id, values, at) => importReference(db, id, values, at),
    referenceImported: (id) =>
      db.prepare("SELECT 1 FROM reference_import WHERE id = ?").get(id) !== undefined,
    reference: (revision) => reference(db, revision),
    fingerprint: () => fingerprint(db),
    close: () => db.close(),
  };
}

function connect(path: string): Db {
  try {
    return new Database(path, { timeout: BUSY_TIMEOUT });
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new Error(
      `store-unopened: the database "${path}" cannot be opened (${cause}). Check that its folder is there and may be written to, or name another with --store.`,
    );
  }
}

function migrate(db: Db): void {
  const version = db.pragma("user_version", { simple: true }) as number;
  if (version > MIGRATIONS.length) {
    throw new Error(
      `store-newer: the database has schema version ${version}, this program knows ${MIGRATIONS.length}. Use a newer ictsdg.`,
    );
  }
  if (version === MIGRATIONS.length) return;
  const upgrade = db.transaction(() => {
    // Read again: another process may have upgraded it while this one waited.
    for (let next = db.pragma("user_version", { simple: true }) as number; next < MIGRATIONS.length; next++) {
      db.exec(MIGRATIONS[next] as string);
      db.pragma(`user_version = ${next + 1}`);
    }
  });
  upgrade.immediate();
}

function submissions(db: Db, where: string, values: readonly string[]): SubmissionRecord[] {
  return db
    .prepare(
      `SELECT s.id, r.area, s.collection, s.filename, s.received_at AS receivedAt, s.received_from AS receivedFrom,
              s.bytes, r.dialect, v.id AS vintage, v.as_of AS asOf, r.lines, r.observations, r.held,
              (SELECT COUNT(*) FROM finding f WHERE f.vintage = v.id AND f.severity = 'error') AS errors,
              (SELECT COUNT(*) FROM finding f WHERE f.vintage = v.id AND f.severity = 'warning') AS warnings
         FROM submission s JOIN vintage v ON v.submission = s.id JOIN receipt r ON r.vintage = v.id ${where} ORDER BY v.id`,
    )
    .all(...values) as SubmissionRecord[];
}

interface FindingRow extends Omit<StoredFinding, "key" | "params" | "column"> {
  readonly columnName: string;
  readonly area: number | null;
  readonly series: string | null;
  readonly period: number | null;
  readonly breakdown: number | null;
  readonly params: never;
}

function findings(db: Db, filter: FindingFilter): StoredFinding[] {
  const conditions: string[] = [];
  const values: (string | number)[] = [];
  const where = (condition: string, value: string | number | undefined) => {
    if (value === undefined) return;
    conditions.push(condition);
    values.push(value);
  };
  where("v.submission = ?", filter.submission);
  where("f.severity = ?", filter.severity);
  where("f.rule = ?", filter.rule);
  where("COALESCE(f.area, r.area) = ?", filter.area);
  values.push(filter.limit ?? -1);
  const rows = db
    .prepare(
      `SELECT f.id, f.rule, f.level, f.severity, f.line, f.column_name AS columnName, f.area, f.series, f.period,
              f.breakdown, f.params, v.submission, s.filename
         FROM finding f JOIN vintage v ON v.id = f.vintage JOIN submission s ON s.id = v.submission
              JOIN receipt r ON r.vintage = v.id
        ${conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : ""}
        ORDER BY CASE f.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, f.vintage, f.line, f.id
        LIMIT ?`,
    )
    .all(...values) as FindingRow[];
  const breakdowns = readBreakdowns(db);
  return rows.map(({ columnName, area, series, period, breakdown, params, ...rest }) => ({
    ...rest,
    column: columnName,
    params: JSON.parse(params) as Finding["params"],
    key:
      area === null || series === null || period === null
        ? null
        : { series, area, period, dimensions: breakdowns.get(breakdown ?? 0) ?? {} },
  }));
}

function ruleCounts(db: Db, submission: string | undefined): RuleCount[] {
  return db
    .prepare(
      `SELECT rule, SUM(passed) AS pass, SUM(failed) AS fail, SUM(not_evaluable) AS notEvaluable
         FROM rule_count c JOIN vintage v ON v.id = c.vintage WHERE @submission IS NULL OR v.submission = @submission
        GROUP BY rule ORDER BY rule`,
    )
    .all({ submission: submission ?? null }) as RuleCount[];
}

function vintageAt(db: Db, asOf: string | undefined): Vintage | undefined {
  return db
    .prepare(
      "SELECT id, as_of AS asOf FROM vintage WHERE @asOf IS NULL OR as_of <= @asOf ORDER BY id DESC LIMIT 1",
    )
    .get({ asOf: asOf ?? null }) as Vintage | undefined;
}

type ObservationRow = [
  string,
  number,
  number,
  number,
  number | null,
  string,
  number | null,
  number | null,
  number,
  number,
  string,
  number,
];

function observations(db: Db, vintage: number): StoredObservation[] {
  const breakdowns = readBreakdowns(db);
  const attributesOf = readAttributes(db);
  // With MAX() alone in a grouped query SQLite takes the other columns from the row that holds the maximum.
  const rows = db
    .prepare(
      `SELECT s.code, o.area, o.period, o.breakdown, o.value, s.unit, o.numerator, o.denominator, o.attributes, o.line,
              v.submission, MAX(o.vintage)
         FROM observation o JOIN series s ON s.id = o.series JOIN vintage v ON v.id = o.vintage
        WHERE o.held = 0 AND o.vintage <= ?
        GROUP BY o.area, o.series, o.breakdown, o.period`,
    )
    .raw()
    .iterate(vintage) as IterableIterator<ObservationRow>;
  const result: StoredObservation[] = [];
  for (const r of rows) {
    result.push({
      series: r[0],
      area: r[1],
      period: r[2],
      dimensions: breakdowns.get(r[3]) ?? {},
      value: r[4],
      unit: r[5],
      numerator: r[6],
      denominator: r[7],
      ...attributesOf(r[8]),
      line: r[9],
      submission: r[10],
      vintage: r[11],
    });
  }
  return result;
}

function importReference(db: Db, id: string, values: readonly ReferenceValue[], at: string): number {
  const insert = db.prepare(
    `INSERT INTO reference_value (area, series, period, breakdown, revision, value, source, imported_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  const present = db
    .prepare(
      "SELECT value FROM reference_value WHERE area = ? AND series = ? AND period = ? AND breakdown = ? AND revision = ?",
    )
    .pluck();
  const idOf = breakdownIds(db);
  const run = db.transaction(() => {
    let added = 0;
    for (const { area, series, period, dimensions, revision, value, source } of values) {
      const key = [area, series, period, idOf(dimensions), revision] as const;
      if (insert.run(...key, value, source, at).changes === 1) added++;
      else if (present.get(...key) !== value) {
        throw new Error(
          `reference-changed: ${series} of area ${area} in ${period} is already ${present.get(...key)} in revision "${revision}", the file says ${value}. Import it under a new --revision.`,
        );
      }
    }
    db.prepare(
      "INSERT INTO reference_import (id, imported_at, added) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
    ).run(id, at, added);
    return added;
  });
  return run.immediate();
}

function reference(db: Db, revision: string | undefined): ReferenceValue[] {
  const breakdowns = readBreakdowns(db);
  const rows = db
    .prepare(
      `SELECT area, series, period, breakdown, revision, value, source FROM (
         SELECT *, ROW_NUMBER() OVER (PARTITION BY area, series, period, breakdown
                                      ORDER BY revision = ? DESC, imported_at DESC, revision DESC) AS choice
           FROM reference_value)
        WHERE choice = 1 ORDER BY area, series, period, breakdown`,
    )
    .raw()
    .all(revision ?? "") as [number, string, number, number, string, number, string][];
  return rows.map(([area, series, period, breakdown, rev, value, source]) => ({
    area,
    series,
    period,
    dimensions: breakdowns.get(breakdown) ?? {},
    revision: rev,
    value,
    source,
  }));
}

function fingerprint(db: Db): string {
  const [vintage, values, imported] = db
    .prepare(
      "SELECT (SELECT MAX(id) FROM vintage), (SELECT COUNT(*) FROM reference_value), (SELECT MAX(imported_at) FROM reference_value)",
    )
    .raw()
    .get() as [number | null, number, string | null];
  return `${vintage ?? 0}:${values}:${imported ?? ""}`;
}
