import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findIndicator } from "../../indicators/index.js";
import { defineRule, type Rule } from "../../src/define.js";
import { dryRun } from "../../src/run/dry-run.js";
import { watched } from "../../src/run/lacks.js";
import { redundancies, review } from "../../src/run/review.js";
import { rules } from "../../src/validate/rules/index.js";
import ratioOfParts from "../../src/validate/rules/ratio-of-parts.js";
import suddenChange from "../../src/validate/rules/sudden-change.js";
import unexplainedRevision from "../../src/validate/rules/unexplained-revision.js";
import weightedTotal from "../../src/validate/rules/weighted-total.js";
import withinRange from "../../src/validate/rules/within-range.js";
import { contextOf, observed } from "../validate/observation.js";
import { asOf, HEADER, openWorkshop, tableCounts, type Workshop } from "./workshop.js";

let workshop: Workshop;
beforeEach(async () => {
  workshop = openWorkshop();
  const kenya = [HEADER, "IT_USE_II99,KEN,2019,_T,20,PT", "IT_USE_II99,KEN,2020,_T,50,PT"];
  await workshop.take(workshop.write("KEN.csv", kenya.join("\n")));
  const ghana = [
    HEADER,
    "IT_USE_II99,GHA,2019,_T,30,PT",
    "IT_MOB_2GNTWK,GHA,2019,_T,100.4,PT",
    "IT_MOB_2GNTWK,GHA,2020,_T,99,PT",
  ];
  await workshop.take(workshop.write("GHA.csv", ghana.join("\n")));
});
afterEach(() => workshop.close());

/** A rule of the same id as one in use, with another outcome. */
const changed = (rule: Rule, judge: (value: number) => boolean): Rule =>
  defineRule({
    ...rule,
    ...{ over: "observation", across: undefined, severity: "warning", applies: () => true },
    judge: ([at]) => (at && judge(at.value ?? 0) ? [{ at, params: { ...PARAMS, value: at.value } }] : []),
  });
const PARAMS = {
  period: "2020",
  before: 1,
  beforePeriod: "2019",
  change: 1,
  limit: 1,
  series: "",
  minimum: 0,
  maximum: 9,
};

const ran = (wishes: Parameters<typeof dryRun>[1]) => {
  const found = dryRun(workshop.environment, wishes);
  if (!found) throw new Error("nothing taken");
  return found;
};

describe("a dry run", () => {
  it("of the same rules finds what the store has, and nothing else", () => {
    const { findings, fresh, gone } = ran({ rules: [suddenChange] });
    expect(findings.map(({ rule, filename, line }) => [rule, filename, line])).toEqual([
      ["sudden-change", "KEN.csv", 3],
    ]);
    expect([fresh, gone]).toEqual([[], []]);
  });

  it("looks at the figures in force, not at those held back", () => {
    const { figures, counts } = ran({ rules: [withinRange] });
    expect(figures).toBe(4);
    expect(counts).toEqual([{ rule: "within-range", pass: 4, fail: 0, notEvaluable: 0 }]);
  });

  it("names what a changed rule would find anew", () => {
    const { fresh, gone } = ran({ rules: [changed(withinRange, (value) => value > 45)] });
    expect(fresh.map(({ filename, line }) => [filename, line])).toEqual([
      ["GHA.csv", 4],
      ["KEN.csv", 3],
    ]);
    expect(gone).toEqual([]);
  });

  it("names what a changed rule would no longer find", () => {
    const { fresh, gone } = ran({ rules: [changed(suddenChange, () => false)] });
    expect(fresh).toEqual([]);
    expect(gone.map(({ rule, filename, line }) => [rule, filename, line])).toEqual([
      ["sudden-change", "KEN.csv", 3],
    ]);
  });

  it("cannot evaluate a rule about revisions, as nothing was accepted before", () => {
    const { counts } = ran({ rules: [unexplainedRevision] });
    expect(counts).toEqual([{ rule: "unexplained-revision", pass: 0, fail: 0, notEvaluable: 4 }]);
  });

  it("keeps to one country, one indicator and one time", () => {
    expect(ran({ rules, area: 404 }).figures).toBe(2);
    expect(ran({ rules, indicator: findIndicator("9.c.1") }).figures).toBe(1);
    const [first] = workshop.environment.store.submissions();
    expect(dryRun(asOf(workshop, first?.asOf), { rules })?.figures).toBe(2);
  });

  it("writes nothing", () => {
    const before = tableCounts(workshop.store);
    ran({ rules });
    expect(tableCounts(workshop.store)).toEqual(before);
    expect(workshop.environment.store.findings().filter(({ rule }) => rule === "sudden-change")).toHaveLength(
      1,
    );
  });

  it("of an empty store is none", () => {
    const empty = openWorkshop();
    expect(dryRun(empty.environment, { rules })).toBeUndefined();
    empty.close();
  });
});

describe("what a rule lacks", () => {
  it("is an empty column, when that kept it from judging", () => {
    const { rule, lacks } = watched(ratioOfParts);
    if (!rule.across) rule.judge([observed({ numerator: null, denominator: 10 })], contextOf("IT_USE_II99"));
    expect([...lacks]).toEqual([["NUMERATOR", 1]]);
  });

  it("is a reference value that nobody imported", () => {
    const { rule, lacks } = watched(weightedTotal);
    const parts = [{}, { SEX: "F" }, { SEX: "M" }].map((dimensions) =>
      observed({ dimensions, numerator: 1 }),
    );
    if (!rule.across) rule.judge(parts, contextOf("IT_USE_II99"));
    expect([...lacks.keys()]).toEqual(["reference values of POPULATION"]);
  });

  it("is nothing where it judged", () => {
    const { rule, lacks } = watched(withinRange);
    if (!rule.across) rule.judge([observed({ value: 101 })], contextOf("IT_USE_II99"));
    expect(lacks.size).toBe(0);
  });
});

describe("a review", () => {
  it("tells rules that never fired, always fire, were never evaluable and apply to nothing", () => {
    const nowhere: Rule = { ...withinRange, id: "nowhere", applies: () => false } as Rule;
    const found = review(workshop.environment, [suddenChange, withinRange, ratioOfParts, nowhere]);
    expect(found.neverEvaluable).toEqual([{ rule: "ratio-of-parts", lacks: ["DENOMINATOR", "NUMERATOR"] }]);
    expect(found.alwaysFires.map(({ rule }) => rule)).toEqual(["sudden-change"]);
    expect(found.neverFired).toEqual([]);
    expect(found.appliesToNoIndicator).toEqual(["nowhere"]);
    expect(found.neverMet).toEqual(["nowhere"]);
    expect(found.contradictions).toEqual([]);
  });

  it("calls two rules redundant from five figures on when nineteen of twenty are the same", () => {
    const keys = (...list: number[]) => new Set(list.map(String));
    const twenty = Array.from({ length: 20 }, (_, i) => i);
    const found = redundancies(
      new Map([
        ["a", keys(...twenty)],
        ["b", keys(...twenty.slice(1))],
        ["c", keys(...twenty.slice(2))],
        ["d", keys(1, 2, 3, 4)],
        ["e", keys(1, 2, 3, 4)],
      ]),
    );
    // 19 of 20 for a and b; 18 of 19, less than 0.95, for b and c; d and e are too few.
    expect(found).toEqual([{ rules: ["a", "b"], jaccard: 0.95, keys: 20 }]);
  });
});
