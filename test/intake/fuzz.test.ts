import { expect, it } from "vitest";
import { fuzz } from "../../scripts/fuzz/intake.js";

it("reads 2,000 files made wrong without a crash, a hang or a lost line", async () => {
  const { complaints, outcomes } = await fuzz(2_000, 20_201);
  expect(complaints).toEqual([]);
  expect(outcomes.findings).toBeGreaterThan(200);
  expect(outcomes.read).toBeGreaterThan(100);
});
