import type { Finding, Observation, Submission, Vintage } from "../types.js";
import {
  attributeIds,
  breakdownIds,
  type Db,
  readAttributes,
  readBreakdowns,
  seriesIds,
} from "./sqlite-ids.js";
import type { Reopened, Take, TakeResult } from "./store.js";

/** One submission inside one transaction on one connection. See `Take`. */
export function createTake(db: Db, submission: Submission, rules: string): Take | undefined {
  db.exec("BEGIN IMMEDIATE");
  try {
    // Asked inside the transaction: another process may have taken the same file while this one waited.
    if (db.prepare("SELECT 1 FROM submission WHERE id = ?").get(submission.id)) {
      db.exec("ROLLBACK");
      return undefined;
    }
    return openTake(db, recordVintage(db, submission, rules));
  } catch (error) {
    db.exec("ROLLBACK");
    throw error;
  }
}

function openTake(db: Db, { id: vintage, asOf }: Vintage): Take {
  const idOfSeries = seriesIds(db);
  const idOfBreakdown = breakdownIds(db);
  const idOfAttributes = attributeIds(db);
  const insertObservation = db.prepare(
    `INSERT INTO observation (area, series, breakdown, period, vintage, line, value, numerator, denominator, attributes, held)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertFinding = db.prepare(
    `INSERT INTO finding (vintage, rule, level, severity, line, column_name, area, indicator, series, period, breakdown, value, params)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  let open = true;
  const written = { observations: 0, held: 0 };

  function writeFinding(finding: Finding, indicator: string): void {
    const { key } = finding;
    insertFinding.run(
      vintage,
      finding.rule,
      finding.level,
      finding.severity,
      finding.line,
      finding.column,
      key?.area ?? null,
      indicator,
      key?.series ?? null,
      key?.period ?? null,
      key ? idOfBreakdown(key.dimensions) : null,
      finding.value,
      JSON.stringify(finding.params),
    );
  }

  function write(
    indicator: string,
    observations: readonly Observation[],
    held: ReadonlySet<Observation>,
    findings: readonly Finding[],
  ): void {
    for (const { o, series, breakdown } of inKeyOrder(observations, idOfSeries, idOfBreakdown)) {
      insertObservation.run(
        o.area,
        series,
        breakdown,
        o.period,
        vintage,
        o.line,
        o.value,
        o.numerator,
        o.denominator,
        idOfAttributes(o),
        held.has(o) ? 1 : 0,
      );
    }
    for (const finding of findings) writeFinding(finding, indicator);
    written.observations += observations.length;
    written.held += held.size;
  }

  function reopen(indicator: string, series: readonly string[], area: number): Reopened {
    const { observations, held } = takeBack(db, series, area, vintage);
    const rules = db
      .prepare("DELETE FROM finding WHERE vintage = ? AND area = ? AND indicator = ? RETURNING rule")
      .pluck()
      .all(vintage, area, indicator) as string[];
    written.observations -= observations.length;
    written.held -= held;
    return { observations, rules };
  }

  function end(statement: "COMMIT" | "ROLLBACK"): void {
    if (!open) return;
    open = false;
    db.exec(statement);
  }

  return {
    write,
    reopen,
    accepted: (series, area) =>
      readTaken(db, series, area, vintage)
        .flatMap(({ observation, held }) => (held ? [] : [observation]))
        .sort((a, b) => a.line - b.line),
    report: (findings) => {
      for (const finding of findings) writeFinding(finding, "");
    },
    finish: (result) => {
      recordReceipt(db, vintage, result, written);
      end("COMMIT");
      return { id: vintage, asOf };
    },
    abort: () => end("ROLLBACK"),
  };
}

interface Ranked {
  readonly o: Observation;
  readonly series: number;
  readonly breakdown: number;
}

/** Rows near each other in the tree are written one after the other, which is several times quicker. */
function inKeyOrder(
  observations: readonly Observation[],
  series: (o: Observation) => number,
  breakdown: (d: Observation["dimensions"]) => number,
): Ranked[] {
  const ranked = observations.map((o) => ({ o, series: series(o), breakdown: breakdown(o.dimensions) }));
  return ranked.sort(
    (a, b) =>
      a.series - b.series || a.breakdown - b.breakdown || a.o.period - b.o.period || a.o.line - b.o.line,
  );
}

type TakenRow = [
  string,
  string,
  number,
  number,
  number,
  number | null,
  number | null,
  number | null,
  number,
  number,
];

interface Taken {
  readonly observation: Observation;
  readonly held: boolean;
}

const SERIES_IDS = "SELECT id FROM series WHERE code IN (SELECT value FROM json_each(?))";

/** Reads the figures of one area and some series of an unfinished vintage. */
function readTaken(db: Db, series: readonly string[], area: number, vintage: number): Taken[] {
  const breakdowns = readBreakdowns(db);
  const attributesOf = readAttributes(db);
  const rows = db
    .prepare(
      `SELECT s.code, s.unit, o.breakdown, o.period, o.line, o.value, o.numerator, o.denominator, o.attributes, o.held
         FROM observation o JOIN series s ON s.id = o.series WHERE o.area = ? AND o.vintage = ? AND o.series IN (${SERIES_IDS})`,
    )
    .raw()
    .all(area, vintage, JSON.stringify(series)) as TakenRow[];
  return rows.map((r) => ({
    observation: {
      series: r[0],
      area,
      period: r[3],
      dimensions: breakdowns.get(r[2]) ?? {},
      value: r[5],
      unit: r[1],
      numerator: r[6],
      denominator: r[7],
      ...attributesOf(r[8]),
      line: r[4],
    },
    held: r[9] === 1,
  }));
}

/** Reads them and deletes them there. */
function takeBack(
  db: Db,
  series: readonly string[],
  area: number,
  vintage: number,
): { observations: Observation[]; held: number } {
  const taken = readTaken(db, series, area, vintage);
  db.prepare(`DELETE FROM observation WHERE area = ? AND vintage = ? AND series IN (${SERIES_IDS})`).run(
    area,
    vintage,
    JSON.stringify(series),
  );
  return {
    observations: taken.map(({ observation }) => observation),
    held: taken.filter(({ held }) => held).length,
  };
}

/** A vintage is never known before the one it follows, even when the clock was set back in between. */
function recordVintage(db: Db, submission: Submission, rules: string): Vintage {
  const last = db.prepare("SELECT MAX(as_of) FROM vintage").pluck().get() as string | null;
  const asOf = last !== null && last > submission.receivedAt ? last : submission.receivedAt;
  db.prepare(
    "INSERT INTO submission (id, collection, filename, received_at, received_from, bytes) VALUES (?, ?, ?, ?, ?, ?)",
  ).run(
    submission.id,
    submission.collection,
    submission.filename,
    submission.receivedAt,
    submission.receivedFrom,
    submission.bytes,
  );
  const { lastInsertRowid } = db
    .prepare("INSERT INTO vintage (submission, as_of, rules) VALUES (?, ?, ?)")
    .run(submission.id, asOf, rules);
  return { id: Number(lastInsertRowid), asOf };
}

function recordReceipt(
  db: Db,
  vintage: number,
  { area, dialect, lines, counts }: TakeResult,
  written: { observations: number; held: number },
): void {
  db.prepare(
    "INSERT INTO receipt (vintage, area, dialect, lines, observations, held) VALUES (?, ?, ?, ?, ?, ?)",
  ).run(vintage, area, dialect, lines, written.observations, written.held);
  const insertCount = db.prepare(
    "INSERT INTO rule_count (vintage, rule, passed, failed, not_evaluable) VALUES (?, ?, ?, ?, ?)",
  );
  for (const { rule, pass, fail, notEvaluable } of counts)
    insertCount.run(vintage, rule, pass, fail, notEvaluable);
}
