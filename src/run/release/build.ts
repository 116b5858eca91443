import { copyFileSync, mkdirSync } from "node:fs";
import { join, relative } from "node:path";
import { writeWhole } from "../../export/whole-file.js";
import type { Pins } from "../../store/store.js";
import { type Environment, environmentAt } from "../environment.js";
import { listFiles } from "../program.js";
import { compute, writeAll } from "../publish.js";
import { csvOf, dataFiles } from "./data.js";
import { type Contents, type FrozenFile, frozenFiles, ReleaseError } from "./manifest.js";

/** Folders of a release. */
export const PLACES = { tables: "tables", data: "data", lists: "reference" } as const;

/**
 * Writes all files of a release but its manifest into an empty folder: tables, the figures in full precision, and the
 * lists they were made with. Nothing in them tells when or under which name, so that they can be made again.
 * @param lists folder of areas, groups, memberships and thresholds
 * @returns what was written, in order of path
 * @throws ReleaseError when the pins name no data
 */
export async function buildRelease(
  environment: Environment,
  pins: Pins,
  contents: Contents,
  lists: string,
  folder: string,
): Promise<FrozenFile[]> {
  const own = join(folder, PLACES.lists);
  for (const path of listFiles(lists)) {
    const copy = join(own, relative(lists, path));
    mkdirSync(join(copy, ".."), { recursive: true });
    copyFileSync(path, copy);
  }
  const then = { ...environmentAt(environment, pins, own), composition: contents.composition };
  const computed = compute(then);
  if (!computed) throw new ReleaseError("Nothing has been taken yet. `ictsdg take` first.");
  await writeAll(then, computed, { ...contents, out: join(folder, PLACES.tables) });
  mkdirSync(join(folder, PLACES.data), { recursive: true });
  for (const { name, rows } of dataFiles(then, computed))
    await writeWhole(join(folder, PLACES.data, name), csvOf(rows));
  return frozenFiles(folder);
}
