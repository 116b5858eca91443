import type { Vintage } from "../types.js";
import type { Db } from "./sqlite-ids.js";
import type { SubmissionRecord } from "./store.js";

export function submissions(db: Db, where: string, values: readonly string[]): SubmissionRecord[] {
  return db
    .prepare(
      `SELECT s.id, r.area, s.collection, s.filename, s.received_at AS receivedAt, s.received_from AS receivedFrom,
              s.bytes, r.dialect, v.id AS vintage, v.as_of AS asOf, v.rules, r.lines, r.observations, r.held,
              (SELECT COUNT(*) FROM finding f WHERE f.vintage = v.id AND f.severity = 'error') AS errors,
              (SELECT COUNT(*) FROM finding f WHERE f.vintage = v.id AND f.severity = 'warning') AS warnings
         FROM submission s JOIN vintage v ON v.submission = s.id JOIN receipt r ON r.vintage = v.id ${where} ORDER BY v.id`,
    )
    .all(...values) as SubmissionRecord[];
}

/** The newest vintage known at `asOf`, or now. */
export function vintageAt(db: Db, asOf?: string): Vintage | undefined {
  return db
    .prepare(
      "SELECT id, as_of AS asOf FROM vintage WHERE @asOf IS NULL OR as_of <= @asOf ORDER BY id DESC LIMIT 1",
    )
    .get({ asOf: asOf ?? null }) as Vintage | undefined;
}
