/**
 * Runs every comparison with programs that others wrote, one after the other. Ends with 1 when one of them differs; one
 * that could not be made, because what it needs could not be had, is named and is no difference.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { NOT_COMPARED } from "./python.js";

const SCRIPTS = ["vtl.js", "sdmx.js", "rest.js"];

const ended = SCRIPTS.map((script) => {
  console.log(`\n${script}`);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, script)], { stdio: "inherit" });
  return { script, status };
});
const named = (which: (status: number | null) => boolean): string =>
  ended
    .filter(({ status }) => which(status))
    .map(({ script }) => script)
    .join(", ");
const missing = named((status) => status === NOT_COMPARED);
const failed = named((status) => status !== 0 && status !== NOT_COMPARED);
if (missing !== "") console.log(`\nNot compared, as said above: ${missing}`);
if (failed !== "") console.log(`\nNot the same: ${failed}`);
process.exitCode = failed === "" ? 0 : 1;
