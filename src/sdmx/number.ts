import { plain } from "../tables/round.js";

/** A finite number as the shortest decimal text that reads back to the same number, without exponent. */
export function numberText(value: number): string {
  const shortest = String(value);
  return shortest.includes("e") ? plain(value) : shortest;
}
