import type { Db } from "./sqlite-ids.js";
import type { Run, RunEnd, RunFilter } from "./store.js";

export function beginRun(db: Db, pipeline: string, at: string): number {
  const insert = db.prepare("INSERT INTO run (pipeline, started_at) VALUES (?, ?)");
  return Number(insert.run(pipeline, at).lastInsertRowid);
}

export function endRun(db: Db, id: number, { at, outcome, steps, log }: RunEnd): void {
  const { changes } = db
    .prepare("UPDATE run SET ended_at = ?, outcome = ?, steps = ?, log = ? WHERE id = ? AND ended_at IS NULL")
    .run(at, outcome, JSON.stringify(steps), log, id);
  if (changes === 0)
    throw new Error(`run-not-open: run ${id} has ended already, or there is none. Begin another one.`);
}

type RunRow = Omit<Run, "steps"> & { readonly steps: string };

export function runs(db: Db, { before, limit }: RunFilter): Run[] {
  const rows = db
    .prepare(
      `SELECT id, pipeline, started_at AS startedAt, ended_at AS endedAt, outcome, steps, log FROM run
        WHERE @before IS NULL OR id < @before ORDER BY id DESC LIMIT @limit`,
    )
    .all({ before: before ?? null, limit: limit ?? -1 }) as RunRow[];
  return rows.map((row) => ({ ...row, steps: JSON.parse(row.steps) as Run["steps"] }));
}
