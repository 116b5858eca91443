import { describe, expect, it } from "vitest";
import { aggregate } from "../../src/aggregate/aggregate.js";
import { THRESHOLDS } from "../../src/reference/thresholds.js";
import { estimated, find, group, input, reported, weigh } from "./sample.js";

/** Area 1 reports and area 2 does not; they weigh as given. */
function statusAt(withValue: number, without: number): string {
  const one = input({
    observations: [reported(1, 10)],
    weight: weigh({ 1: withValue, 2: without }),
    groups: [group(900, [1, 2])],
  });
  return find(aggregate(one), 900).status;
}

describe("rule of publication", () => {
  it.each([
    [499, 501, "O"],
    [500, 500, "U"],
    [666, 334, "U"],
    [2, 1, "A"],
    [999, 1, "A"],
  ])("with %d of the weight known and %d not, the status is %s", (known, unknown, status) => {
    expect(statusAt(known, unknown)).toBe(status);
  });

  it("gives no value with less than half of the countries, however much they weigh", () => {
    const weight = weigh({ 1: 1000, 2: 1, 3: 1 });
    const three = { observations: [reported(1, 10)], weight };
    expect(find(aggregate(input({ ...three, groups: [group(900, [1, 2])] })), 900).value).toBe(10);
    expect(find(aggregate(input({ ...three, groups: [group(900, [1, 2, 3])] })), 900)).toMatchObject({
      value: null,
      status: "O",
      countriesReported: 1,
      countries: 3,
    });
  });

  it("counts estimates towards publication but not as covered", () => {
    const both = input({
      observations: [reported(1, 10)],
      estimates: [estimated(2, [10, 10, 10])],
      groups: [group(900, [1, 2])],
    });
    expect(find(aggregate(both), 900)).toMatchObject({ weightUsed: 1, countriesReported: 1 });
    expect(find(aggregate(both), 900).weightCovered).toBeCloseTo(1 / 3, 12);
  });

  it("marks an aggregate as estimated when estimates hold more than half of the weight used", () => {
    const status = (reportedWeight: number, estimatedWeight: number) =>
      find(
        aggregate(
          input({
            observations: [reported(1, 10)],
            estimates: [estimated(2, [10, 10, 10])],
            weight: weigh({ 1: reportedWeight, 2: estimatedWeight }),
            groups: [group(900, [1, 2])],
          }),
        ),
        900,
      ).status;
    expect([status(49, 51), status(50, 50), status(51, 49)]).toEqual(["E", "A", "A"]);
  });

  it("says low reliability before estimated", () => {
    const thin = input({
      estimates: [estimated(1, [10, 10, 10])],
      weight: weigh({ 1: 60, 2: 40 }),
      groups: [group(900, [1, 2])],
    });
    expect(find(aggregate(thin), 900).status).toBe("U");
  });

  it("takes other thresholds when given", () => {
    const observations = [reported(1, 10)];
    const thresholds = { ...THRESHOLDS, minimumWeight: 0.05, minimumCountries: 0.25, reliableWeight: 0.1 };
    expect(find(aggregate(input({ observations, thresholds })), 900)).toMatchObject({
      value: 10,
      status: "A",
    });
  });
});
