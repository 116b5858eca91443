import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { rulesCommand } from "../../src/cli/commands/rules.js";
import { ruleFacts } from "../../src/cli/rule-facts.js";
import { rulesDocument } from "../../src/cli/rules-document.js";
import { catalogues } from "../../src/i18n/catalogues.js";
import { outline } from "../../src/i18n/text.js";
import { LANGUAGES } from "../../src/types.js";
import { allRules, findRule } from "../../src/validate/registry.js";
import { levelOf, severityOf } from "../../src/validate/severity.js";

/** What `ictsdg rules …` prints, in this process. */
async function printed(...args: string[]): Promise<string> {
  const lines: string[] = [];
  const program = new Command("ictsdg")
    .option("--json")
    .option("--store <file>")
    .option("--lang <code>", "", "en");
  rulesCommand(program.exitOverride(), {
    out: (text) => lines.push(text),
    err: () => undefined,
    interactive: false,
  });
  await program.parseAsync(["rules", ...args], { from: "user" });
  return lines.join("\n");
}

describe("the registry", () => {
  it("has exactly the rules that the catalogue of findings has words for", () => {
    const worded = Object.keys(catalogues.findings.en)
      .filter((id) => id.endsWith(".title"))
      .map((id) => id.replace(/\.title$/, ""));
    expect(allRules.map(({ id }) => id).sort()).toEqual(worded.sort());
  });

  it("has each id once", () => {
    expect(new Set(allRules.map(({ id }) => id)).size).toBe(allRules.length);
  });

  it.each([
    ["file-empty", 0, "error"],
    ["unknown-code", 1, "error"],
    ["footnote-mark", 1, "info"],
    ["peer-change", 3, "warning"],
    ["a-rule-of-the-past", 1, "error"],
  ])("knows %s as level %d, %s", (id, level, severity) => {
    expect([levelOf(id), severityOf(id)]).toEqual([level, severity]);
  });
});

describe("ictsdg rules", () => {
  it("lists every rule on a line of its own", async () => {
    const lines = (await printed()).split("\n");
    expect(lines).toHaveLength(1 + allRules.length);
    expect(lines.find((line) => line.startsWith("within-range "))).toMatch(
      /1 +error +observation +1 +yes +Definition/,
    );
    expect(lines.find((line) => line.startsWith("file-empty "))).toMatch(/0 +error +file +no +RFC 4180/);
  });

  it("explains a rule with limits, indicators and VTL", async () => {
    const text = await printed("explain", "partition-total");
    const parts = [
      "Parts exceed the total",
      "0.005 share of the total",
      "17.6.1",
      "1: within one data set",
      "check_hierarchy(",
    ];
    for (const part of parts) expect(text).toContain(part);
  });

  it("says why a rule is not in VTL", async () => {
    expect(await printed("explain", "peer-change")).toContain("no: The band of the other countries");
    expect(await printed("explain", "file-empty")).toContain("no: VTL begins with data sets");
  });

  it("gives the same as JSON", async () => {
    const facts = JSON.parse(await printed("explain", "partition-total", "--json"));
    expect(facts).toMatchObject({ id: "partition-total", number: "R05", indicators: ["17.6.1"], level: 1 });
  });

  it("knows no rule that is not there", async () => {
    await expect(printed("explain", "no-such-rule")).rejects.toThrow('There is no rule "no-such-rule"');
  });

  it("runs no check of the reader over stored figures", async () => {
    const folder = mkdtempSync(join(tmpdir(), "ictsdg-test-"));
    const run = printed("run", "--rule", "unknown-code", "--store", join(folder, "store.db"));
    await expect(run).rejects.toThrow("is checked while a file is read");
    rmSync(folder, { recursive: true });
  });
});

describe("the words of a rule without a finding", () => {
  it("have … where a finding would fill them", () => {
    expect(outline("findings", "en", "not-a-number.problem")).toBe(
      "“…” was found where a number was expected.",
    );
  });

  it.each(LANGUAGES)("are there for every rule in %s", (language) => {
    for (const { id } of allRules) {
      const rule = findRule(id);
      if (!rule) throw new Error(id);
      const { title, problem, remedy } = ruleFacts(rule, language);
      for (const words of [title, problem, remedy]) expect(words).not.toMatch(/^…*$|[{}]/);
    }
  });
});

describe("docs/rules.md", () => {
  it("is what `ictsdg rules export --format markdown` writes", () => {
    const now = rulesDocument(allRules.map((rule) => ruleFacts(rule, "en")));
    expect(readFileSync("docs/rules.md", "utf8")).toBe(now);
  });

  it("has a row for every rule", () => {
    const page = readFileSync("docs/rules.md", "utf8");
    for (const { id } of allRules) expect(page).toContain(`| \`${id}\` |`);
  });
});
