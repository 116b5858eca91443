import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UnknownFormat, writeTables } from "../../src/export/write.js";
import { small } from "./small.js";

let directory = "";
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "ictsdg-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const sha256 = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

describe("writeTables", () => {
  it("writes every format and a manifest, and reports size and hash of what is on disk", async () => {
    const out = join(directory, "made", "out");
    const files = await writeTables([small], ["json", "csv"], out);
    expect(files.map(({ path }) => path)).toEqual(
      ["small.json", "small.csv", "manifest.json"].map((name) => join(out, name)),
    );
    for (const file of files) {
      expect(file).toEqual({
        path: file.path,
        bytes: readFileSync(file.path).length,
        sha256: sha256(file.path),
      });
    }
    expect(readdirSync(out).sort()).toEqual(["manifest.json", "small.csv", "small.json"]);
  });

  it("lists the files in the manifest by name", async () => {
    await writeTables(
      [
        { ...small, id: "b" },
        { ...small, id: "a" },
      ],
      ["markdown", "csv"],
      directory,
    );
    const manifest = JSON.parse(readFileSync(join(directory, "manifest.json"), "utf8"));
    expect(manifest.files.map(({ name }: { name: string }) => name)).toEqual([
      "a.csv",
      "a.md",
      "b.csv",
      "b.md",
    ]);
    expect(manifest.vintages).toEqual([small.vintage]);
    expect(manifest.files[0].sha256).toBe(sha256(join(directory, "a.csv")));
  });

  it("gives the same bytes for the same tables", async () => {
    const formats = ["csv", "json", "markdown", "html"];
    const first = await writeTables([small], formats, join(directory, "1"));
    const second = await writeTables([small], formats, join(directory, "2"));
    expect(second.map(({ sha256: hash }) => hash)).toEqual(first.map(({ sha256: hash }) => hash));
  });

  it("writes nothing when a format is unknown", async () => {
    await expect(writeTables([small], ["csv", "nothing"], directory)).rejects.toThrow(UnknownFormat);
    expect(readdirSync(directory)).toEqual([]);
  });

  it("leaves the old file whole and nothing else when writing fails", async () => {
    await writeTables([small], ["csv"], directory);
    const before = sha256(join(directory, "small.csv"));
    const broken = { ...small, rows: [["x", 2020, Number.NaN, "A"]] };
    await expect(writeTables([broken], ["csv"], directory)).rejects.toThrow(RangeError);
    expect(sha256(join(directory, "small.csv"))).toBe(before);
    expect(readdirSync(directory).sort()).toEqual(["manifest.json", "small.csv"]);
  });
});
