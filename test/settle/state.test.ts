import { describe, expect, it } from "vitest";
import { dimensionsOf } from "../../src/keys.js";
import { createSilence, createStates, type Facts, type State } from "../../src/settle/state.js";
import type { StoredFinding } from "../../src/store/store.js";
import type { Settlement } from "../../src/types.js";

const key = { series: "IT_USE_II99", area: 404, period: 2018, dimensions: dimensionsOf({ SEX: "F" }) };

/** A warning about 61.5, in the first vintage unless said otherwise. */
function raised(change: Partial<StoredFinding> = {}): StoredFinding {
  return {
    ...{ id: 1, rule: "sudden-change", level: 2, severity: "warning", line: 2, column: "OBS_VALUE" },
    ...{ key, value: 61.5, params: {}, submission: "a", filename: "KEN.csv", vintage: 1, area: 404 },
    ...change,
  };
}

function said(id: number, kind: Settlement["kind"], change: Partial<Settlement> = {}): Settlement {
  return {
    ...{ id, finding: 1, rule: "sudden-change", key, value: 61.5, kind, text: "A survey." },
    ...{ public: false, by: "x", at: "2026-03-01T00:00:00.000Z" },
    ...change,
  };
}

const facts = (change: Partial<Facts> = {}): Facts => ({
  findings: [raised()],
  settlements: [],
  figures: [{ key, value: 61.5, vintage: 1 }],
  submissions: [{ area: 404, collection: "annual", vintage: 1 }],
  ...change,
});

const stateOf = (given: Facts, finding = given.findings[0] as StoredFinding): State =>
  createStates(given)(finding).state;

describe("the state of a doubt", () => {
  it("is open while nothing was said of it", () => {
    expect(stateOf(facts())).toBe("open");
  });

  it.each<[State, Settlement["kind"][]]>([
    ["explained", ["explained"]],
    ["accepted", ["explained", "accepted"]],
    ["refused", ["explained", "refused"]],
    ["explained", ["explained", "refused", "explained"]],
    ["withdrawn", ["withdrawn"]],
  ])("is %s by what was said last: %j", (state, kinds) => {
    expect(stateOf(facts({ settlements: kinds.map((kind, i) => said(i, kind)) }))).toBe(state);
  });

  it("is open again when what was said was of another value, and that stays readable", () => {
    const settlements = [said(1, "explained", { value: 60 }), said(2, "accepted", { value: 60 })];
    const doubt = createStates(facts({ settlements }))(raised());
    expect(doubt).toMatchObject({ state: "open", said: settlements });
  });

  it.each([
    ["another rule", { rule: "own-trend" }],
    ["another breakdown", { key: { ...key, dimensions: dimensionsOf({}) } }],
    ["another year", { key: { ...key, period: 2017 } }],
  ])("is not touched by what was said of %s", (_, change) => {
    expect(stateOf(facts({ settlements: [said(1, "explained", change)] }))).toBe("open");
  });

  it("is accepted at once when a later file brings the same value and raises the finding again", () => {
    const again = raised({ id: 9, vintage: 2 });
    const given = facts({
      findings: [raised(), again],
      settlements: [said(1, "explained"), said(2, "accepted")],
      figures: [{ key, value: 61.5, vintage: 2 }],
    });
    expect(createStates(given)(again)).toMatchObject({ state: "accepted", newest: true });
    expect(createStates(given)(raised())).toMatchObject({ state: "accepted", newest: false });
  });

  it.each([
    ["another value", 58],
    ["no value", null],
    ["the same value, without the doubt", 61.5],
  ])("is corrected when the newest file with the key brings %s", (_, value) => {
    const figures = [{ key, value, vintage: 2 }];
    expect(stateOf(facts({ figures }))).toBe("corrected");
    expect(stateOf(facts({ figures, settlements: [said(1, "explained")] }))).toBe("corrected");
  });

  it("is corrected for the old value and open for the new one when that raises the doubt too", () => {
    const again = raised({ id: 9, vintage: 2, value: 90 });
    const given = facts({ findings: [raised(), again], figures: [{ key, value: 90, vintage: 2 }] });
    expect(stateOf(given, raised())).toBe("corrected");
    expect(stateOf(given, again)).toBe("open");
  });

  it("stays open when one file gives a key twice, once for each line", () => {
    const twice = [raised({ line: 2 }), raised({ id: 2, line: 3, value: 62 })];
    const states = createStates(facts({ findings: twice, figures: [{ key, value: 62, vintage: 1 }] }));
    expect(twice.map((one) => states(one).state)).toEqual(["open", "open"]);
    expect(twice.map((one) => states(one).newest)).toEqual([true, true]);
  });

  it("of a place of a file lasts until the next file of the same area and collection", () => {
    const place = raised({ key: null, value: null, rule: "unknown-series", severity: "error" });
    const next = (area: number, collection: string) =>
      facts({
        findings: [place],
        submissions: [
          { area: 404, collection: "annual", vintage: 1 },
          { area, collection, vintage: 2 },
        ],
      });
    expect(stateOf(next(800, "annual"))).toBe("open");
    expect(stateOf(next(404, "household"))).toBe("open");
    expect(stateOf(next(404, "annual"))).toBe("corrected");
  });
});

describe("a settled doubt", () => {
  const findings = [raised({ id: 5, vintage: 3 }), raised({ value: 62 }), raised({ rule: "own-trend" })];
  const silent = (...kinds: Settlement["kind"][]) =>
    findings.map(createSilence(kinds.map((kind, i) => said(i, kind))));

  it("is silent for the same rule, key and value alone", () => {
    expect(silent("explained", "accepted")).toEqual([true, false, false]);
    expect(silent("withdrawn")).toEqual([true, false, false]);
  });

  it("is not silent before the decision, nor after a refusal", () => {
    expect(silent("explained")).toEqual([false, false, false]);
    expect(silent("explained", "accepted", "refused")).toEqual([false, false, false]);
  });
});

describe("states of a large collection", () => {
  it("are told for a hundred thousand findings within seconds of computing", () => {
    const many = Array.from({ length: 100_000 }, (_, i) =>
      raised({ id: i + 1, key: { ...key, area: i % 200, period: 1000 + Math.floor(i / 200) } }),
    );
    const figures = many.map((one) => ({ key: one.key ?? key, value: 61.5, vintage: 1 }));
    const before = process.cpuUsage();
    const stateOfOne = createStates(facts({ findings: many, figures }));
    expect(many.every((one) => stateOfOne(one).state === "open")).toBe(true);
    // Microseconds that this process computed for: other programs on the machine do not count.
    expect(process.cpuUsage(before).user).toBeLessThan(5_000_000);
  });
});
