/** Runs every comparison with programs that others wrote, one after the other; ends with 1 when one of them does. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const SCRIPTS = ["vtl.js", "sdmx.js", "rest.js"];

const failed = SCRIPTS.filter((script) => {
  console.log(`\n${script}`);
  return spawnSync(process.execPath, [join(import.meta.dirname, script)], { stdio: "inherit" }).status !== 0;
});
if (failed.length > 0) console.log(`\nNot the same: ${failed.join(", ")}`);
process.exitCode = failed.length > 0 ? 1 : 0;
