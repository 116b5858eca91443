import { breakdownIds, type Db, readBreakdowns } from "./sqlite-ids.js";
import { conditions } from "./sqlite-where.js";
import type { Position, PositionFilter } from "./store.js";

export function takePosition(db: Db, { release, key, kind, text, by, at }: Position): void {
  const insert = db.prepare(
    `INSERT INTO position (release, area, series, period, breakdown, kind, text, said_by, said_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const run = db.transaction(() =>
    insert.run(
      ...[release, key.area, key.series, key.period, breakdownIds(db)(key.dimensions)],
      ...[kind, text, by, at],
    ),
  );
  run.immediate();
}

interface PositionRow extends Omit<Position, "key"> {
  readonly area: number;
  readonly series: string;
  readonly period: number;
  readonly breakdown: number;
}

export function positions(db: Db, { area, release }: PositionFilter): Position[] {
  const { where, values } = conditions({ "area = ?": area, "release = ?": release });
  const rows = db
    .prepare(
      `SELECT release, area, series, period, breakdown, kind, text, said_by AS by, said_at AS at
         FROM position ${where} ORDER BY id`,
    )
    .all(...values) as PositionRow[];
  const breakdowns = readBreakdowns(db);
  return rows.map(({ area, series, period, breakdown, ...rest }) => ({
    ...rest,
    key: { series, area, period, dimensions: breakdowns.get(breakdown) ?? {} },
  }));
}
