/** Processes that are killed while they take a file, or take at the same time. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generateSubmission } from "../../scripts/bench/generate.js";
import { loadAreas } from "../../src/reference/areas.js";
import { openSqlite } from "../../src/store/sqlite.js";
import type { SubmissionRecord } from "../../src/store/store.js";
import { type Ended, run, start } from "./process.js";

const ROWS = 40_000;
let folder: string;
let files: readonly string[];
/** How long one take lasts here, in milliseconds. */
let duration: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ictsdg-kill-"));
  const codes = loadAreas("data/reference").list.map(({ iso3 }) => iso3);
  files = ["agency-1.csv", "agency-2.csv"].map((name) => join(folder, name));
  await generateSubmission(files[0] as string, ROWS, codes.slice(0, 60));
  await generateSubmission(files[1] as string, ROWS, codes.slice(60, 120));
  const begun = performance.now();
  await take("first.db", files[0] as string).ended;
  duration = performance.now() - begun;
});
afterAll(() => rmSync(folder, { recursive: true }));

function take(store: string, file: string) {
  const env = { ICTSDG_ARCHIVE: join(folder, "archive") };
  return start(["--store", join(folder, store), "--json", "take", file, "--any-area"], env);
}

function submissions(store: string): SubmissionRecord[] {
  const opened = openSqlite(join(folder, store));
  try {
    return opened.submissions();
  } finally {
    opened.close();
  }
}

/** Rows that belong to a submission without a receipt; there must be none outside a running take. */
function leftOver(store: string): number {
  const db = new Database(join(folder, store), { readonly: true });
  try {
    const unfinished = "(SELECT COUNT(*) FROM vintage WHERE id NOT IN (SELECT vintage FROM receipt))";
    const loose = "(SELECT COUNT(*) FROM observation WHERE vintage NOT IN (SELECT vintage FROM receipt))";
    expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
    return db
      .prepare(`SELECT ${unfinished} + ${loose} + (SELECT COUNT(*) FROM pragma_foreign_key_check)`)
      .pluck()
      .get() as number;
  } finally {
    db.close();
  }
}

/** True while some process holds the store's write lock. */
function isLocked(store: string): boolean {
  let db: Database.Database | undefined;
  try {
    db = new Database(join(folder, store), { fileMustExist: true, timeout: 0 });
    if (db.pragma("user_version", { simple: true }) === 0) return false;
    db.exec("BEGIN IMMEDIATE; ROLLBACK");
    return false;
  } catch (error) {
    return (error as { code?: string }).code === "SQLITE_BUSY" && db !== undefined;
  } finally {
    db?.close();
  }
}

function outcomeOf(ended: Ended): string {
  return (JSON.parse(ended.stdout) as { outcome: string }[])[0]?.outcome ?? "";
}

async function expectWholeOrNot(store: string): Promise<void> {
  const found = submissions(store);
  expect(leftOver(store)).toBe(0);
  expect(found.map(({ observations }) => observations)).toEqual(found.length === 0 ? [] : [ROWS]);
  const again = await take(store, files[0] as string).ended;
  expect([again.code, outcomeOf(again)]).toEqual([0, found.length === 0 ? "taken" : "already-taken"]);
  expect(submissions(store).map(({ observations, lines }) => [observations, lines])).toEqual([[ROWS, ROWS]]);
}

describe("a take that is killed", () => {
  it.each([0.25, 0.45, 0.6, 0.75, 0.9, 1])("after %d of its time leaves all or nothing", async (share) => {
    const store = `killed-${share}.db`;
    const { child, ended } = take(store, files[0] as string);
    await setTimeout(share * duration);
    child.kill("SIGKILL");
    await ended;
    await expectWholeOrNot(store);
  });

  it("while it holds the store leaves nothing, and the next one is not kept waiting", async () => {
    submissions("held.db");
    const { child, ended } = take("held.db", files[0] as string);
    while (child.exitCode === null && !isLocked("held.db")) await setTimeout(5);
    // Well into the writing, and far from its end.
    await setTimeout(duration / 8);
    child.kill("SIGKILL");
    expect((await ended).signal).toBe("SIGKILL");
    expect(submissions("held.db")).toEqual([]);
    await expectWholeOrNot("held.db");
  });
});

describe("two takes at once", () => {
  it("of the same file: one takes, the other says it is taken", async () => {
    const both = await Promise.all([
      take("same.db", files[0] as string).ended,
      take("same.db", files[0] as string).ended,
    ]);
    expect(both.map(({ stderr }) => stderr)).toEqual(["", ""]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(both.map(outcomeOf).sort()).toEqual(["already-taken", "taken"]);
    expect(submissions("same.db").map(({ observations }) => observations)).toEqual([ROWS]);
  });

  it("of different files: both are there", async () => {
    const both = await Promise.all(files.map((file) => take("both.db", file).ended));
    expect(both.map(({ stderr }) => stderr)).toEqual(["", ""]);
    expect(both.map(outcomeOf)).toEqual(["taken", "taken"]);
    expect(
      submissions("both.db")
        .map(({ filename, observations }) => [filename, observations])
        .sort(),
    ).toEqual([
      ["agency-1.csv", ROWS],
      ["agency-2.csv", ROWS],
    ]);
    expect(leftOver("both.db")).toBe(0);
  });

  it("open a store that is not there yet without standing in each other's way", async () => {
    const many = await Promise.all(
      Array.from({ length: 4 }, () => run(["--store", join(folder, "new.db"), "--json", "submissions"])),
    );
    expect(many.map(({ code, stderr, stdout }) => [code, stderr, stdout.trim()])).toEqual(
      many.map(() => [0, "", "[]"]),
    );
  });
});
