/**
 * Makes a fresh checkout ready to run: dependencies installed, program built. Plain Node, since it
 * runs before anything is installed. Does nothing, and says nothing, when all is in place.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const OLDEST_NODE = 20;
const LOCK = join(ROOT, "package-lock.json");
const MODULES = join(ROOT, "node_modules");
const INSTALLED = join(MODULES, ".ictsdg-lock");
const BUILT = join(ROOT, "dist", ".built");
const SOURCES = ["indicators", "pipelines", "src", "scripts", "tsconfig.json", "tsconfig.build.json"];
const SQLITE = join(MODULES, "better-sqlite3", "build", "Release", "better_sqlite3.node");

const COMPILER_NEEDED =
  "better-sqlite3 may compile for about two minutes and needs python3, make and a C++ compiler when no prebuilt binary can be had.";

/** A state of the machine that a person must mend; told in one message, without a stack trace. */
class SetupError extends Error {}

/** Installs the dependencies of package-lock.json, unless they are installed already. */
export function ensureInstalled() {
  requireNode();
  if (isInstalled()) return;
  const binary = cachedBinary();
  if (existsSync(binary)) installWith(binary);
  else installAndCompile(binary);
  writeFileSync(INSTALLED, wanted());
}

/** Compiles TypeScript to dist/, unless no source has changed since the last time. */
export function ensureBuilt() {
  const newest = Math.max(...SOURCES.map((source) => newestIn(join(ROOT, source))));
  if (existsSync(BUILT) && statSync(BUILT).mtimeMs >= newest) return;
  say("building (npx tsc -p tsconfig.build.json) …");
  const started = new Date();
  if (run("npx", ["tsc", "-p", "tsconfig.build.json"]) !== 0) throw new SetupError("The build failed; the compiler's messages are above.");
  writeFileSync(BUILT, "");
  // The time before compiling: what was edited meanwhile is built next time.
  utimesSync(BUILT, started, started);
}

/**
 * Chromium for the tests that print PDF: looked for, and installed where it is not. Without it those tests are
 * skipped, and nothing else is.
 */
export async function ensureChromium() {
  if (await chromium()) return;
  say("installing Chromium, which prints PDF …");
  const install = isDebianRoot()
    ? [["apt-get", ["update", "-qq"]], ["apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"]]]
    : [["npx", ["playwright-core", "install", "chromium"]]];
  for (const [command, args] of install) run(command, args);
  if (await chromium()) return;
  say("Chromium could not be installed; the messages are above. Tests of PDF are skipped. Install it, or name it in the environment variable CHROMIUM.");
}

/** Runs a script's steps and ends the process with the exit code they give. */
export async function main(steps) {
  try {
    process.exitCode = (await steps()) ?? 0;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(`ictsdg: ${error.message}`);
    process.exitCode = 1;
  }
}

/** Runs a command in the project's folder with this terminal, and gives its exit code. */
export function run(command, args) {
  // npm and npx are .cmd files on Windows, which only a shell starts.
  const shell = process.platform === "win32" && command !== process.execPath;
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: "inherit", shell });
  if (error) throw new SetupError(`"${command}" could not be started (${error.message}).`);
  return status ?? 1;
}

function requireNode() {
  if (Number(process.versions.node.split(".")[0]) >= OLDEST_NODE) return;
  throw new SetupError(`Node ${OLDEST_NODE} or newer is needed; this is Node ${process.versions.node}. Install it from https://nodejs.org and try again.`);
}

/** The lock file by its hash, and the binary interface that compiled packages were made for. */
function wanted() {
  return `${createHash("sha256").update(readFileSync(LOCK)).digest("hex")} abi${process.versions.modules}\n`;
}

function isInstalled() {
  if (existsSync(INSTALLED)) return readFileSync(INSTALLED, "utf8") === wanted();
  // Installed by hand with npm, which keeps its own record: good when it is no older than the lock file.
  const record = join(MODULES, ".package-lock.json");
  if (!existsSync(record) || statSync(record).mtimeMs < statSync(LOCK).mtimeMs || !sqliteLoads()) return false;
  writeFileSync(INSTALLED, wanted());
  return true;
}

/** A compiled better-sqlite3 serves every checkout on this machine. */
function cachedBinary() {
  const { version } = JSON.parse(readFileSync(LOCK, "utf8")).packages["node_modules/better-sqlite3"];
  const name = `better-sqlite3-${version}-node${process.versions.modules}-${process.platform}-${process.arch}.node`;
  return join(homedir(), ".cache", "ictsdg", name);
}

function installWith(binary) {
  say(`installing dependencies (npm ${command().join(" ")} --ignore-scripts), with the compiled ${binary} …`);
  install(["--ignore-scripts"]);
  mkdirSync(dirname(SQLITE), { recursive: true });
  copyFileSync(binary, SQLITE);
  if (sqliteLoads()) return;
  say(`${binary} does not load here; building better-sqlite3 anew. ${COMPILER_NEEDED}`);
  rmSync(SQLITE);
  if (run("npm", ["rebuild", "better-sqlite3"]) !== 0 || !sqliteLoads()) throw new SetupError(`better-sqlite3 could not be built. ${COMPILER_NEEDED}`);
  keep(binary);
}

function installAndCompile(binary) {
  say(`installing dependencies (npm ${command().join(" ")}). ${COMPILER_NEEDED} This happens once on a machine.`);
  install([]);
  if (!sqliteLoads()) throw new SetupError(`better-sqlite3 is installed and does not load. ${COMPILER_NEEDED}`);
  keep(binary);
}

function install(options) {
  if (run("npm", [...command(), "--no-audit", "--no-fund", ...options]) === 0) return;
  throw new SetupError(`npm ${command().join(" ")} failed; npm's messages are above. ${COMPILER_NEEDED}`);
}

/**
 * `npm ci`, unless the lock file lacks packages for other platforms: npm leaves out of the lock what its
 * registry did not serve, and `npm ci` then refuses. `npm install --no-save` installs the same versions
 * and leaves the lock file as it is.
 */
function command() {
  const { packages } = JSON.parse(readFileSync(LOCK, "utf8"));
  const optional = Object.values(packages).flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies));
  const isWhole = optional.every((name) => Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)));
  return isWhole ? ["ci"] : ["install", "--no-save"];
}

/** Tried in a process of its own: a binary for another machine can bring a process down. */
function sqliteLoads() {
  const code = "new (require('better-sqlite3'))(':memory:').close()";
  return spawnSync(process.execPath, ["-e", code], { cwd: ROOT, stdio: "ignore" }).status === 0;
}

/** Written under another name first, so that a copy cut short is never found. A cache that cannot be written is no error. */
function keep(binary) {
  const partial = `${binary}.${process.pid}.partial`;
  try {
    mkdirSync(dirname(binary), { recursive: true });
    copyFileSync(SQLITE, partial);
    renameSync(partial, binary);
  } catch {
    rmSync(partial, { force: true });
  }
}

/** Found as src/export/chromium.ts finds it. */
async function chromium() {
  const { chromium } = await import("playwright-core");
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [process.env.CHROMIUM ?? "", ...onPath, chromium.executablePath()].find((path) => path !== "" && existsSync(path));
}

function isDebianRoot() {
  return process.getuid?.() === 0 && spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status === 0;
}

function newestIn(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

function say(text) {
  console.error(`ictsdg: ${text}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(() => {
    ensureInstalled();
    ensureBuilt();
  });
}
