/** `npm run demo`: sets up, then serves everything on the sample collection, with an account of each kind. */
import { ensureBuilt, ensureInstalled, main, run } from "./setup.mjs";

await main(() => {
  ensureInstalled();
  ensureBuilt();
  return run(process.execPath, ["dist/scripts/demo.js", ...process.argv.slice(2)]);
});
