import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadThresholds } from "../../src/reference/thresholds.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ictsdg-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (text: string) => writeFileSync(join(folder, "thresholds.json"), text);
const shares = (minimumWeight: unknown, minimumCountries: unknown, reliableWeight: unknown) =>
  JSON.stringify({ minimumWeight, minimumCountries, reliableWeight });

describe("thresholds of publication", () => {
  it("are half, half and two thirds without a file", () => {
    expect(loadThresholds(folder)).toEqual({
      minimumWeight: 0.5,
      minimumCountries: 0.5,
      reliableWeight: 2 / 3,
    });
  });

  it("are those of the file", () => {
    write(shares(0.6, 0, 1));
    expect(loadThresholds(folder)).toEqual({ minimumWeight: 0.6, minimumCountries: 0, reliableWeight: 1 });
  });

  it.each([
    ["{", /thresholds\.json: it is not JSON .* Give shares from 0 to 1/],
    [shares(60, 0.5, 0.7), /thresholds\.json: minimumWeight must be <= 1\. Give shares from 0 to 1/],
    [shares("half", 0.5, 0.7), /minimumWeight must be number/],
    ['{"minimumWeight": 0.5, "minimumCountries": 0.5}', /must have required property 'reliableWeight'/],
    [
      '{"minimumWeight": 0.5, "minimumCountries": 0.5, "reliableWeight": 0.7, "minimum": 1}',
      /must NOT have additional properties \(minimum\)/,
    ],
    [shares(0.7, 0.5, 0.6), /reliableWeight is less than minimumWeight\. Swap or correct/],
  ])("are refused with the cause and the remedy: %s", (text, message) => {
    write(text);
    expect(() => loadThresholds(folder)).toThrow(message);
  });
});
