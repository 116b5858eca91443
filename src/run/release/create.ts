import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { writeWhole } from "../../export/whole-file.js";
import type { Release } from "../../store/store.js";
import type { Environment } from "../environment.js";
import { program } from "../program.js";
import { buildRelease } from "./build.js";
import {
  type Contents,
  folderOf,
  MANIFEST,
  type Manifest,
  manifestText,
  ReleaseError,
  readManifest,
} from "./manifest.js";

/** What a release may be called. */
export const RELEASE_NAME = /^[a-z0-9][a-z0-9._-]{0,63}$/i;

/**
 * Freezes what counts in the environment under a name: a folder with a manifest, and a record in the store. Written
 * beside its place and moved there when whole; the record comes last. A folder that was left without its record by a
 * run cut short is taken over when it is exactly what would be made now.
 * @throws ReleaseError when the name is taken or cannot be one, or nothing has been taken
 */
export async function createRelease(
  environment: Environment,
  name: string,
  by: string,
  contents: Contents,
): Promise<Release> {
  requireFree(environment, name);
  await mkdir(environment.releases, { recursive: true });
  await removeRemains(environment.releases, name);
  const part = join(environment.releases, `.${name}.${process.pid}.part`);
  try {
    const pins = environment.store.pins();
    const files = await buildRelease(environment, pins, contents, environment.reference, part);
    const at = environment.now().toISOString();
    const manifest = { name, createdAt: at, createdBy: by, program: program(), pins, contents, files };
    const settled = await settle(environment, manifest, part);
    return record(environment, settled);
  } finally {
    await rm(part, { recursive: true, force: true });
  }
}

function requireFree({ store }: Environment, name: string): void {
  if (!RELEASE_NAME.test(name))
    throw new ReleaseError(
      `"${name}" cannot name a release. Use letters, digits, dots, hyphens and underscores, such as 2026.q4.1.`,
    );
  if (store.releases().some((release) => release.name === name))
    throw new ReleaseError(
      `There is a release "${name}" already, and releases never change. Choose another name.`,
    );
}

/** Clears away what runs that were cut short have left of this release; a run that is at work keeps its own. */
async function removeRemains(releases: string, name: string): Promise<void> {
  for (const entry of await readdir(releases)) {
    const maker = entry.startsWith(`.${name}.`)
      ? /^(\d+)\.part$/.exec(entry.slice(name.length + 2))?.[1]
      : undefined;
    if (maker !== undefined && !isRunning(Number(maker)))
      await rm(join(releases, entry), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process may not be asked, but is there.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Puts the folder in its place, unless an equal one is there; gives the manifest that stands there. */
async function settle(environment: Environment, manifest: Manifest, part: string): Promise<Manifest> {
  const folder = folderOf(environment, manifest.name);
  if (existsSync(folder)) {
    const there = readManifest(folder);
    if (same(there, manifest)) return there;
    throw new ReleaseError(
      `${folder} is there already and is not what would be made now. Move it away, or choose another name.`,
    );
  }
  for (const { path } of manifest.files) await chmod(join(part, path), 0o444);
  await writeWhole(join(part, MANIFEST), [manifestText(manifest)]);
  await chmod(join(part, MANIFEST), 0o444);
  await rename(part, folder);
  return manifest;
}

function same(a: Manifest, b: Manifest): boolean {
  const made = ({ pins, contents, files }: Manifest) => JSON.stringify([pins, contents, files]);
  return made(a) === made(b);
}

function record({ store }: Environment, manifest: Manifest): Release {
  const sha256 = createHash("sha256").update(manifestText(manifest)).digest("hex");
  const { name, createdAt, createdBy, pins } = manifest;
  const release: Release = { name, at: createdAt, by: createdBy, pins, manifest: sha256 };
  store.addRelease(release);
  return release;
}
