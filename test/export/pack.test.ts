import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fromBuffer } from "yauzl";
import { writePack } from "../../src/export/pack.js";
import { ArchiveTooLarge, zipped } from "../../src/workbook/zip.js";

const TIME = new Date("2026-11-23T10:00:00Z");
let directory = "";
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "ictsdg-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function folder(name: string): string {
  const path = join(directory, name, "wtis");
  mkdirSync(join(path, "en"), { recursive: true });
  writeFileSync(join(path, "z.txt"), "last");
  writeFileSync(join(path, "en", "b.csv"), "\ufeffa,b\r\n");
  writeFileSync(join(path, "en", "a.bin"), Uint8Array.of(0, 255, 128));
  writeFileSync(join(path, ".published"), "a mark");
  return path;
}

/** Names, dates and contents of an archive, as another library than the one that wrote reads them. */
function entriesOf(path: string): Promise<[name: string, date: string, content: string][]> {
  return new Promise((resolve, reject) => {
    const found: Promise<[string, string, string]>[] = [];
    fromBuffer(readFileSync(path), (error, archive) => {
      if (error) return reject(error);
      archive.on("entry", (entry) => {
        found.push(
          new Promise((done, failed) =>
            archive.openReadStream(entry, (problem, stream) => {
              if (problem) return failed(problem);
              text(stream.setEncoding("latin1")).then((content) => {
                done([entry.fileName, entry.getLastModDate({ timezone: "UTC" }).toISOString(), content]);
              }, failed);
            }),
          ),
        );
      });
      archive.on("end", () => Promise.all(found).then(resolve, reject));
    });
  });
}

describe("writePack", () => {
  it("packs the files of a folder below its name, by path and byte for byte, without marks", async () => {
    const { path } = await writePack(folder("one"), TIME);
    expect(path).toBe(join(directory, "one", "wtis.zip"));
    const date = "2026-11-23T10:00:00.000Z";
    expect(await entriesOf(path)).toEqual([
      ["wtis/en/a.bin", date, "\u0000\u00ff\u0080"],
      ["wtis/en/b.csv", date, "\u00ef\u00bb\u00bfa,b\r\n"],
      ["wtis/z.txt", date, "last"],
    ]);
  });

  it("gives equal bytes for equal folders and leaves nothing else behind", async () => {
    const [one, two] = [await writePack(folder("one"), TIME), await writePack(folder("two"), TIME)];
    expect(one.sha256).toBe(two.sha256);
    expect(readdirSync(join(directory, "one")).sort()).toEqual(["wtis", "wtis.zip"]);
  });
});

describe("an archive", () => {
  const parts = ["a", "b", "c"].map((name) => ({ name, content: [name.repeat(1000)] }));
  const packed = async (limits: { bytes: number; parts: number }) => {
    for await (const _ of zipped(parts, TIME, limits));
  };

  it("is refused when it has more files than it can count, by the name of the first too many", async () => {
    await expect(packed({ bytes: 1e6, parts: 3 })).resolves.toBeUndefined();
    await expect(packed({ bytes: 1e6, parts: 2 })).rejects.toThrow(ArchiveTooLarge);
    await expect(packed({ bytes: 1e6, parts: 2 })).rejects.toThrow("with c the archive has more");
  });

  it("is refused when a file is larger than it can say, though it packs small", async () => {
    await expect(packed({ bytes: 999, parts: 3 })).rejects.toThrow("with a the archive has more");
  });
});
