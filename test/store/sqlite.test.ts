import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, describe, expect, it } from "vitest";
import { MIGRATIONS } from "../../src/store/migrations.js";
import { openSqlite } from "../../src/store/sqlite.js";
import { storeContract } from "./contract.js";

const folder = mkdtempSync(join(tmpdir(), "ictsdg-store-"));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const fresh = () => join(folder, `${++files}.db`);

storeContract("SQLite", () => openSqlite(fresh()));

/** A database with one finished submission in it, opened without the store. */
function filled(): Database.Database {
  const path = fresh();
  const store = openSqlite(path);
  const submission = {
    id: "a",
    area: 404,
    collection: "c",
    filename: "f",
    receivedAt: "2026-01-01T00:00:00Z",
    receivedFrom: "t",
    bytes: 1,
  };
  const take = store.take(submission, "r");
  const base = {
    series: "S",
    area: 404,
    period: 2019,
    dimensions: {},
    unit: "PT",
    unitMultiplier: 0,
    status: "A",
    nature: "C",
  };
  const rest = { numerator: null, denominator: null, ageScope: "", source: "", comment: "", line: 2 };
  take?.write("17.8.1", [{ ...base, ...rest, value: 1 }], new Set(), []);
  take?.finish({ area: 404, dialect: "{}", lines: 1, counts: [] });
  const population = {
    series: "POPULATION",
    area: 404,
    period: 2019,
    dimensions: {},
    value: 1,
    revision: "r",
    source: "s",
  };
  store.importReference("i", [population], "2026-01-01T00:00:00Z");
  store.addRelease({ name: "r", at: "2026-01-01T00:00:00Z", by: "t", pins: store.pins(), manifest: "" });
  store.close();
  const db = new Database(path);
  db.pragma("foreign_keys = ON");
  return db;
}

