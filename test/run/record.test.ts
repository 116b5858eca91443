import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withRecord } from "../../src/run/record.js";
import { openWorkshop, type Workshop } from "./workshop.js";

let shop: Workshop;
beforeEach(() => {
  shop = openWorkshop();
});
afterEach(() => shop.close());

describe("the record of a run", () => {
  it("is there from the start, without an end until the run has one", async () => {
    const { environment } = shop;
    const seen = await withRecord(environment, "annual", async ({ step }) => {
      await step("take", ["KEN.csv"], () => ({ result: null, outputs: [], skipped: ["KEN.csv"] }));
      return { result: environment.store.runs(), outcome: "unchanged" as const };
    });
    expect(seen).toMatchObject([{ pipeline: "annual", endedAt: null, outcome: null, steps: [] }]);
    // The clock of a workshop is a minute later every time it is read: begun, step begun, step ended, ended.
    expect(environment.store.runs()).toEqual([
      {
        ...{ id: 1, pipeline: "annual", outcome: "unchanged", log: "" },
        ...{ startedAt: "2026-01-01T00:00:00.000Z", endedAt: "2026-01-01T00:03:00.000Z" },
        steps: [
          {
            ...{ name: "take", startedAt: "2026-01-01T00:01:00.000Z", endedAt: "2026-01-01T00:02:00.000Z" },
            ...{ inputs: ["KEN.csv"], outputs: [], skipped: ["KEN.csv"] },
          },
        ],
      },
    ]);
  });

  it("says what went wrong, keeps the steps before, and lets the error pass", async () => {
    const { environment } = shop;
    const run = withRecord(environment, "annual", async ({ step }) => {
      await step("reference", [], () => ({ result: 0, outputs: [], skipped: [] }));
      return step("take", [], () => {
        throw new Error("disk full");
      });
    });
    await expect(run).rejects.toThrow("disk full");
    const [{ outcome, steps, log } = { outcome: null, steps: [], log: "" }] = environment.store.runs();
    expect([outcome, steps.map(({ name }) => name)]).toEqual(["failed", ["reference"]]);
    expect(log).toMatch(/^2026-01-01T\S+ disk full$/);
  });
});
