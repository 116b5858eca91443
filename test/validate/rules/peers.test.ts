import { describe, expect, it } from "vitest";
import type { PeerFigures } from "../../../src/define.js";
import { changesOfCounts, changesOfPercentages } from "../../../src/validate/rules/peers.js";
import type { Point } from "../../../src/validate/rules/timeline.js";

/** Deterministic figures between 1 and 99, some of which stand still. */
function peers(count: number): PeerFigures[] {
  return Array.from({ length: count }, (_, i) => {
    const before = 1 + ((i * 37) % 98);
    return { area: i, before, after: i % 5 === 0 ? before : 1 + ((i * 61 + 13) % 98) };
  });
}
const point = (period: number, value: number): Point => ({ period, value, status: "A", at: null });

describe.each([
  ["percentages", changesOfPercentages],
  ["counts", changesOfCounts],
])("changes of %s", (_, changesOf) => {
  // An odd and an even number of the others: the median is one of them, or between two.
  it.each([41, 42])("compare a country among %d with the others, as if it had not been there", (count) => {
    const all = peers(count);
    for (const { area, before } of all) {
      const others = all.filter((peer) => peer.area !== area);
      for (const value of [1, 30, 60, 99]) {
        const [from, to] = [point(2020, before), point(2022, value)];
        expect(changesOf(all).compare(from, to, area)).toEqual(changesOf(others).compare(from, to, area));
      }
    }
  });

  it("put the same peers in order once", () => {
    const all = peers(40);
    expect(changesOf(all)).toBe(changesOf(all));
    expect(changesOf(all)).not.toBe(changesOf([...all]));
  });
});