describe("the SQLite file", () => {
  it("refuses to change or delete what has been taken", () => {
    const db = filled();
    expect(() => db.exec("DELETE FROM observation")).toThrow(/never deleted/);
    expect(() => db.exec("UPDATE observation SET value = 2")).toThrow(/never changed/);
    expect(() => db.exec("DELETE FROM submission")).toThrow(/never deleted/);
    expect(() => db.exec("DELETE FROM vintage")).toThrow(/never deleted/);
    expect(() => db.exec("DELETE FROM reference_value")).toThrow(/never deleted/);
    expect(() => db.exec("UPDATE reference_value SET value = 2")).toThrow(/never changed/);
    expect(() => db.exec("DELETE FROM reference_import")).toThrow(/never deleted/);
    expect(() => db.exec("UPDATE reference_import SET added = 2")).toThrow(/never changed/);
    expect(() => db.exec("DELETE FROM release")).toThrow(/never deleted/);
    expect(() => db.exec("UPDATE release SET manifest = ''")).toThrow(/never changed/);
    db.close();
  });

  it("is in write-ahead mode with foreign keys, at the newest schema version", () => {
    const db = filled();
    expect(db.pragma("journal_mode", { simple: true })).toBe("wal");
    expect(db.pragma("user_version", { simple: true })).toBe(MIGRATIONS.length);
    expect(db.pragma("foreign_key_check")).toEqual([]);
    expect(() => db.exec("INSERT INTO receipt VALUES (99, 1, '', 1, 1, 1)")).toThrow(/FOREIGN KEY/);
    db.close();
  });

  it("shows the time each figure was known from and to", () => {
    const db = filled();
    expect(db.prepare("SELECT series, value, tx_from, tx_to FROM observation_version").all()).toEqual([
      { series: "S", value: 1, tx_from: "2026-01-01T00:00:00Z", tx_to: null },
    ]);
    db.close();
  });

  it("is not opened by a program older than the one that wrote it", () => {
    const path = fresh();
    const db = new Database(path);
    db.pragma(`user_version = ${MIGRATIONS.length + 1}`);
    db.close();
    expect(() => openSqlite(path)).toThrow(/store-newer/);
  });

  it("says which file cannot be opened, and what to do", () => {
    expect(() => openSqlite(join(folder, "missing", "store.db"))).toThrow(
      /store-unopened: .*missing.*--store/,
    );
  });

  it("refuses to change or delete what was found and what was said", () => {
    const db = filled();
    db.exec(`
      INSERT INTO finding (vintage, rule, level, severity, line, column_name, area, indicator, params)
        VALUES (1, 'sudden-change', 2, 'warning', 2, '', 404, '', '{}');
      INSERT INTO settlement (finding, rule, area, series, period, breakdown, kind, text, public, said_by, said_at)
        VALUES (1, 'sudden-change', 404, 'S', 2019, 1, 'explained', 'x', 0, 'x', '2026');
      INSERT INTO notice (kind, area, collection, due, text, said_by, said_at)
        VALUES ('deadline', 404, 'annual', '2026-05-01', '', 'x', '2026');
      INSERT INTO column_name (area, title, column_id, said_by, said_at) VALUES (404, 'x', '', 'x', '2026');
      INSERT INTO position (release, area, series, period, breakdown, kind, text, said_by, said_at)
        VALUES ('r', 404, 'S', 2019, 1, 'agree', '', 'x', '2026');`);
    for (const table of ["finding", "settlement", "notice", "column_name", "position"]) {
      expect(() => db.exec(`DELETE FROM ${table}`)).toThrow(/never deleted/);
      expect(() => db.exec(`UPDATE ${table} SET area = 1`)).toThrow(/never changed/);
    }
    db.close();
  });

  it("lets a run be ended once, and nothing else of it be changed", () => {
    const db = filled();
    db.exec("INSERT INTO run (pipeline, started_at) VALUES ('annual', '2026')");
    expect(() => db.exec("UPDATE run SET pipeline = 'x'")).toThrow(/only ended, and once/);
    db.exec("UPDATE run SET ended_at = '2027', outcome = 'failed'");
    expect(() => db.exec("UPDATE run SET outcome = 'published'")).toThrow(/only ended, and once/);
    expect(() => db.exec("DELETE FROM run")).toThrow(/never deleted/);
    db.close();
  });

  it("upgrades a file of an earlier schema version", () => {
    const path = fresh();
    const db = new Database(path);
    db.exec(MIGRATIONS[0] as string);
    db.pragma("user_version = 1");
    db.close();
    const store = openSqlite(path);
    expect(store.submissions()).toEqual([]);
    store.close();
  });

  it("keeps what was taken before findings knew their figure, and tells them", () => {
    const path = fresh();
    const db = new Database(path);
    for (const migration of MIGRATIONS.slice(0, 2)) db.exec(migration);
    db.pragma("user_version = 2");
    db.exec(`
      INSERT INTO submission VALUES ('a', 'annual', 'KEN.csv', '2026-01-01', 't', 1);
      INSERT INTO vintage VALUES (1, 'a', '2026-01-01', 'r');
      INSERT INTO series VALUES (1, 'S', 'NUMBER');
      INSERT INTO breakdown VALUES (1, '_T', '_T', '_T', '_T', '_T');
      INSERT INTO attributes VALUES (1, 3, 'A', 'C', '', '', '');
      INSERT INTO observation VALUES (404, 1, 1, 2019, 1, 2, 1.5, NULL, NULL, 1, 0);
      INSERT INTO finding (vintage, rule, level, severity, line, column_name, area, indicator, series, period, breakdown, params)
        VALUES (1, 'sudden-change', 2, 'warning', 2, 'OBS_VALUE', 404, '17.6.1', 'S', 2019, 1, '{}'),
               (1, 'footnote-mark', 1, 'info', 2, 'OBS_VALUE', 404, '', 'S', 2019, 1, '{}');
      INSERT INTO receipt VALUES (1, 404, '{}', 1, 1, 0);`);
    db.close();
    const store = openSqlite(path);
    const key = { series: "S", area: 404, period: 2019, dimensions: {} };
    expect(store.observations(1)).toMatchObject([{ ...key, value: 1.5, unitMultiplier: 3 }]);
    expect(store.findings()).toMatchObject([
      { rule: "sudden-change", key, value: 1500, vintage: 1 },
      { rule: "footnote-mark", key, value: null },
    ]);
    expect(store.settlements()).toEqual([]);
    store.close();
  });
});
