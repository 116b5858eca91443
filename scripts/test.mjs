/** `npm test`: sets up, runs every test, and ends with one line of counts. Extra arguments go to vitest. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt, ensureChromium, ensureInstalled, main, run } from "./setup.mjs";

await main(async () => {
  ensureInstalled();
  await ensureChromium();
  ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), "ictsdg-test-"));
  const report = join(folder, "report.json");
  try {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const exitCode = run(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...reporters, ...process.argv.slice(2)]);
    if (existsSync(report)) console.log(counts(JSON.parse(readFileSync(report, "utf8")), exitCode));
    return exitCode;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** A file that could not be loaded has no failed test, and counts as one failure. */
function counts({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }, exitCode) {
  const broken = testResults.filter(({ status, assertionResults }) => status === "failed" && !assertionResults.some((one) => one.status === "failed"));
  const failed = numFailedTests + broken.length;
  const skipped = numPendingTests + numTodoTests;
  const warning = exitCode !== 0 && failed === 0 ? `vitest ended with exit code ${exitCode} although no test failed; see above.\n` : "";
  return `${warning}${numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
