import type { Statement } from "better-sqlite3";
import type { Finding, Observation } from "../types.js";
import { breakdownIds, type Db, readBreakdowns } from "./sqlite.js";
import type { Take, TakeResult } from "./store.js";

/** One submission inside one transaction on one connection. See `Take`. */
export function createTake(db: Db): Take {
  db.exec("BEGIN IMMEDIATE");
  try {
    return openTake(db);
  } catch (error) {
    db.exec("ROLLBACK");
    throw error;
  }
}

function openTake(db: Db): Take {
  const vintage = nextVintage(db);
  const idOfSeries = seriesIds(db);
  const idOfBreakdown = breakdownIds(db);
  const insertObservation = db.prepare(
    `INSERT INTO observation (area, series, breakdown, period, vintage, line, value, unit, unit_mult, status, nature,
                              numerator, denominator, age_scope, source, comment, held)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertFinding = db.prepare(
    `INSERT INTO finding (vintage, rule, level, severity, line, column_name, area, indicator, series, period, breakdown, params)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  let open = true;
  const written = { observations: 0, held: 0 };

  function writeFinding(finding: Finding, indicator: string): void {
    const { key } = finding;
    insertFinding.run(
      vintage, finding.rule, finding.level, finding.severity, finding.line, finding.column, key?.area ?? null, indicator,
      key?.series ?? null, key?.period ?? null, key ? idOfBreakdown(key.dimensions) : null, JSON.stringify(finding.params),
    );
  }

  function write(indicator: string, observations: readonly Observation[], held: ReadonlySet<Observation>, findings: readonly Finding[]): void {
    for (const o of inKeyOrder(observations, idOfSeries, idOfBreakdown)) {
      insertObservation.run(
        o.area, idOfSeries(o.series), idOfBreakdown(o.dimensions), o.period, vintage, o.line, o.value, o.unit, o.unitMultiplier,
        o.status, o.nature, o.numerator, o.denominator, o.ageScope, o.source, o.comment, held.has(o) ? 1 : 0,
      );
    }
    for (const finding of findings) writeFinding(finding, indicator);
    written.observations += observations.length;
    written.held += held.size;
  }

  function reopen(indicator: string, series: readonly string[], area: number): Observation[] {
    const breakdowns = readBreakdowns(db);
    const taken = series.flatMap((code) => takeBack(db, code, idOfSeries(code), area, vintage, breakdowns, written));
    db.prepare("DELETE FROM finding WHERE vintage = ? AND area = ? AND indicator = ?").run(vintage, area, indicator);
    return taken;
  }

  function end(statement: "COMMIT" | "ROLLBACK"): void {
    if (!open) return;
    open = false;
    db.exec(statement);
  }

  return {
    write,
    reopen,
    report: (findings) => {
      for (const finding of findings) writeFinding(finding, "");
    },
    finish: (result) => {
      const asOf = recordVintage(db, vintage, result, written);
      end("COMMIT");
      return { id: vintage, asOf };
    },
    abort: () => end("ROLLBACK"),
  };
}

/** The id that the vintage's row will get: sequences only go up, and this connection alone is writing. */
function nextVintage(db: Db): number {
  return ((db.prepare("SELECT MAX(id) FROM vintage").pluck().get() as number | null) ?? 0) + 1;
}

/** Rows near each other in the tree are written one after the other, which is several times quicker. */
function inKeyOrder(observations: readonly Observation[], series: (code: string) => number, breakdown: (d: Observation["dimensions"]) => number): Observation[] {
  const ranked = observations.map((o) => ({ o, series: series(o.series), breakdown: breakdown(o.dimensions) }));
  ranked.sort((a, b) => a.series - b.series || a.breakdown - b.breakdown || a.o.period - b.o.period || a.o.line - b.o.line);
  return ranked.map(({ o }) => o);
}

/** The ids of series, made as they are met. */
function seriesIds(db: Db): (code: string) => number {
  const insert = db.prepare("INSERT INTO series (code) VALUES (?) ON CONFLICT DO NOTHING");
  const find = db.prepare("SELECT id FROM series WHERE code = ?").pluck();
  const known = new Map<string, number>();
  return (code) => {
    let id = known.get(code);
    if (id === undefined) {
      insert.run(code);
      id = find.get(code) as number;
      known.set(code, id);
    }
    return id;
  };
}

type TakenRow = [number, number, number, number | null, string, number, string, string, number | null, number | null, string, string, string, number];

function takeBack(db: Db, code: string, series: number, area: number, vintage: number, breakdowns: ReturnType<typeof readBreakdowns>, written: { observations: number; held: number }): Observation[] {
  const where = "WHERE area = ? AND series = ? AND vintage = ?";
  const rows = (
    db.prepare(
      `SELECT breakdown, period, line, value, unit, unit_mult, status, nature, numerator, denominator, age_scope, source, comment, held
         FROM observation ${where}`,
    ) as Statement<unknown[], TakenRow>
  )
    .raw()
    .all(area, series, vintage);
  db.prepare(`DELETE FROM observation ${where}`).run(area, series, vintage);
  written.observations -= rows.length;
  written.held -= rows.filter((row) => row[13] === 1).length;
  return rows.map((r) => ({
    series: code, area, period: r[1], dimensions: breakdowns.get(r[0]) ?? {}, value: r[3], unit: r[4], unitMultiplier: r[5],
    status: r[6], nature: r[7], numerator: r[8], denominator: r[9], ageScope: r[10], source: r[11], comment: r[12], line: r[2],
  }));
}

/** A vintage is never known before the one it follows, even when the clock was set back in between. */
function recordVintage(db: Db, vintage: number, { submission, dialect, rules, lines, counts }: TakeResult, written: { observations: number; held: number }): string {
  const last = db.prepare("SELECT MAX(as_of) FROM vintage").pluck().get() as string | null;
  const asOf = last !== null && last > submission.receivedAt ? last : submission.receivedAt;
  db.prepare(
    "INSERT INTO submission (id, area, collection, filename, received_at, received_from, bytes, dialect) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  ).run(submission.id, submission.area, submission.collection, submission.filename, submission.receivedAt, submission.receivedFrom, submission.bytes, dialect);
  db.prepare("INSERT INTO vintage (id, submission, as_of, rules, lines, observations, held) VALUES (?, ?, ?, ?, ?, ?, ?)").run(
    vintage, submission.id, asOf, rules, lines, written.observations, written.held,
  );
  const insertCount = db.prepare("INSERT INTO rule_count (vintage, rule, passed, failed, not_evaluable) VALUES (?, ?, ?, ?, ?)");
  for (const { rule, pass, fail, notEvaluable } of counts) insertCount.run(vintage, rule, pass, fail, notEvaluable);
  return asOf;
}
