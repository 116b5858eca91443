import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** How a comparison ends that could not be made: what it needs could not be had. BSD sysexits, EX_UNAVAILABLE. */
export const NOT_COMPARED = 69;

/**
 * A Python that has these packages (such as `vtlengine==1.9.6`), made once in ~/.cache/ictsdg/<name>; null when it
 * cannot be had, which is said.
 */
export function pythonWith(name: string, packages: readonly string[]): string | null {
  const home = join(homedir(), ".cache", "ictsdg", name);
  const python = join(home, "bin", "python");
  const installed = join(home, "installed");
  const wanted = packages.join(" ");
  if (existsSync(installed) && readFileSync(installed, "utf8") === wanted) return python;
  for (const [command, ...args] of [
    ["python3", "-m", "venv", home],
    [python, "-m", "pip", "install", "--quiet", ...packages],
  ] as const) {
    const { status, stderr, error } = spawnSync(command, args, { encoding: "utf8" });
    if (status === 0) continue;
    console.log(`Not compared: ${wanted} could not be had (${command} ${args.join(" ")}).`);
    console.log((error?.message ?? stderr).trim().split("\n").slice(-3).join("\n"));
    process.exitCode = NOT_COMPARED;
    return null;
  }
  writeFileSync(installed, wanted);
  return python;
}
