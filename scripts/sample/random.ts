import { randomFrom } from "../../src/random.js";

/**
 * Repeatable randomness: the same text always gives the same sequence, so that building the sample again gives the
 * same bytes. FNV-1a makes the seed.
 */
export function seededRandom(text: string): () => number {
  let seed = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) seed = Math.imul(seed ^ text.charCodeAt(i), 0x01000193);
  return randomFrom(seed);
}
