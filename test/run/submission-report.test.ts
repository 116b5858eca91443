import { rmSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { submissionReport } from "../../src/run/submission-report.js";
import type { SubmissionRecord } from "../../src/store/store.js";
import { openWorkshop, type Workshop } from "./workshop.js";

let shop: Workshop;
beforeEach(() => {
  shop = openWorkshop();
});
afterEach(() => shop.close());

const FILE =
  "SERIES;REF_AREA;TIME_PERIOD;Taux;Remarques internes\nIT_USE_II99;KEN;2017;17,8;x\nIT_USE_II99;KEN;2018;118,1;y\n";

async function taken(): Promise<SubmissionRecord> {
  const mappings = [{ title: "Taux", column: "OBS_VALUE", confirmedAt: null } as const];
  const { submission } = await shop.take(shop.write("KEN.csv", FILE), { mappings });
  return shop.environment.store.submission(submission.id) as SubmissionRecord;
}

const reportOf = (submission: SubmissionRecord) => submissionReport(shop.environment, submission, "fr");

describe("the report of a file that was taken", () => {
  it("says how the file was read, from what was kept of it", async () => {
    const submission = await taken();
    const { reading, findings, ruleSet, receipt } = await reportOf(submission);
    expect(reading).toMatchObject({
      ...{ encoding: "utf-8", delimiter: ";", decimal: ",", lines: 2, figures: 2, held: 1 },
      ...{ mapped: [{ title: "Taux", column: "OBS_VALUE" }], ignored: ["Remarques internes"] },
    });
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: "within-range", line: 3, column: "Taux" }),
    );
    expect(ruleSet).toBe(submission.rules);
    expect(receipt).toBe(submission.id);
  });

  it("has the records of the file, line by line", async () => {
    const { records } = await reportOf(await taken());
    const lines: string[] = [];
    for await (const batch of records?.() ?? [])
      lines.push(...batch.map(({ line, cells }) => `${line} ${cells.join(";")}`));
    expect(lines).toEqual(
      FILE.trimEnd()
        .split("\n")
        .map((text, index) => `${index + 1} ${text}`),
    );
  });

  it("does without the file where its bytes are gone", async () => {
    const submission = await taken();
    rmSync(shop.archive, { recursive: true });
    const { reading, records, findings } = await reportOf(submission);
    expect(records).toBeNull();
    expect(reading).toMatchObject({ lines: 2, mapped: [], ignored: [] });
    expect(findings.length).toBeGreaterThan(0);
  });
});
