/** `npm start`: sets up, then runs the sample collection from files to tables. Extra arguments go to `ictsdg run sample`. */
import { ensureBuilt, ensureInstalled, main, run } from "./setup.mjs";

await main(() => {
  ensureInstalled();
  ensureBuilt();
  return run(process.execPath, ["dist/src/cli/main.js", "run", "sample", ...process.argv.slice(2)]);
});
