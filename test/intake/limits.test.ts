import { expect, it } from "vitest";
import { openCsv } from "../../src/intake/csv.js";
import { UnreadableFile } from "../../src/intake/errors.js";
import { LIMITS, type Limits } from "../../src/intake/limits.js";

const HEADER = "SERIES,REF_AREA,TIME_PERIOD,OBS_VALUE";

/** Rule, line and limit of the refusal; null when the file is read. */
async function refusal(text: string, limits: Partial<Limits>, onClose = () => {}) {
  async function* bytes() {
    try {
      for (const char of Buffer.from(text)) yield Uint8Array.of(char);
    } finally {
      onClose();
    }
  }
  try {
    for await (const _ of (await openCsv(bytes(), { limits })).batches);
  } catch (error) {
    if (error instanceof UnreadableFile) return [error.rule, error.line, error.params.limit];
    throw error;
  }
  return null;
}

const three = `${HEADER}\nA,KEN,2019,1\n\nB,KEN,2019,2\n`;

it("reads up to a limit and refuses what is beyond, naming the line", async () => {
  expect(await refusal(three, { rows: 3, columns: 4, cell: 11, bytes: three.length })).toBeNull();
  expect(await refusal(three, { rows: 2 })).toEqual(["file-too-many-rows", 4, 2]);
  expect(await refusal(`${three}C,KEN,2019,1,5\n`, { columns: 4 })).toEqual(["file-too-many-columns", 5, 4]);
  expect(await refusal(three, { columns: 3 })).toEqual(["file-too-many-columns", 1, 3]);
  expect(await refusal(`${three}C,"${"x\n".repeat(20)}"\n`, { cell: 39 })).toEqual([
    "file-cell-too-long",
    5,
    39,
  ]);
  expect(await refusal(`${three}C,"${"x\n".repeat(60)}"\n`, { record: 60 })).toEqual([
    "file-record-too-long",
    5,
    60,
  ]);
  expect(await refusal(three, { bytes: three.length - 1 })).toEqual(["file-too-large", 0, three.length - 1]);
});

it("closes the source of a file it refuses", async () => {
  for (const [text, limits] of [
    [three, { rows: 2 }],
    [three, { columns: 3 }],
    ["no,header\n", {}],
    ["\0", {}],
  ] as const) {
    let closed = false;
    expect(await refusal(text, limits, () => (closed = true))).not.toBeNull();
    await new Promise((resolve) => setImmediate(resolve));
    expect(closed).toBe(true);
  }
});

it("takes ten million rows and the longest cell of Excel by default", () => {
  expect(LIMITS).toMatchObject({ rows: 1e7, columns: 1_000, cell: 32_767, record: 2 ** 20, bytes: 2 ** 32 });
});
