import { expect, it } from "vitest";
import { fuzz } from "../../scripts/fuzz/intake.js";

it("reads 2,000 files made wrong without a crash, a hang or a lost line", async () => {
  const share = { inputs: 2_000, seed: 20_201, part: 0, parts: 1, at: new Int32Array(1) };
  const { complaints, outcomes } = await fuzz(share);
  expect(complaints).toEqual([]);
  expect(outcomes.findings).toBeGreaterThan(200);
  expect(outcomes.read).toBeGreaterThan(100);
});
