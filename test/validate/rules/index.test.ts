import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { seriesByCode } from "../../../indicators/index.js";
import type { Rule } from "../../../src/define.js";
import { ruleSet, rules } from "../../../src/validate/rules/index.js";

const FOLDER = "src/validate/rules";

/** Names of the files that define a rule; the others in the folder are helpers. */
const names = readdirSync(FOLDER)
  .filter((file) => /export default define(Across)?Rule\(/.test(readFileSync(join(FOLDER, file), "utf8")))
  .map((file) => file.replace(/\.ts$/, ""))
  .sort();

describe("the rules", () => {
  it("are each one file of the folder, and each file is registered", () => {
    expect(rules.map(({ id }) => id).sort()).toEqual(names);
  });

  it.each(names)("%s is registered itself, under the name of its file", async (name) => {
    const { default: rule } = (await import(`../../../src/validate/rules/${name}.ts`)) as { default: Rule };
    expect(rule.id).toBe(name);
    expect(rules).toContain(rule);
  });

  it("have ids that are unique", () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });

  it.each(rules)("$id names a norm and a version", ({ source, version }) => {
    expect(source).not.toBe("");
    expect(version).toBeGreaterThanOrEqual(1);
  });

  it.each(rules.flatMap((rule) => (rule.across ? [rule] : [])))(
    "$id looks across indicators, and so holds nothing back",
    ({ across, severity }) => {
      expect(["warning", "info"]).toContain(severity);
      expect(new Set(across.map((code) => seriesByCode.get(code)?.indicator.id)).size).toBeGreaterThan(1);
    },
  );

  it("are a set with a version and a hash", () => {
    expect(ruleSet).toMatch(/^20\d\d\.\d+ [0-9a-f]{64}$/);
  });
});
