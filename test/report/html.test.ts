import { describe, expect, it } from "vitest";
import { LANGUAGES, type Language } from "../../src/types.js";
import { clean, full, refused, SCRIPT, written } from "./sample.js";

const html = (report = full, language: Language = "en") => written("html", { ...report, language });
/** What a person reads: without tags and style. */
const read = (page: string) =>
  page
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
const VOID = new Set(["meta", "!doctype"]);

/** Tags that are not closed in order. */
function unbalanced(page: string): string[] {
  const open: string[] = [];
  for (const [, slash, name = ""] of page
    .replace(/<style>.*?<\/style>/s, "")
    .matchAll(/<(\/?)([!a-z0-9]+)[^>]*>/g)) {
    if (VOID.has(name)) continue;
    if (slash === "") open.push(name);
    else if (open.pop() !== name) return [...open, `/${name}`];
  }
  return open;
}

describe.each(LANGUAGES)("the page in %s", (language) => {
  it.each([
    ["with findings", full],
    ["of a clean file", clean],
    ["of a refused file", refused],
    ["of several areas", { ...full, area: null }],
    ["that was cut", { ...full, limit: 1 }],
  ])("is whole and well formed %s", (_, report) => {
    const page = html(report, language);
    expect(page).toContain(`<html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}">`);
    expect(unbalanced(page)).toEqual([]);
    expect(read(page)).not.toMatch(/undefined|NaN|\[object|[{}]/);
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/(?:href="#|aria-labelledby=")([^"]*)"/g))
      expect(ids).toContain(target);
  });

  it("needs nothing from elsewhere", () => {
    expect(html(full, language)).not.toMatch(
      /<(script|link|img|iframe)|src=|url\(|@import|https?:\/\/(?!example)/,
    );
  });
});

describe("the page", () => {
  it("makes what a file holds harmless", () => {
    const page = html({ ...full, filename: `${SCRIPT}.csv` });
    expect(page).not.toContain("<script");
    expect(page).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;");
    expect(html({ ...full, filename: `${SCRIPT}.csv` }, "ar")).not.toContain("<script");
  });

  it("says severity in words and by a mark, in the order of what to do", () => {
    const text = read(html());
    const places = ["✗ Error · ", "? Warning · Sudden change", "i Note · Age scope not stated"].map((part) =>
      text.indexOf(part),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(text).toContain("Errors: 2");
    expect(text).toContain("line 12, column OBS_VALUE What was found The value is 104.25");
  });

  it("assumes nothing about the reading in silence", () => {
    const text = read(html());
    expect(text).toContain("Encoding windows-1256 (as stated)");
    expect(text).toContain("Separator semicolon (;) (detected)");
    expect(text).toContain("Decimal mark not settled by the figures");
    expect(text).toContain("Columns not read Remarks");
    expect(text).toContain(full.receipt);
    expect(text).toContain("2026-11-24 06:14:25 UTC");
  });

  it("counts passed, failed and not evaluable, failures first", () => {
    const text = read(html());
    expect(text).toMatch(/Sudden change \? Warning · sudden-change 98 1 34/);
    expect(text.lastIndexOf("Year not yet begun")).toBeGreaterThan(text.lastIndexOf("Age scope not stated"));
  });

  it("says when it was cut, and keeps the worst", () => {
    const text = read(html({ ...full, limit: 2 }));
    expect(text).toContain("2 of 4 findings are listed here");
    expect(text).not.toContain("Warning · Sudden change");
    expect(text).toContain("0 of 1 findings");
    expect(read(html())).not.toContain("findings are listed here");
  });

  it("counts findings that were never kept", () => {
    const rules = full.rules.map((rule) => (rule.rule === "within-range" ? { ...rule, fail: 15_000 } : rule));
    const text = read(html({ ...full, rules }));
    expect(text).toContain("Errors: 15,001");
    expect(text).toContain("4 of 15,003 findings are listed here");
  });

  it("keeps the direction of codes and cells in Arabic", () => {
    const page = html(full, "ar");
    expect(page).toContain("<bdi>IT_USE_II99</bdi>");
    expect(page).toContain("<bdi>=OBS_VALUE</bdi>");
    expect(page).toContain("<bdi>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;</bdi>");
    expect(page.slice(page.indexOf("<ol"))).not.toMatch(/[\u2068\u2069]/);
  });

  it.each([
    ["en", "12,345"],
    ["es", "12.345"],
    ["fr", "12\u202f345"],
    ["ru", "12\u00a0345"],
    ["zh", "12,345"],
  ] as const)("writes numbers as %s does", (language, number) => {
    expect(html(full, language)).toContain(`<dd>${number}</dd>`);
  });

  it("says what became of the file", () => {
    expect(read(html(clean))).toContain("Nothing needs to be corrected or explained.");
    expect(read(html(refused))).toContain("The file could not be read, and none of it was used.");
    expect(read(html(refused))).toContain("Country or area not known");
  });
});

describe("the rule set", () => {
  it("is shown by its version and the first twelve digits of its hash", () => {
    const page = read(html({ ...full, ruleSet: `2026.2 ${"0123456789abcdef".repeat(4)}` }));
    expect(page).toContain("2026.2 0123456789ab ");
  });
});
