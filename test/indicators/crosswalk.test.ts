import { describe, expect, it } from "vitest";
import { actionLines, crosswalk, outcomes, outcomesOf } from "../../indicators/crosswalk.js";
import { findIndicator, indicators } from "../../indicators/index.js";
import { goals } from "../../indicators/targets.js";

describe("the crosswalk", () => {
  it("knows 11 action lines, 4 objectives and 16 outcomes", () => {
    expect([...actionLines.keys()]).toEqual(Array.from({ length: 11 }, (_, index) => `C${index + 1}`));
    expect(new Set(outcomes.map(({ objective }) => objective))).toEqual(
      new Set(["D.1", "D.2", "D.3", "D.4"]),
    );
    expect(outcomes).toHaveLength(16);
  });

  it("names only action lines that exist, each with a reason", () => {
    for (const { id, actionLines: lines } of indicators) {
      for (const { line, reason } of lines) {
        expect([...actionLines.keys()], id).toContain(line);
        expect(reason, id).toMatch(/^[A-Z].*\.$/);
      }
    }
  });

  it("leads 17.8.1 to the outcomes that share goal 17 and action line C3", () => {
    // Annex 1, by hand: with C3 are D.2-1, D.3-2, D.3-4 and D.4-3, and all four have goal 17.
    const indicator = findIndicator("17.8.1");
    if (!indicator) throw new Error("17.8.1 is not in the list");
    expect(outcomesOf(indicator).map(({ code }) => code)).toEqual(["D.2-1", "D.3-2", "D.3-4", "D.4-3"]);
    expect(crosswalk({ indicator: "17.8.1" })).toEqual(
      ["D.2-1", "D.3-2", "D.3-4", "D.4-3"].map((outcome) => ({
        indicator: "17.8.1",
        target: "17.8",
        actionLine: "C3",
        outcome,
      })),
    );
  });

  it("does not lead 4.4.1 to D.2-1, which shares neither goal 4 nor action line C4 with it", () => {
    // By hand, C4 and goal 4: D.3-2, D.3-3, D.3-4 and D.4-3.
    const reached = new Set(crosswalk({ indicator: "4.4.1" }).map(({ outcome }) => outcome));
    expect([...reached]).toEqual(["D.3-2", "D.3-3", "D.3-4", "D.4-3"]);
  });

  it("has every indicator reach D.3-2, statistics, which has all action lines and all goals", () => {
    expect(new Set(crosswalk({ outcome: "D.3-2" }).map(({ indicator }) => indicator)).size).toBe(33);
  });

  it("keeps the rows that a query asks for, and all fields of it must agree", () => {
    expect(new Set(crosswalk({ target: "9.c" }).map(({ indicator }) => indicator))).toEqual(
      new Set(["9.c.1", "A7", "A9"]),
    );
    for (const row of crosswalk({ goal: 1 })) expect(row.target).toBe("1.4");
    expect(crosswalk({ goal: 17, actionLine: "C4" })).toEqual([]);
    expect(crosswalk({ indicator: "17.6.2" })[0]?.indicator).toBe("17.6.1");
    expect(crosswalk({ indicator: "unknown" })).toEqual([]);
  });

  it("has rows of known goals and outcomes only, none twice", () => {
    const rows = crosswalk();
    for (const { target, outcome } of rows) {
      expect(goals.has(Number.parseInt(target, 10))).toBe(true);
      expect(outcomes.map(({ code }) => code)).toContain(outcome);
    }
    expect(new Set(rows.map((row) => Object.values(row).join(" "))).size).toBe(rows.length);
  });
});
