import Database from "better-sqlite3";
import { MIGRATIONS } from "./migrations.js";
import { accountStore } from "./sqlite-accounts.js";
import { definitions, saveDefinition } from "./sqlite-definitions.js";
import { findings, questioned, ruleCounts } from "./sqlite-findings.js";
import type { Db } from "./sqlite-ids.js";
import { observations } from "./sqlite-observations.js";
import { positions, takePosition } from "./sqlite-positions.js";
import { importReference, reference, referenceImported, referenceRevisions } from "./sqlite-reference.js";
import { addRelease, pins, releases } from "./sqlite-releases.js";
import { beginRun, endRun, runs } from "./sqlite-runs.js";
import { confirmColumn, confirmedColumns, notices, notify, settle, settlements } from "./sqlite-settle.js";
import { submissions, vintageAt } from "./sqlite-submissions.js";
import { createTake } from "./sqlite-take.js";
import type { Store } from "./store.js";

/** How long a writer waits for another one to finish, in milliseconds. */
const BUSY_TIMEOUT = 10 * 60 * 1000;

/**
 * Opens (and where needed creates or upgrades) a store in one SQLite file. An empty path is a
 * temporary store on disk that is gone when closed, as `check` uses.
 *
 * @throws Error `store-unopened` when the file cannot be opened or made, `store-newer` when a later version of the program has written the file
 */
export function openSqlite(path: string): Store {
  const db = connect(path);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = NORMAL");
  db.pragma("foreign_keys = ON");
  db.pragma("cache_size = -32768");
  migrate(db);
  return {
    take: (submission, rules) => createTake(db, submission, rules),
    submission: (id) => submissions(db, "WHERE s.id = ?", [id])[0],
    submissions: () => submissions(db, "", []),
    findings: (filter = {}) => findings(db, filter),
    ruleCounts: (submission) => ruleCounts(db, submission),
    vintage: () => vintageAt(db),
    pins: (asOf) => pins(db, asOf),
    observations: (vintage, area) => observations(db, vintage, area),
    importReference: (id, values, at) => importReference(db, id, values, at),
    referenceImported: (id) => referenceImported(db, id),
    reference: (filter = {}) => reference(db, filter),
    referenceRevisions: () => referenceRevisions(db),
    questioned: (filter = {}) => questioned(db, filter),
    settle: (said) => settle(db, said),
    settlements: (filter = {}) => settlements(db, filter),
    notify: (notice) => notify(db, notice),
    notices: (filter = {}) => notices(db, filter),
    confirmColumn: (confirmed) => confirmColumn(db, confirmed),
    confirmedColumns: (area) => confirmedColumns(db, area),
    addRelease: (release) => addRelease(db, release),
    releases: () => releases(db),
    saveDefinition: (definition) => saveDefinition(db, definition),
    definitions: (name) => definitions(db, name),
    takePosition: (position) => takePosition(db, position),
    positions: (filter = {}) => positions(db, filter),
    beginRun: (pipeline, at) => beginRun(db, pipeline, at),
    endRun: (id, end) => endRun(db, id, end),
    runs: (filter = {}) => runs(db, filter),
    accounts: accountStore(db),
    close: () => db.close(),
  };
}

function connect(path: string): Db {
  try {
    return new Database(path, { timeout: BUSY_TIMEOUT });
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new Error(
      `store-unopened: the database "${path}" cannot be opened (${cause}). Check that its folder is there and may be written to, or name another with --store.`,
    );
  }
}

function migrate(db: Db): void {
  const version = db.pragma("user_version", { simple: true }) as number;
  if (version > MIGRATIONS.length) {
    throw new Error(
      `store-newer: the database has schema version ${version}, this program knows ${MIGRATIONS.length}. Use a newer ictsdg.`,
    );
  }
  if (version === MIGRATIONS.length) return;
  const upgrade = db.transaction(() => {
    // Read again: another process may have upgraded it while this one waited.
    for (let next = db.pragma("user_version", { simple: true }) as number; next < MIGRATIONS.length; next++) {
      db.exec(MIGRATIONS[next] as string);
      db.pragma(`user_version = ${next + 1}`);
    }
  });
  upgrade.immediate();
}
