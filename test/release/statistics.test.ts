import { describe, expect, it } from "vitest";
import type { Pair } from "../../src/run/release/diff.js";
import { revisionStatistics } from "../../src/run/release/statistics.js";

const pair = (period: number, before: number | null, after: number | null): Pair => ({
  ...{ series: "IT_USE_II99", area: 404, period, dimensions: {}, of: "country" },
  ...{ before, after },
});

describe("statistics of revisions", () => {
  it("are those of R = later − earlier: 2, −1, 0, 3 have mean 1 and mean absolute 1.5", () => {
    const found = revisionStatistics([
      pair(2015, 10, 12),
      pair(2016, 20, 19),
      pair(2017, 30, 30),
      pair(2018, 26, 29),
      pair(2019, null, 40),
      pair(2020, 50, null),
    ]);
    // Squared distances from the mean of 1: 1, 4, 1, 4; over n − 1 = 3.
    const sd = Math.sqrt(10 / 3);
    expect(found).toMatchObject({ n: 4, revised: 3, mr: 1, mar: 1.5, sd: expect.closeTo(sd, 12) });
    expect(found?.rmar).toBeCloseTo(6 / (12 + 19 + 30 + 29), 12);
    expect(found?.t).toBeCloseTo(1 / (sd / 2), 12);
  });

  it("count the years in which the figure now moves the other way: one of three", () => {
    // 10→20→30→26 rises, rises, falls; 12→19→30→31 rises three times.
    const pairs = [pair(2015, 10, 12), pair(2016, 20, 19), pair(2017, 30, 30), pair(2018, 26, 31)];
    expect(revisionStatistics(pairs)?.signChanges).toBeCloseTo(1 / 3, 12);
    expect(revisionStatistics([pair(2015, 10, 12), pair(2017, 30, 30)])?.signChanges).toBeNull();
  });

  it("say nothing where there is nothing to say", () => {
    expect(revisionStatistics([pair(2015, null, 12)])).toBeNull();
    expect(revisionStatistics([pair(2015, 10, 0)])).toMatchObject({
      n: 1,
      mr: -10,
      rmar: null,
      sd: null,
      t: null,
    });
    // All revisions equal: their spread is zero, and t would be infinite.
    expect(revisionStatistics([pair(2015, 10, 12), pair(2016, 20, 22)])).toMatchObject({
      mr: 2,
      sd: 0,
      t: null,
    });
  });
});
