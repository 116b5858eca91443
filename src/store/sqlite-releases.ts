import type { Db } from "./sqlite-ids.js";
import { referenceThrough } from "./sqlite-reference.js";
import { vintageAt } from "./sqlite-submissions.js";
import type { Pins, Release } from "./store.js";

export function pins(db: Db, asOf: string | undefined): Pins {
  const settlement = db
    .prepare("SELECT MAX(id) FROM settlement WHERE @asOf IS NULL OR said_at <= @asOf")
    .pluck()
    .get({ asOf: asOf ?? null }) as number | null;
  return {
    vintage: vintageAt(db, asOf) ?? null,
    settlement: settlement ?? 0,
    reference: referenceThrough(db, asOf),
    revision: null,
  };
}

export function addRelease(db: Db, { name, at, by, pins, manifest }: Release): void {
  const { changes } = db
    .prepare(
      "INSERT INTO release (name, created_at, created_by, pins, manifest) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
    )
    .run(name, at, by, JSON.stringify(pins), manifest);
  if (changes === 0)
    throw new Error(`release-exists: there is a release "${name}" already. Choose another name.`);
}

export function releases(db: Db): Release[] {
  const rows = db
    .prepare("SELECT name, created_at AS at, created_by AS by, pins, manifest FROM release ORDER BY rowid")
    .all() as (Omit<Release, "pins"> & { readonly pins: string })[];
  return rows.map((row) => ({ ...row, pins: JSON.parse(row.pins) as Pins }));
}
