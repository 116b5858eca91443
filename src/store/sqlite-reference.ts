import type { ReferenceValue } from "../types.js";
import { breakdownIds, type Db, readBreakdowns } from "./sqlite-ids.js";
import type { ReferenceFilter, ReferenceRevision } from "./store.js";

export function importReference(db: Db, id: string, values: readonly ReferenceValue[], at: string): number {
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
    const time = laterThan(lastImport(db), at);
    let added = 0;
    for (const { area, series, period, dimensions, revision, value, source } of values) {
      const key = [area, series, period, idOf(dimensions), revision] as const;
      if (insert.run(...key, value, source, time).changes === 1) added++;
      else if (present.get(...key) !== value) {
        throw new Error(
          `reference-changed: ${series} of area ${area} in ${period} is already ${present.get(...key)} in revision "${revision}", the file says ${value}. Import it under a new --revision.`,
        );
      }
    }
    db.prepare(
      "INSERT INTO reference_import (id, imported_at, added) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
    ).run(id, time, added);
    return added;
  });
  return run.immediate();
}

/** Sorts after every time. */
const FOR_EVER = "9999";

/** When the last import was made; empty before the first. */
function lastImport(db: Db): string {
  return (db.prepare("SELECT MAX(imported_at) FROM reference_import").pluck().get() as string | null) ?? "";
}

/** `time`, or a millisecond after `last` when it is not later than that. */
function laterThan(last: string, time: string): string {
  return time > last ? time : new Date(Date.parse(last) + 1).toISOString();
}

/** Up to which import reference values count that were there at `asOf`. */
export function referenceThrough(db: Db, asOf: string | undefined): string {
  const found = db
    .prepare("SELECT MAX(imported_at) FROM reference_value WHERE imported_at <= ?")
    .pluck()
    .get(asOf ?? FOR_EVER) as string | null;
  return found ?? "";
}

export function referenceRevisions(db: Db): ReferenceRevision[] {
  return db
    .prepare(
      `SELECT series, revision, COUNT(*) AS "values", COUNT(DISTINCT area) AS areas, MIN(period) AS "from",
              MAX(period) AS "to", MIN(imported_at) AS importedAt
         FROM reference_value GROUP BY series, revision ORDER BY series, importedAt, revision`,
    )
    .all() as ReferenceRevision[];
}

export function referenceImported(db: Db, id: string): boolean {
  return db.prepare("SELECT 1 FROM reference_import WHERE id = ?").get(id) !== undefined;
}

export function reference(db: Db, { revision, through }: ReferenceFilter): ReferenceValue[] {
  const breakdowns = readBreakdowns(db);
  const rows = db
    .prepare(
      `SELECT area, series, period, breakdown, revision, value, source FROM (
         SELECT *, ROW_NUMBER() OVER (PARTITION BY area, series, period, breakdown
                                      ORDER BY revision = ? DESC, imported_at DESC, revision DESC) AS choice
           FROM reference_value WHERE imported_at <= ?)
        WHERE choice = 1 ORDER BY area, series, period, breakdown`,
    )
    .raw()
    .all(revision ?? "", through ?? FOR_EVER) as [number, string, number, number, string, number, string][];
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
