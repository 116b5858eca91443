import { createHash } from "node:crypto";
import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Pins, Release } from "../../store/store.js";
import type { Composition, Language } from "../../types.js";
import type { Environment } from "../environment.js";
import type { Program } from "../program.js";

/** What a release was asked to hold. */
export interface Contents {
  readonly tables: readonly string[];
  readonly formats: readonly string[];
  readonly languages: readonly Language[];
  readonly strict: boolean;
  readonly composition: Composition;
}

/** A file of a release; `path` is below its folder, with `/` on every machine. */
export interface FrozenFile {
  readonly path: string;
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** `manifest.json`: all that a release was made from, and every other file in its folder. */
export interface Manifest {
  readonly name: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly program: Program;
  readonly pins: Pins;
  readonly contents: Contents;
  /** In order of path. */
  readonly files: readonly FrozenFile[];
}

export const MANIFEST = "manifest.json";

/** A release that is not there, or not as it was; the message says what to do. */
export class ReleaseError extends Error {
  readonly code = "RELEASE";
}

export function folderOf({ releases }: Pick<Environment, "releases">, name: string): string {
  return join(releases, name);
}

/** @throws ReleaseError when there is no release of this name */
export function findRelease({ store }: Pick<Environment, "store">, name: string): Release {
  const all = store.releases();
  const found = all.find((release) => release.name === name);
  if (found) return found;
  const names = all.map((release) => release.name).join(", ");
  throw new ReleaseError(
    `There is no release "${name}". ${names ? `There are ${names}.` : "`ictsdg release create` makes one."}`,
  );
}

/** @throws ReleaseError when the folder has no manifest that can be read */
export function readManifest(folder: string): Manifest {
  const path = join(folder, MANIFEST);
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Manifest;
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new ReleaseError(`${path} cannot be read (${cause}). Restore the folder from a back-up.`);
  }
}

export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Every file below a folder but its manifest, in order of path, with size and hash. */
export async function frozenFiles(folder: string): Promise<FrozenFile[]> {
  const files: FrozenFile[] = [];
  for (const path of pathsBelow(folder))
    if (path !== MANIFEST) files.push({ path, ...(await hashOf(join(folder, path))) });
  return files;
}

/** Size and SHA-256 of a file, read as a stream. */
export async function hashOf(path: string): Promise<Omit<FrozenFile, "path">> {
  const hash = createHash("sha256");
  let bytes = 0;
  await pipeline(createReadStream(path), async (pieces: AsyncIterable<Buffer>) => {
    for await (const piece of pieces) {
      hash.update(piece);
      bytes += piece.length;
    }
  });
  return { bytes, sha256: hash.digest("hex") };
}

function pathsBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}
