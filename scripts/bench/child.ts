/** Measurements of one take in a process of its own, so that memory and compiled code are not shared. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEnvironment, places } from "../../src/run/environment.js";
import { takeEnvironment, takeFile } from "../../src/run/take.js";

export interface Measured {
  readonly seconds: number;
  /** Largest resident set, MiB. */
  readonly memory: number;
  readonly detail: string;
}

/** A temporary folder for as long as something takes. */
export async function inScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "ictsdg-bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Takes a file into a store that is thrown away, and says what came of it. */
export function take(path: string): Promise<string> {
  return inScratch(async (folder) => {
    const own = { store: join(folder, "store.db"), archive: join(folder, "archive") };
    const environment = openEnvironment({ ...places(), ...own });
    const report = await takeFile(path, takeEnvironment(environment), { anyArea: true });
    if (report.outcome !== "taken") throw new Error(JSON.stringify(report));
    const [stored] = environment.store.submissions();
    const found = report.counts.reduce((sum, { fail }) => sum + fail, 0);
    const listed = environment.store.findings({}).length;
    environment.close();
    return `${stored?.observations} figures, ${stored?.held} held, ${found} failures, ${listed} findings listed`;
  });
}

/** Runs the work and prints its measurement; what a child process does. */
export async function measure(work: () => Promise<string>): Promise<void> {
  const start = performance.now();
  const detail = await work();
  const seconds = (performance.now() - start) / 1000;
  const memory = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ seconds, memory, detail } satisfies Measured));
}

/** Runs a script that measures, with these arguments, and gives what it printed. */
export function child(script: string, ...args: readonly string[]): Measured {
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, ...args], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Measured;
}

export function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

/** ISO codes of as many areas as a synthetic submission speaks for. */
export function areaCodes(folder: string): readonly string[] {
  const { areas, close } = openEnvironment({ ...places(), store: join(folder, "areas.db") });
  close();
  return areas.list.slice(0, 230).map(({ iso3 }) => iso3);
}
