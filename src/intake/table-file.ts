import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { Row } from "../types.js";
import { type CsvOptions, openCsv } from "./csv.js";
import type { Dialect, WorkbookDialect } from "./dialect.js";
import { UnreadableFile } from "./errors.js";
import type { Header } from "./header.js";
import type { Note } from "./notes.js";
import { openWorkbook } from "./xlsx.js";

/** A submission of any format, opened: its rows as text, whatever it was written in. */
export interface TableFile {
  readonly dialect: Dialect | WorkbookDialect;
  readonly header: Header;
  readonly batches: AsyncIterable<readonly Row[]>;
  /** What is to be said of the reading, once the batches have been read. */
  notes(): readonly Note[];
}

/** First bytes of a ZIP archive: of an entry, or of an archive that has none. */
const ZIP = ["504b0304", "504b0506"];
/** First bytes of a compound file (MS-CFB 2.2): the Excel of before 2007, or a workbook with a password. */
const COMPOUND = "d0cf11e0";

/**
 * Opens a submission by what its bytes are and not by its name: an Excel workbook, or else delimited text.
 *
 * @throws UnreadableFile as `openCsv` and `openWorkbook` do
 */
export async function openTable(path: string, options: CsvOptions = {}): Promise<TableFile> {
  const start = await firstBytes(path);
  if (ZIP.includes(start)) return openWorkbook(path, options);
  if (start === COMPOUND) {
    if (await mentions(path, Buffer.from("EncryptedPackage", "utf16le")))
      throw new UnreadableFile("file-encrypted", {});
    throw new UnreadableFile("file-old-excel", { found: "XLS" });
  }
  const file = await openCsv(createReadStream(path, { highWaterMark: 1 << 18 }), options);
  return { ...file, notes: () => [] };
}

async function firstBytes(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead).toString("hex");
  } finally {
    await file.close();
  }
}

/** Whether the bytes occur in a file: the streams of a compound file are listed anywhere in it (MS-OFFCRYPTO 2.3.1). */
async function mentions(path: string, wanted: Buffer): Promise<boolean> {
  let carried: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path)) {
    const bytes = Buffer.concat([carried, chunk as Buffer]);
    if (bytes.includes(wanted)) return true;
    carried = bytes.subarray(-wanted.length);
  }
  return false;
}
