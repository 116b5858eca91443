import { createHash } from "node:crypto";
import { copyFileSync, existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { seriesByCode } from "../../../indicators/index.js";
import { dimensionKey } from "../../keys.js";
import { type Figure, frozenRows } from "../../run/release/data.js";
import { hashOf, MANIFEST, type Manifest, ReleaseError } from "../../run/release/manifest.js";
import type { FlowId } from "../../sdmx/structure.js";
import type { Release } from "../../store/store.js";
import { CONTENT, INCOMING, INDEX_VERSION, KEY, NUMBERS, TABLES, TEXTS } from "./schema.js";

type Db = Database.Database;

const ROWS_AT_ONCE = 5000;

/** What a release is known by: its name, and the hash of its manifest. */
export type Marked = Pick<Release, "name" | "at" | "manifest">;

/**
 * Makes the index of what the releases published, oldest first. Written beside its place and moved there when whole;
 * where there is one of the first of these releases, only the later ones are read.
 * @param folderOf folder of a release by name
 * @throws ReleaseError when a release's folder is not as it was frozen
 */
export async function buildPublished(
  path: string,
  releases: readonly Marked[],
  folderOf: (name: string) => string,
): Promise<void> {
  const part = `${path}.${process.pid}.part`;
  rmSync(part, { force: true });
  const known = releasesIn(path) ?? [];
  const kept = known.every((one, index) => isSame(one, releases[index])) ? known.length : 0;
  if (kept > 0) copyFileSync(path, part);
  const db = new Database(part);
  try {
    db.pragma("journal_mode = OFF");
    db.pragma("synchronous = OFF");
    db.pragma("cache_size = -65536");
    if (kept === 0) db.exec(TABLES);
    db.exec(INCOMING);
    for (const [at, release] of releases.entries())
      if (at >= kept) await add(db, at + 1, release, folderOf(release.name));
    db.exec(
      "DELETE FROM slice; INSERT INTO slice SELECT flow, series, area, COUNT(*) FROM figure GROUP BY 1, 2, 3; ANALYZE",
    );
    db.pragma(`user_version = ${INDEX_VERSION}`);
    db.close();
    renameSync(part, path);
  } finally {
    db.close();
    rmSync(part, { force: true });
  }
}

/** The releases an index was made from; null where there is none of this version that can be read. */
export function releasesIn(path: string): Marked[] | null {
  if (!existsSync(path)) return null;
  try {
    const db = new Database(path, { readonly: true });
    try {
      if (db.pragma("user_version", { simple: true }) !== INDEX_VERSION) return null;
      return db.prepare("SELECT name, at, manifest FROM release ORDER BY number").all() as Marked[];
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}

/** Whether two lists are of the same releases. */
export const isSameList = (a: readonly Marked[], b: readonly Marked[]): boolean =>
  a.length === b.length && a.every((one, index) => isSame(one, b[index]));

const isSame = (a: Marked, b: Marked | undefined): boolean =>
  a.name === b?.name && a.manifest === b.manifest && a.at === b.at;

async function add(db: Db, number: number, release: Marked, folder: string): Promise<void> {
  await requireAsFrozen(folder, release);
  db.exec("DELETE FROM incoming");
  await load(db, folder);
  const { name, at, manifest } = release;
  const same = (columns: readonly string[]) => columns.map((id) => `f.${id} IS i.${id}`).join(" AND ");
  const standing = `figure f WHERE f.until IS NULL AND ${same(KEY)}`;
  const columns = [...KEY, ...CONTENT].join(", ");
  db.transaction(() => {
    db.prepare("INSERT INTO release VALUES (?, ?, ?, ?)").run(number, name, at, manifest);
    db.prepare(
      `UPDATE figure AS f SET until = ? WHERE f.until IS NULL
         AND NOT EXISTS (SELECT 1 FROM incoming i WHERE ${same([...KEY, ...CONTENT])})`,
    ).run(number);
    db.prepare(
      `INSERT INTO figure (${columns}, since) SELECT ${columns}, ? FROM incoming i
         WHERE NOT EXISTS (SELECT 1 FROM ${standing})`,
    ).run(number);
  })();
}

/** Reads the data files of a release, a few thousand lines at a time, so that others are served meanwhile. */
async function load(db: Db, folder: string): Promise<void> {
  const places = [...KEY, ...CONTENT].map(() => "?").join(", ");
  const insert = db.prepare(`INSERT INTO incoming VALUES (${places})`);
  const write = db.transaction((rows: readonly unknown[][]) => {
    for (const row of rows) insert.run(row);
  });
  let rows: unknown[][] = [];
  for await (const { figure, cells } of frozenRows(folder)) {
    const flow = flowOf(figure);
    if (flow === undefined) continue;
    rows.push([
      flow,
      figure.series,
      figure.area,
      dimensionKey(figure.dimensions),
      figure.period,
      ...contentOf(cells),
    ]);
    if (rows.length < ROWS_AT_ONCE) continue;
    write(rows);
    rows = [];
  }
  write(rows);
}

/** The dataflow a figure belongs to; undefined of a series that is no longer known. */
function flowOf({ series, of }: Pick<Figure, "series" | "of">): FlowId | undefined {
  const indicator = seriesByCode.get(series)?.indicator;
  if (!indicator) return undefined;
  if (of === "group") return "AGGREGATES";
  return indicator.framework === "global" ? "GLOBAL" : "THEMATIC";
}

const contentOf = (cells: Readonly<Record<string, string>>): (number | string | null)[] => [
  ...NUMBERS.map((id) => (cells[id] ? Number(cells[id]) : null)),
  ...TEXTS.map((id) => cells[id] || null),
];

/** What is published must be what was frozen: the manifest by its hash in the store, the data by theirs in the manifest. */
async function requireAsFrozen(folder: string, { name, manifest }: Marked): Promise<void> {
  const path = join(folder, MANIFEST);
  const text = existsSync(path) ? readFileSync(path) : "";
  const faults: string[] = [];
  if (createHash("sha256").update(text).digest("hex") !== manifest) faults.push(MANIFEST);
  else
    for (const file of (JSON.parse(text.toString()) as Manifest).files)
      if (file.path.startsWith("data/") && (await hasChanged(join(folder, file.path), file.sha256)))
        faults.push(file.path);
  if (faults.length > 0)
    throw new ReleaseError(
      `The folder of release "${name}" is not as it was frozen: ${faults.join(", ")} missing or changed. Restore ${folder} from a back-up.`,
    );
}

const hasChanged = async (path: string, sha256: string): Promise<boolean> =>
  !existsSync(path) || (await hashOf(path)).sha256 !== sha256;
