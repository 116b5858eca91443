import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Environment } from "../environment.js";
import { program } from "../program.js";
import { buildRelease, PLACES } from "./build.js";
import {
  type FrozenFile,
  findRelease,
  folderOf,
  frozenFiles,
  hashOf,
  MANIFEST,
  ReleaseError,
  readManifest,
} from "./manifest.js";

/** How a file differs from what the manifest says of it. */
export interface Difference {
  readonly path: string;
  readonly what: "changed" | "missing" | "added";
}

export interface Verification {
  readonly name: string;
  readonly files: number;
  /** Empty when every bit is as it was frozen. */
  readonly differences: readonly Difference[];
}

export interface Rebuilding extends Verification {
  /** False when the program is not the one that made the release; the files may then rightly differ. */
  readonly sameProgram: boolean;
}

/**
 * Compares a release's folder with its manifest, and the manifest with its hash in the store.
 * @throws ReleaseError when there is no such release
 */
export async function verifyRelease(environment: Environment, name: string): Promise<Verification> {
  const release = findRelease(environment, name);
  const folder = folderOf(environment, name);
  const path = join(folder, MANIFEST);
  if (!existsSync(path)) return { name, files: 0, differences: [{ path: MANIFEST, what: "missing" }] };
  const { sha256 } = await hashOf(path);
  // What a changed manifest says of the other files is worth nothing.
  if (sha256 !== release.manifest)
    return { name, files: 0, differences: [{ path: MANIFEST, what: "changed" }] };
  const { files } = readManifest(folder);
  return { name, files: files.length, differences: differences(files, await frozenFiles(folder)) };
}

/**
 * Makes a release again from the store, with its own pins and lists, and compares every file.
 * @param out where to leave the files; they are made in a temporary folder and thrown away when absent
 * @throws ReleaseError when there is no such release, or its folder is not as it was frozen
 */
export async function rebuildRelease(
  environment: Environment,
  name: string,
  out?: string,
): Promise<Rebuilding> {
  const { differences: faults } = await verifyRelease(environment, name);
  if (faults.length > 0)
    throw new ReleaseError(
      `The folder of "${name}" is not as it was frozen: ${faults.map(({ path, what }) => `${path} ${what}`).join(", ")}. Restore it from a back-up.`,
    );
  const frozen = folderOf(environment, name);
  const { pins, contents, files, program: maker } = readManifest(frozen);
  const folder = out ?? (await mkdtemp(join(tmpdir(), "ictsdg-rebuild-")));
  if (out !== undefined && existsSync(out))
    throw new ReleaseError(`${out} is there already. Name a folder that is not.`);
  try {
    const made = await buildRelease(environment, pins, contents, join(frozen, PLACES.lists), folder);
    const sameProgram = program().sha256 === maker.sha256;
    return { name, files: files.length, differences: differences(files, made), sameProgram };
  } finally {
    if (out === undefined) await rm(folder, { recursive: true, force: true });
  }
}

function differences(wanted: readonly FrozenFile[], found: readonly FrozenFile[]): Difference[] {
  const there = new Map(found.map((file) => [file.path, file.sha256]));
  const known = new Set(wanted.map(({ path }) => path));
  const lost = wanted.flatMap(({ path, sha256 }): Difference[] => {
    const hash = there.get(path);
    return hash === sha256 ? [] : [{ path, what: hash === undefined ? "missing" : "changed" }];
  });
  const added = found.filter(({ path }) => !known.has(path));
  return [...lost, ...added.map(({ path }): Difference => ({ path, what: "added" }))];
}
