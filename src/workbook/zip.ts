import { Readable } from "node:stream";
import { createDeflateRaw } from "node:zlib";

/** One file of a ZIP archive, in pieces; text is written in UTF-8. Names are ASCII. */
export interface Part {
  readonly name: string;
  readonly content: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
}

/** More than an archive without ZIP64 can hold. */
export class ArchiveTooLarge extends Error {
  readonly code = "ARCHIVE_TOO_LARGE";
  constructor(name: string) {
    super(
      `ARCHIVE_TOO_LARGE: with ${name} the archive has more than 65,535 files or 4 GiB, which not every program opens. Put less into it.`,
    );
  }
}

/** What an archive can hold: sizes and places have four bytes, counts two. */
const LIMITS = { bytes: 0xffffffff, parts: 0xffff };

/** What the directory at the end of the archive repeats of a part. */
interface Packed {
  readonly name: string;
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

const VERSION = 20;
/** Bit 3: checksum and sizes follow the data, so that a part is written as it is made. */
const SIZES_FOLLOW = 0x0008;
const DEFLATED = 8;

/**
 * A ZIP archive (PKWARE APPNOTE 6.3.10) in pieces. `time` is what every part is dated, to two seconds and in UTC,
 * since an archive has no zone: the same parts and time give the same bytes.
 * @throws ArchiveTooLarge from 4 GiB or 65,536 parts on
 */
export async function* zipped(
  parts: Iterable<Part> | AsyncIterable<Part>,
  time: Date,
  limits = LIMITS,
): AsyncGenerator<Uint8Array> {
  const directory: Packed[] = [];
  let offset = 0;
  for await (const part of parts) {
    const { crc, packed, size } = yield* packedPart(part, time);
    directory.push({ name: part.name, offset, crc, packed, size });
    offset += LOCAL_HEADER + part.name.length + packed + DESCRIPTOR;
    if (Math.max(offset, size) > limits.bytes || directory.length > limits.parts)
      throw new ArchiveTooLarge(part.name);
  }
  yield closing(directory, offset, time);
}

const LOCAL_HEADER = 30;
const DESCRIPTOR = 16;

async function* packedPart(
  { name, content }: Part,
  time: Date,
): AsyncGenerator<Uint8Array, Pick<Packed, "crc" | "packed" | "size">> {
  let crc = 0;
  let size = 0;
  let packed = 0;
  async function* counted() {
    for await (const piece of content) {
      const bytes = typeof piece === "string" ? Buffer.from(piece, "utf8") : piece;
      crc = checksum(bytes, crc);
      size += bytes.length;
      yield bytes;
    }
  }
  yield record(
    0x04034b50,
    [[2, VERSION], ...common(time), [4, 0], [4, 0], [4, 0], [2, name.length], [2, 0]],
    name,
  );
  const source = Readable.from(counted());
  const deflating = createDeflateRaw();
  source.on("error", (error) => deflating.destroy(error));
  for await (const chunk of source.pipe(deflating)) {
    packed += (chunk as Buffer).length;
    yield chunk as Buffer;
  }
  yield record(0x08074b50, [
    [4, crc],
    [4, packed],
    [4, size],
  ]);
  return { crc, packed, size };
}

/** The central directory and its end. */
function closing(directory: readonly Packed[], offset: number, time: Date): Uint8Array {
  const entries = Buffer.concat(
    directory.map(({ name, offset, crc, packed, size }) =>
      record(
        0x02014b50,
        [
          [2, VERSION],
          [2, VERSION],
          ...common(time),
          [4, crc],
          [4, packed],
          [4, size],
          [2, name.length],
          [2, 0],
          [2, 0],
          [2, 0],
          [2, 0],
          [4, 0],
          [4, offset],
        ],
        name,
      ),
    ),
  );
  const count = directory.length;
  const end = record(0x06054b50, [
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, entries.length],
    [4, offset],
    [2, 0],
  ]);
  return Buffer.concat([entries, end]);
}

type Field = readonly [bytes: 2 | 4, value: number];

/** What the headers of a part share: flags, method, time and date in the form of MS-DOS. */
function common(time: Date): Field[] {
  const clock = (time.getUTCHours() << 11) | (time.getUTCMinutes() << 5) | (time.getUTCSeconds() >> 1);
  const day = ((time.getUTCFullYear() - 1980) << 9) | ((time.getUTCMonth() + 1) << 5) | time.getUTCDate();
  return [
    [2, SIZES_FOLLOW],
    [2, DEFLATED],
    [2, clock],
    [2, day],
  ];
}

function record(signature: number, fields: readonly Field[], name = ""): Buffer {
  const written = [[4, signature] as Field, ...fields].map(([bytes, value]) => {
    const field = Buffer.alloc(bytes);
    field.writeUIntLE(value, 0, bytes);
    return field;
  });
  return Buffer.concat([...written, Buffer.from(name, "latin1")]);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 of bytes, going on from that of the bytes before. Node has its own only from 20.15 on. */
function checksum(bytes: Uint8Array, before: number): number {
  let crc = ~before;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
  return ~crc >>> 0;
}
