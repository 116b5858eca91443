import { describe, expect, it } from "vitest";
import { dimensionsOf } from "../../../src/keys.js";
import rule from "../../../src/validate/rules/skills-within-users.js";
import { accepted, contextOf, failures, indicatorOf, observed, outcome } from "../observation.js";

const [SKILLS, USERS] = ["SE_ADT_ACTS", "IT_USE_II99"];
const skill = (code: string, value: number | null, line = 3) =>
  observed({ series: SKILLS, value, line, dimensions: { COMPOSITE_BREAKDOWN: code } });
const users = (value: number) => observed({ series: USERS, value });

describe("skills-within-users", () => {
  it("is asked of skills", () => {
    expect(rule.applies(indicatorOf(SKILLS))).toBe(true);
    expect(rule.applies(indicatorOf(USERS))).toBe(false);
  });

  it("passes skills that add up to more than 100, as each may have several", () => {
    const skills = ["SKILL_ICTATCH", "SKILL_ICTCPT"].map((code) => skill(code, 60));
    expect(outcome(rule, [users(60), ...skills])).toBe("pass");
  });

  it("fails each skill that more people have than use the Internet", () => {
    const skills = [
      skill("SKILL_ICTATCH", 61.2, 3),
      skill("SKILL_ICTCPT", 59, 4),
      skill("SKILL_ICTPST", 70, 5),
    ];
    expect(failures(rule, [users(60.4), ...skills]).map(({ line, params }) => [line, params.value])).toEqual([
      [3, 61.2],
      [5, 70],
    ]);
  });

  it("compares new users with the skills accepted before, whichever it was", () => {
    const previous = accepted(SKILLS, dimensionsOf({ COMPOSITE_BREAKDOWN: "SKILL_ICTPST" }), 2020, 50);
    expect(failures(rule, [users(40)], contextOf(USERS, { previous }))).toMatchObject([
      { line: 2, params: { value: 50, most: 40, expected: 50, where: "earlier" } },
    ]);
  });

  it.each([
    ["skills alone", [skill("SKILL_ICTATCH", 61)]],
    ["users alone", [users(60)]],
    ["a skill without a value", [users(60), skill("SKILL_ICTATCH", null)]],
  ])("cannot judge %s", (_, observations) => {
    expect(outcome(rule, observations, contextOf(USERS))).toBe("not-evaluable");
  });
});
