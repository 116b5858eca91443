import type { Settlement } from "../types.js";
import { breakdownIds, type Db, readBreakdowns } from "./sqlite-ids.js";
import { conditions } from "./sqlite-where.js";
import type { ConfirmedColumn, Notice, NoticeFilter, SettlementFilter } from "./store.js";

export function settle(db: Db, said: Omit<Settlement, "id">): Settlement {
  const { key } = said;
  const insert = db.prepare(
    `INSERT INTO settlement (finding, rule, area, series, period, breakdown, value, kind, text, public, said_by, said_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const run = db.transaction(() =>
    insert.run(
      said.finding,
      said.rule,
      key.area,
      key.series,
      key.period,
      breakdownIds(db)(key.dimensions),
      said.value,
      said.kind,
      said.text,
      said.public ? 1 : 0,
      said.by,
      said.at,
    ),
  );
  return { id: Number(run.immediate().lastInsertRowid), ...said };
}

interface SettlementRow extends Omit<Settlement, "key" | "public"> {
  readonly area: number;
  readonly series: string;
  readonly period: number;
  readonly breakdown: number;
  readonly public: number;
}

export function settlements(db: Db, { area, rule, through }: SettlementFilter): Settlement[] {
  const { where, values } = conditions({ "area = ?": area, "rule = ?": rule, "id <= ?": through });
  const rows = db
    .prepare(
      `SELECT id, finding, rule, area, series, period, breakdown, value, kind, text, public, said_by AS by, said_at AS at
         FROM settlement ${where} ORDER BY id`,
    )
    .all(...values) as SettlementRow[];
  const breakdowns = readBreakdowns(db);
  return rows.map(({ area, series, period, breakdown, ...rest }) => ({
    ...rest,
    key: { series, area, period, dimensions: breakdowns.get(breakdown) ?? {} },
    public: rest.public === 1,
  }));
}

export function notify(db: Db, { kind, area, collection, due, text, by, at }: Notice): void {
  db.prepare(
    "INSERT INTO notice (kind, area, collection, due, text, said_by, said_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
  ).run(kind, area, collection, due, text, by, at);
}

export function notices(db: Db, { kind, area, collection }: NoticeFilter): Notice[] {
  const { where, values } = conditions({ "kind = ?": kind, "area = ?": area, "collection = ?": collection });
  return db
    .prepare(
      `SELECT kind, area, collection, due, text, said_by AS by, said_at AS at FROM notice ${where} ORDER BY id`,
    )
    .all(...values) as Notice[];
}

export function confirmColumn(db: Db, { area, title, column, by, at }: ConfirmedColumn): void {
  db.prepare("INSERT INTO column_name (area, title, column_id, said_by, said_at) VALUES (?, ?, ?, ?, ?)").run(
    area,
    title,
    column,
    by,
    at,
  );
}

export function confirmedColumns(db: Db, area: number): ConfirmedColumn[] {
  // With MAX() alone in a grouped query SQLite takes the other columns from the row that holds the maximum.
  const rows = db
    .prepare(
      `SELECT area, title, column_id AS "column", said_by AS by, said_at AS at, MAX(id) AS newest FROM column_name
        WHERE area = ? GROUP BY title ORDER BY title`,
    )
    .all(area) as (ConfirmedColumn & { readonly newest: number })[];
  return rows.map(({ newest: _, ...confirmed }) => confirmed);
}
