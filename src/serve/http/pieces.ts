import { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";

/** Characters sent at once: large enough that a short piece costs nothing, small enough that the first comes at once. */
const AT_ONCE = 32_768;

/**
 * A stream of text made piece by piece as the client reads it. Between two reads others have their turn.
 * @param start text to stand before everything, such as a byte order mark
 */
export function streamOf(pieces: Iterable<string>, start = ""): Readable {
  return Readable.from(blocks(pieces, start), { objectMode: false, highWaterMark: 2 * AT_ONCE });
}

async function* blocks(pieces: Iterable<string>, start: string): AsyncGenerator<Buffer> {
  let block = start;
  for (const piece of pieces) {
    block += piece;
    if (block.length < AT_ONCE) continue;
    yield Buffer.from(block);
    block = "";
    await setImmediate();
  }
  if (block !== "") yield Buffer.from(block);
}
