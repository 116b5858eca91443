import { describe, expect, it } from "vitest";
import { suspicionOf } from "../../src/settle/suspicion.js";
import type { Params } from "../../src/types.js";
import { count, finding, percentage } from "./sample.js";

const number = count({ method: "sum" });

function suspicion(rule: string, params: Params, series = percentage): number {
  return suspicionOf(finding({ rule, severity: "warning", params }), series);
}

describe("suspicion", () => {
  it("is certain of an error and hardly any of a note", () => {
    expect(suspicionOf(finding({ severity: "error" }), percentage)).toBe(1);
    expect(suspicionOf(finding({ rule: "age-scope-stated", severity: "info" }), percentage)).toBe(0.1);
  });

  it.each(["own-trend", "peer-change"])(
    "is full for the outliers of %s, which all lie beyond the band",
    (rule) => {
      expect(suspicion(rule, { value: 80, expected: 40 })).toBe(1);
    },
  );

  it.each([
    // beyond the tolerance, as a share of it
    ["sudden-change", { change: 12, limit: 10 }, 0.2],
    ["sudden-change", { change: -15, limit: 10 }, 0.5],
    ["coverage-falls", { before: 99, value: 97.75, limit: 1 }, 0.25],
    ["weighted-total", { value: 41.5, expected: 40, limit: 1 }, 0.5],
    ["rate-against-count", { value: 100, expected: 88 }, 0.2], // 12 apart, 10 let pass
    ["unexplained-revision", { value: 50.75, before: 50 }, 0.5], // half a point let pass
    ["partition-remainder", { value: 1000, sum: 600 }, 0.6], // 400 missing, 250 let pass
    ["owners-within-users", { value: 60.3, most: 60 }, 0.3],
  ] as const)("of %s by %o is %d", (rule, params, expected) => {
    expect(suspicion(rule, params)).toBeCloseTo(expected, 6);
  });

  it("of a revision is measured in per cent where the figure is none", () => {
    expect(suspicion("unexplained-revision", { value: 1030, before: 1000 }, number)).toBeCloseTo(0.5, 6);
  });

  it("of a part beyond its whole is full from 2 per cent on where it is no percentage", () => {
    expect(suspicion("collected-within-generated", { value: 1010, most: 1000 }, number)).toBeCloseTo(0.5, 6);
  });

  it.each([
    ["sudden-change", { change: 60, limit: 10 }],
    ["unexplained-revision", { value: 90, before: 50 }],
    ["partition-remainder", { value: 1000, sum: 0 }],
    ["unexplained-revision", { value: 5, before: 0 }],
  ] as const)("of %s by %o is full from twice the tolerance on", (rule, params) => {
    expect(suspicion(rule, params)).toBe(1);
  });

  it("is a half where the rule does not say how far off the figure is", () => {
    expect(suspicion("status-fits-value", { value: 3, status: "M" })).toBe(0.5);
    expect(suspicion("sudden-change", {})).toBe(0.5);
  });
});
