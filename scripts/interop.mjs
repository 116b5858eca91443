/** `npm run test:interop`: sets up, then has programs that others wrote read what this one writes and serves. */
import { ensureBuilt, ensureInstalled, main, run } from "./setup.mjs";

await main(() => {
  ensureInstalled();
  ensureBuilt();
  return run(process.execPath, ["dist/scripts/interop/run.js", ...process.argv.slice(2)]);
});
