import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { buildPublished, isSameList, type Marked, releasesIn } from "./build.js";
import { openPublished, type Published, UNPUBLISHED } from "./published.js";

/** What is published now; follows the list of releases. */
export interface Keeper {
  /** What was published when `refresh` last looked. */
  current(): Published;
  /** Looks for new releases; those who ask meanwhile get what was there before. One look at a time. */
  refresh(): Promise<void>;
  close(): void;
}

export interface KeeperOptions {
  /** Where the index is. */
  readonly path: string;
  readonly releases: () => readonly Marked[];
  readonly folderOf: (name: string) => string;
}

/** How long an index that was replaced stays open for answers that are still being written, in milliseconds. */
const GRACE = 10 * 60 * 1000;

/** Nothing is published until `refresh` has been awaited once. */
export function createKeeper(options: KeeperOptions): Keeper {
  let current: Published = UNPUBLISHED;
  let looking: Promise<void> | null = null;
  const retired = new Set<Published>();
  const look = async () => {
    const fresh = await newer(options, current);
    if (!fresh) return;
    const old = current;
    current = fresh;
    retired.add(old);
    setTimeout(() => retired.delete(old) && old.close(), GRACE).unref();
  };
  return {
    current: () => current,
    refresh: () => {
      looking ??= look().finally(() => {
        looking = null;
      });
      return looking;
    },
    close: () => {
      for (const one of [...retired, current]) one.close();
      retired.clear();
    },
  };
}

/** What is published where the releases are others than those known; the index is made where it is not there. */
async function newer(
  { path, releases, folderOf }: KeeperOptions,
  { releases: known }: Published,
): Promise<Published | undefined> {
  const wanted = releases();
  if (isSameList(known, wanted)) return undefined;
  mkdirSync(dirname(path), { recursive: true });
  if (!isSameList(releasesIn(path) ?? [], wanted)) await buildPublished(path, wanted, folderOf);
  return wanted.length === 0 ? UNPUBLISHED : openPublished(path);
}
