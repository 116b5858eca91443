import type { ReferenceValue } from "../types.js";
import { breakdownIds, type Db, readBreakdowns } from "./sqlite-ids.js";

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

export function referenceImported(db: Db, id: string): boolean {
  return db.prepare("SELECT 1 FROM reference_import WHERE id = ?").get(id) !== undefined;
}

export function reference(db: Db, revision: string | undefined): ReferenceValue[] {
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
