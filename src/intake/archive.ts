import { extname } from "node:path";
import { type Entry, getFileNameLowLevel, openPromise, validateFileName, type ZipFile } from "yauzl";
import { damaged, UnreadableFile } from "./errors.js";
import type { Limits } from "./limits.js";
import { xmlText } from "./xml.js";

/** A ZIP archive whose every entry has been looked at and found harmless. */
export interface Archive {
  readonly names: readonly string[];
  /** The inflated bytes of an entry, named in any case, as package parts are (ECMA-376 part 2, 6.2.2.3). */
  read(name: string): AsyncIterable<Uint8Array>;
  close(): void;
}

/**
 * Opens a ZIP archive and looks through the whole of it before anything in it is parsed: names, encryption,
 * the size it really expands to, and document types, from which entities are declared. There is no limit on
 * the rate of compression: rows that hold nothing but a format shrink a hundredfold in honest workbooks, and
 * counting while inflating bounds the time whatever the sizes an archive declares. Nothing is written to disk.
 *
 * @throws UnreadableFile one of the rules `file-archive-…`, `file-encrypted` or `file-xml-entities`
 */
export async function openArchive(path: string, limits: Limits): Promise<Archive> {
  const zip = await orDamaged(() =>
    openPromise(path, { autoClose: false, decodeStrings: false, validateEntrySizes: true }),
  );
  try {
    if (zip.entryCount > limits.parts)
      throw new UnreadableFile("file-archive-entries", { limit: limits.parts, found: zip.entryCount });
    const entries = await listed(zip);
    await inspect(zip, entries.values(), limits);
    return {
      names: [...entries.values()].map(nameOf),
      read: (name) => inflated(zip, entries.get(name.toLowerCase()), name),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** Entries by their names in lower case. */
async function listed(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  await orDamaged(async () => {
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry);
      const key = name.toLowerCase();
      if (validateFileName(name) !== null || name.includes("\0") || entries.has(key))
        throw new UnreadableFile("file-archive-path", { found: name.replaceAll("\0", "␀").slice(0, 200) });
      if (entry.isEncrypted()) throw new UnreadableFile("file-encrypted", {});
      entries.set(key, entry);
    }
  });
  return entries;
}

function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
}

async function inspect(zip: ZipFile, entries: Iterable<Entry>, limits: Limits): Promise<void> {
  let expanded = 0;
  for (const entry of entries) {
    const name = nameOf(entry);
    const look = [".xml", ".rels", ".vml"].includes(extname(name).toLowerCase())
      ? xmlInspector(name, limits)
      : null;
    for await (const chunk of inflated(zip, entry, name)) {
      expanded += chunk.length;
      if (expanded > limits.expanded)
        throw new UnreadableFile("file-archive-expands", { limit: limits.expanded });
      look?.(chunk);
    }
  }
}

/**
 * Looks at the text of an XML part, chunk after chunk. Text without a single tag is kept whole by a parser,
 * so that what is longer than any cell is refused here.
 */
function xmlInspector(part: string, limits: Limits): (chunk: Uint8Array) => void {
  const decode = xmlText(part);
  let carried = "";
  let run = 0;
  return (chunk) => {
    const text = decode(chunk);
    if (/<!(?:DOCTYPE|ENTITY)/i.test(carried + text)) throw new UnreadableFile("file-xml-entities", { part });
    carried = text.slice(-9);
    const first = text.indexOf("<");
    run += first < 0 ? text.length : first;
    if (run > limits.record) throw new UnreadableFile("file-cell-too-long", { limit: limits.cell });
    if (first >= 0) run = text.length - text.lastIndexOf("<");
  };
}

async function* inflated(zip: ZipFile, entry: Entry | undefined, name: string): AsyncGenerator<Uint8Array> {
  if (!entry) throw damaged(name);
  const stream = await orDamaged(() => zip.openReadStreamPromise(entry));
  const chunks = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await orDamaged(() => chunks.next());
      if (next.done) return;
      yield next.value as Uint8Array;
    }
  } finally {
    stream.destroy();
  }
}

/** yauzl and zlib report damage as plain errors; those of the file system have a code of errno. */
async function orDamaged<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnreadableFile || (error as NodeJS.ErrnoException).syscall) throw error;
    throw damaged((error as Error).message);
  }
}
