import { describe, expect, it } from "vitest";
import { type Queue, queueOf } from "../../src/settle/queue.js";
import type { Score } from "../../src/settle/score.js";
import type { StoredFinding } from "../../src/store/store.js";
import { finding, keyOf, REGION, WORLD } from "./sample.js";

/** A score by its suspicion and its influence on the world and, when given, on the region. */
function scored(
  about: Partial<StoredFinding>,
  suspicion: number,
  world: number,
  region?: number,
): Score<StoredFinding> {
  const on = (group: number, size: number) => ({ group, shift: size, size });
  const influences = region === undefined ? [on(WORLD, world)] : [on(WORLD, world), on(REGION, region)];
  const influence = on(WORLD, Math.max(world, region ?? 0));
  return {
    finding: finding(about),
    suspicion,
    expected: { value: 0, from: "rule" },
    influences,
    influence,
    score: suspicion * influence.size,
  };
}

function warning(id: number, area = id): Partial<StoredFinding> {
  return { id, severity: "warning", rule: "own-trend", area, key: keyOf(area) };
}

const ids = ({ scored: all }: Queue<StoredFinding>) => all.map((one) => one.finding.id);
const asked = ({ scored: all }: Queue<StoredFinding>) =>
  all.filter((one) => one.asked).map((one) => one.finding.id);

describe("the queue", () => {
  it("has the highest score first, errors and warnings alike", () => {
    const queue = queueOf([scored({ id: 1 }, 1, 0.4), scored(warning(2), 0.5, 4), scored(warning(3), 1, 3)]);
    expect(ids(queue)).toEqual([3, 2, 1]);
  });

  it("puts equal scores in the order of severity, key, rule and id, whatever order they came in", () => {
    const key = keyOf(2);
    const same = [
      scored({ id: 1, key }, 1, 1),
      scored({ id: 2, key: keyOf(1), severity: "warning", rule: "own-trend" }, 1, 1),
      scored({ id: 3, key, severity: "warning", rule: "own-trend" }, 1, 1),
      scored({ id: 4, key, severity: "warning", rule: "peer-change" }, 1, 1),
      scored({ id: 5, key, severity: "warning", rule: "peer-change" }, 1, 1),
      scored({ id: 6, key, severity: "info", rule: "age-scope-stated" }, 1, 1),
    ];
    expect(ids(queueOf(same))).toEqual([1, 2, 3, 4, 5, 6]);
    expect(ids(queueOf([...same].reverse()))).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("asks about warnings until the rest moves no group by the threshold", () => {
    // From below: 0.04, 0.08, and with the third 0.14 of the world.
    const queue = queueOf([1, 0.06, 0.04, 0.04].map((size, i) => scored(warning(i + 1), 1, size)));
    expect(asked(queue)).toEqual([1, 2]);
  });

  it("asks about all above the cut, also what moves little but is more suspicious", () => {
    const queue = queueOf([scored(warning(1), 1, 0.05), scored(warning(2), 0.1, 0.4)]);
    expect(ids(queue)).toEqual([1, 2]);
    expect(asked(queue)).toEqual([1, 2]);
  });

  it("asks about what moves one region, though the world stays", () => {
    const queue = queueOf([scored(warning(1), 1, 0.01, 2), scored(warning(2), 1, 0.01, 0.02)]);
    expect(asked(queue)).toEqual([1]);
  });

  it("sums what is left within one series, breakdown and year only", () => {
    const years = [2018, 2019, 2020].map((period, i) =>
      scored({ ...warning(i + 1), key: keyOf(2, { period }) }, 1, 0.06),
    );
    expect(asked(queueOf(years))).toEqual([]);
    expect(asked(queueOf([1, 2, 3].map((id) => scored(warning(id), 1, 0.06))))).toEqual([1, 2]);
  });

  it("counts a figure once, however many warnings it has", () => {
    const twice = [
      scored(warning(1, 2), 1, 0.06),
      scored({ ...warning(2, 2), rule: "peer-change" }, 1, 0.06),
    ];
    expect(asked(queueOf(twice))).toEqual([]);
  });

  it("takes another threshold", () => {
    const few = [scored(warning(1), 1, 0.4), scored(warning(2), 1, 0.3)];
    expect(asked(queueOf(few, 0.5))).toEqual([1]);
    expect(asked(queueOf(few, 1))).toEqual([]);
    expect(asked(queueOf(few, 0))).toEqual([1, 2]);
  });

  it("asks every country about its errors, even where they move nothing", () => {
    const errors = [1, 2, 3].map((area) => scored({ id: area, area, key: keyOf(area) }, 1, 0));
    const queue = queueOf([...errors, scored(warning(4), 1, 9)]);
    expect(asked(queue)).toEqual([4, 1, 2, 3]);
  });

  it("lets errors leave the warnings' remainder alone", () => {
    const queue = queueOf([scored({ id: 1, key: keyOf(1) }, 1, 0.09), scored(warning(2), 1, 0.05)]);
    expect(asked(queue)).toEqual([1]);
  });

  it("never asks about a note", () => {
    expect(asked(queueOf([scored({ severity: "info", rule: "age-scope-stated" }, 0.1, 50)]))).toEqual([]);
  });

  it("lists what has no score apart, errors first and asked", () => {
    const unscored = (about: Partial<StoredFinding>): Score<StoredFinding> => ({
      finding: finding(about),
      score: null,
      why: "no weight",
    });
    const queue = queueOf([
      unscored(warning(1, 2)),
      unscored({ id: 2, key: null, rule: "file-empty" }),
      unscored({ id: 3, key: keyOf(3) }),
      scored(warning(4), 1, 1),
    ]);
    expect(ids(queue)).toEqual([4]);
    expect(queue.unscored.map((one) => [one.finding.id, one.asked])).toEqual([
      [3, true],
      [2, true],
      [1, false],
    ]);
  });
});
