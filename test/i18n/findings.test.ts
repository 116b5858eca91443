import { readdirSync, readFileSync } from "node:fs";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { catalogues } from "../../src/i18n/catalogues.js";
import { describeFinding } from "../../src/i18n/finding.js";
import type { FileRule } from "../../src/intake/errors.js";
import type { NoteRule } from "../../src/intake/notes.js";
import { type Finding, LANGUAGES, type Language, type Params } from "../../src/types.js";
import { rules } from "../../src/validate/rules/index.js";

type Ast = ReturnType<IntlMessageFormat["getAst"]>;

/** Typed by FileRule, so that a new rule does not compile without its sample. */
const FILE_RULES: Readonly<Record<FileRule, Params>> = {
  "file-empty": {},
  "file-binary": { found: "ZIP / XLSX" },
  "file-encoding": { encoding: "UTF-8" },
  "file-no-header": { found: "Kenya, 2024, 61.5", expected: "SERIES, REF_AREA, TIME_PERIOD, OBS_VALUE" },
  "file-missing-column": { column: "SERIES, OBS_VALUE", found: "REF_AREA, TIME_PERIOD", unread: "" },
  "file-duplicate-column": { column: "OBS_VALUE", found: "valeur" },
  "file-quote-not-closed": {},
  "file-record-too-long": { limit: 1_048_576 },
  "file-cell-too-long": { limit: 32_767 },
  "file-too-many-columns": { limit: 1_000, found: 1_204 },
  "file-too-many-rows": { limit: 10_000_000 },
  "file-too-large": { limit: 4_294_967_296 },
  "file-unreadable": { cause: "CSV_INVALID_CLOSING_QUOTE" },
  "file-archive-damaged": { cause: "unexpected end of file" },
  "file-archive-entries": { limit: 10_000, found: 20_001 },
  "file-archive-expands": { limit: 1_073_741_824 },
  "file-archive-path": { found: "../evil.xml" },
  "file-encrypted": {},
  "file-no-sheet": { sheets: "“Notes”, “Codes”", expected: "SERIES, REF_AREA, TIME_PERIOD, OBS_VALUE" },
  "file-old-excel": { found: "XLS" },
  "file-open-document": {},
  "file-xml-entities": { part: "xl/sharedStrings.xml" },
};

/** What is said of how a workbook was read. */
const NOTES: Readonly<Record<NoteRule, Params>> = {
  "cells-without-heading": { count: 3 },
  "date-as-year": { count: 12, value: "2024-12-31", year: "2024" },
  "formula-value": { count: 1 },
  "formula-without-value": { count: 2, value: "=B2/C2" },
  "hidden-columns": { count: 1, columns: "NUMERATOR, DENOMINATOR" },
  "hidden-rows": { count: 21 },
  "hidden-sheets": { count: 2, sheets: "“Old”, “Lists”" },
  "macros-not-run": {},
  "percent-format": { count: 40, value: "45.5%", number: 45.5 },
  "sheet-of-other-columns": { count: 1, sheets: "“2019”" },
  "sheets-not-read": { count: 2, sheets: "“Notes”, “Codes”" },
};

const READING_RULES: Readonly<Record<string, Params>> = {
  "unknown-series": { column: "SERIES", value: "IT_MOB_6G", expected: "", series: "" },
  "unknown-code": { column: "SEX", value: "W", expected: "_T, F, M", series: "IT_USE_II99" },
  "wrong-unit": { column: "UNIT_MEASURE", value: "T", expected: "PT", series: "IT_USE_II99" },
  "unknown-area": { column: "REF_AREA", value: "Atlantis" },
  "foreign-area": { value: "FRA", area: 250, expected: 404 },
  "missing-cell": { column: "TIME_PERIOD", value: "" },
  "bad-period": { column: "TIME_PERIOD", value: "2023/24" },
  "ambiguous-number": { value: "1,234", decimal: 1.234, grouped: 1234 },
  "not-a-number": { value: "-" },
  "line-cut-short": { found: 3, expected: 17 },
  "part-of-no-year": { column: "NUMERATOR", years: 5 },
  "value-missing": {},
  "status-without-value": { status: "E", used: "O" },
  "unit-in-cell": { value: "45%", expected: "NUMBER" },
  "footnote-mark": { value: "12.5*", number: 12.5, note: "*" },
  "too-many-cells": { found: 19, expected: 17 },
  "unknown-action": { value: "X", expected: "I, A, R, M, D" },
  "unsupported-breakdown": { column: "DISABILITY_STATUS", value: "PD" },
  "unsupported-deletion": { column: "SEX" },
  "no-figures": { series: "IT_USE_II99" },
};

const JUDGING_RULES: Readonly<Record<string, Params>> = {
  "within-range": { value: 104.25, minimum: 0, maximum: 100, series: "IT_USE_II99" },
  "whole-number": { value: 12.5, series: "IT_NET_BBN" },
  "early-period": { value: "1918", earliest: "1979" },
  "total-midway": { value: 40, middle: 50, low: 40, high: 60, lines: "12, 13" },
  "sexes-turned": { women: 60, men: 50, usual: -8.5, other: 1340 },
  "future-period": { value: "2031", latest: "2025" },
  "status-fits-value": { value: 61.5, status: "M" },
  "ratio-of-parts": { value: 61.5, expected: 59.03, numerator: 5903, denominator: 10000 },
  "numerator-within-denominator": { value: 1200, denominator: 1000 },
  "duplicate-key": { value: null, line: 12, other: 1340, series: "IT_USE_II99", period: "2024" },
  "nested-coverage": { narrower: "IT_MOB_4GNTWK", value: 92.5, wider: "IT_MOB_3GNTWK", most: 90, other: 7 },
  "partition-remainder": { value: 500000, sum: 280000, series: "IT_NET_BBN", period: "2024", lines: "8, 9" },
  "partition-total": { value: 480000, sum: 500000, series: "IT_NET_BBN", period: "2024", lines: "8, 9" },
  "partition-without-total": { series: "IT_NET_BBN", period: "2024", parts: 3 },
  "total-between-parts": { value: 70, low: 55.5, high: 61, dimension: "SEX", lines: "12, 13" },
  "rate-against-count": {
    value: 12.5,
    expected: 8.125,
    count: 81250,
    denominator: 1000000,
    other: 22,
    usual: "yes",
  },
  "sudden-change": {
    ...{ value: 61.5, period: "2024", before: 20, beforePeriod: "2021" },
    ...{ expected: 26, change: 35.5, limit: 18 },
  },
  "coverage-falls": { value: 88, period: "2024", before: 95, beforePeriod: "2023", limit: 5 },
  "weighted-total": { value: 58, expected: 61.4, limit: 1, dimension: "SEX", lines: "12, 13" },
  "unexplained-revision": { value: 61.5, before: 58, series: "IT_USE_II99", period: "2022" },
  "owners-within-users": {
    ...{ value: 81, most: 75.5, series: "IT_MOB_OWN", whole: "ICT_HH10", period: "2023" },
    ...{ expected: 75.5, where: "file", other: 1340 },
  },
  "skills-within-users": {
    ...{ value: 81, most: 75.5, series: "SE_ADT_ACTS", whole: "IT_USE_II99", period: "2023" },
    ...{ expected: 75.5, where: "file", other: 1340 },
  },
  "activities-within-users": {
    ...{ value: 81, most: 75.5, series: "ICT_HH9H", whole: "IT_USE_II99", period: "2023" },
    ...{ expected: 75.5, where: "file", other: 1340 },
  },
  "orders-within-users": {
    ...{ value: 81, most: 75.5, series: "ICT_B7", whole: "ICT_B3", period: "2023" },
    ...{ expected: 75.5, where: "file", other: 1340 },
  },
  "instruction-within-computers": {
    ...{ value: 81, most: 75.5, series: "ICT_ED5", whole: "SE_ACS_CMPTR", period: "2023" },
    ...{ expected: 75.5, where: "file", other: 1340 },
  },
  "collected-within-generated": {
    ...{ value: 81, most: 75.5, series: "ICT_EW4N", whole: "ICT_EW2N", period: "2023" },
    ...{ expected: 75.5, where: "file", other: 1340 },
  },
  "broadband-needs-coverage": { value: 12.5, series: "ICT_A4", coverage: "IT_MOB_3GNTWK", period: "2023" },
  "users-against-subscriptions": {
    ...{ value: 81, subscriptions: 0.4, series: "IT_NET_BBND", period: "2023", usual: 3.2, peers: 33 },
  },
  "vanished-value": { series: "IT_USE_II99", periods: "2017, 2019", years: 2 },
  "own-trend": { value: 40, period: "2024", expected: 66.2, from: "2019", to: "2023", years: 5 },
  "peer-change": { value: 40, period: "2024", before: 61, beforePeriod: "2023", expected: 64, peers: 33 },
  "age-scope-stated": { series: "IT_USE_II99", figures: 21 },
  "age-scope-incomplete": { series: "IT_USE_II99", figures: 21, stated: "15+" },
  "population-used": { value: 5_100_000, population: 5_400_000, period: "2023", gap: 5.6, grade: "far" },
  "reference-period": { value: "A", words: "last 12 months" },
  "skill-of-its-time": { value: "SKILL_ICTCMFL", period: "2021", list: "until", year: "2019" },
  "skill-break-marked": { value: "A", period: "2021", beforePeriod: "2018", year: "2020" },
};

const SAMPLES: Readonly<Record<string, Params>> = {
  ...FILE_RULES,
  ...NOTES,
  ...READING_RULES,
  ...JUDGING_RULES,
};

/** Parameters that choose another message than the sample does, and the end of that message's id. */
const VARIANTS: readonly (readonly [rule: string, variant: string, params: Params])[] = [
  ["unknown-series", ".listed", { expected: "IT_USE_II99, IT_NET_BBN" }],
  ["unknown-code", "", { expected: "" }],
  ["within-range", ".open", { maximum: "∞" }],
  ["file-binary", "", { found: "binary" }],
  ["owners-within-users", "", { where: "earlier", other: 0 }],
  ["population-used", "", { grade: "near", gap: 2.1 }],
  ["skill-of-its-time", "", { value: "SKILL_ICTVRFY", period: "2018", list: "since", year: "2020" }],
];

const PLACES = [
  "place.file",
  "place.line",
  "place.cell",
  "place.column",
  "place.sheet-line",
  "place.sheet-cell",
];
const PARTS = ["title", "problem", "remedy"];
const SCRIPTS: Readonly<Partial<Record<Language, RegExp>>> = {
  ar: /\p{Script=Arabic}/u,
  ru: /\p{Script=Cyrillic}/u,
  zh: /\p{Script=Han}/u,
};
const areaName = (m49: number, language: Language) => `area ${m49} in ${language}`;

function finding(rule: string, params: Params, place: Partial<Finding> = {}): Finding {
  const at = { line: 12, column: "OBS_VALUE", key: null, value: null };
  return { rule, level: 1, severity: "error", ...at, params, ...place };
}

function ast(message: string, language: Language): Ast {
  return new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst();
}

/** Every element of a message, those inside plurals and selects included. */
function elements(parsed: Ast): Ast {
  return parsed.flatMap((element) =>
    "options" in element
      ? [element, ...Object.values(element.options).flatMap((option) => elements(option.value))]
      : [element],
  );
}

/** Names and kinds of a message's parameters, as one text to compare. */
function parameters(message: string, language: Language): string {
  const named = elements(ast(message, language)).flatMap((element) =>
    element.type !== 0 && "value" in element ? [`${element.value}:${element.type}`] : [],
  );
  return [...new Set(named)].sort().join(" ");
}

describe("samples", () => {
  it("cover every rule that judges figures", () => {
    expect(Object.keys(JUDGING_RULES).sort()).toEqual(rules.map((rule) => rule.id).sort());
  });

  it("cover every rule that the reader names", () => {
    // The literals with hyphens in its files; the list of its rules would be no proof that it names them.
    const files = readdirSync("src/validate").filter(
      (name) => name.endsWith(".ts") && name !== "reading-rules.ts",
    );
    const source = files.map((name) => readFileSync(`src/validate/${name}`, "utf8")).join("\n");
    const named = [...source.matchAll(/"([a-z]+(?:-[a-z]+)+)"/g)]
      .map((match) => match[1])
      .filter((name) => name !== "not-evaluable");
    expect([...new Set(named)].sort()).toEqual(Object.keys(READING_RULES).sort());
  });
});

describe.each(LANGUAGES)("catalogue in %s", (language) => {
  const messages: Readonly<Record<string, string>> = catalogues.findings[language];

  it("has every message of every rule and none of any other", () => {
    const needed = Object.keys(SAMPLES).flatMap((rule) => PARTS.map((part) => `${rule}.${part}`));
    const variants = VARIANTS.flatMap(([rule, variant]) => (variant ? [`${rule}.problem${variant}`] : []));
    variants.push("unknown-code.problem.listed", "file-missing-column.remedy.unread");
    expect(Object.keys(messages).sort()).toEqual([...needed, ...variants, ...PLACES].sort());
  });

  it.each(Object.entries(messages))("%s compiles, with the parameters of English", (id, message) => {
    const english: Readonly<Record<string, string>> = catalogues.findings.en;
    expect(parameters(message, language)).toBe(parameters(english[id] ?? "", "en"));
  });

  it("counts in every plural category of the language", () => {
    // No count in a finding is zero, so Arabic "zero" is left to "other".
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const categories = pluralCategories.filter((category) => category !== "zero").sort();
    for (const message of Object.values(messages)) {
      for (const element of elements(ast(message, language))) {
        if ("pluralType" in element) expect(Object.keys(element.options).sort(), message).toEqual(categories);
      }
    }
  });

  const script = SCRIPTS[language];
  it.runIf(script)("is written in its own script", () => {
    for (const message of Object.values(messages)) expect(message).toMatch(script as RegExp);
  });
});

describe.each(LANGUAGES)("describeFinding in %s", (language) => {
  it.each(Object.entries(SAMPLES))("says all about %s", (rule, params) => {
    const words = Object.values(describeFinding(finding(rule, params), language, areaName));
    for (const said of words) {
      expect(said.trim()).not.toBe("");
      // "…" alone stands for a parameter that was not given.
      expect(said).not.toMatch(/NaN|undefined|null|[{}…]|-0(?!\d)/);
    }
  });

  it.each(VARIANTS)("says all about %s%s", (rule, variant, params) => {
    const { problem } = describeFinding(finding(rule, { ...SAMPLES[rule], ...params }), language, areaName);
    expect(problem).not.toMatch(/NaN|∞|[{}]|: ?\.$/);
    expect(problem).not.toBe(describeFinding(finding(rule, SAMPLES[rule] ?? {}), language, areaName).problem);
    if (variant === ".listed") expect(problem).toContain(String(params.expected));
  });

  it("names areas", () => {
    const { problem } = describeFinding(
      finding("foreign-area", SAMPLES["foreign-area"] ?? {}),
      language,
      areaName,
    );
    expect(problem).toContain(`area 250 in ${language}`);
    expect(problem).toContain(`area 404 in ${language}`);
  });

  it("is still readable where a finding of an earlier version lacks what is told today", () => {
    const { problem } = describeFinding(finding("within-range", { value: 104 }), language, areaName);
    expect(problem).toContain("…");
    const gone = describeFinding(finding("rule-that-is-no-more", {}), language, areaName);
    expect(gone.title).toBe("rule-that-is-no-more.title");
  });

  it("tells the two readings of a number apart", () => {
    const sample = finding("ambiguous-number", SAMPLES["ambiguous-number"] ?? {});
    const { problem } = describeFinding(sample, language, areaName);
    expect(problem).toMatch(/1[.,]234\D.*\D1234\D/);
  });
});

describe("place of a finding", () => {
  const placeOf = (place: Partial<Finding>, language: Language) =>
    describeFinding(finding("file-empty", {}, place), language, areaName).place;

  it.each([
    [{ line: 12, column: "OBS_VALUE" }, "line 12, column OBS_VALUE"],
    [{ line: 12345, column: "" }, "line 12345"],
    [{ line: 0, column: "" }, "the file as a whole"],
    [{ line: 0, column: "2019" }, "column 2019"],
  ])("%o is %s", (place, expected) => {
    expect(placeOf(place, "en")).toBe(expected);
  });

  it("names the sheet and its row where several sheets were read, and not where one was", () => {
    const sheets = [
      { name: "2019", headerRow: 1, firstLine: 1 },
      { name: "2020", headerRow: 3, firstLine: 501 },
    ];
    const of = (line: number, column: string, read: typeof sheets) =>
      describeFinding(finding("file-empty", {}, { line, column }), "en", areaName, read).place;
    expect(of(500, "SEX", sheets)).toBe("line 500 (sheet “2019”, row 500), column SEX");
    expect(of(512, "", sheets)).toBe("line 512 (sheet “2020”, row 12)");
    expect(of(0, "", sheets)).toBe("the file as a whole");
    expect(of(512, "SEX", sheets.slice(0, 1))).toBe("line 512, column SEX");
  });

  it("keeps the name of the column in every language", () => {
    for (const language of LANGUAGES) expect(placeOf({}, language)).toContain("OBS_VALUE");
  });
});

describe("wording", () => {
  it("is that of a whole finding in English", () => {
    const sample = finding("within-range", SAMPLES["within-range"] ?? {});
    expect(describeFinding(sample, "en", areaName).problem).toBe(
      "The value is 104.25; for series IT_USE_II99, it was expected to lie between 0 and 100.",
    );
  });

  it.each([
    [1, "1 значения"],
    [3, "3 значений"],
    [21, "21 значения"],
    [11, "11 значений"],
  ])("counts %i in Russian", (figures, expected) => {
    const sample = finding("age-scope-stated", { series: "IT_USE_II99", figures });
    expect(describeFinding(sample, "ru", areaName).problem).toContain(expected);
  });

  it.each([
    [1, "رقم واحد"],
    [2, "رقمين"],
    [3, "3 أرقام"],
    [11, "11 رقماً"],
    [100, "100 رقم "],
  ])("counts %i in Arabic", (figures, expected) => {
    const sample = finding("age-scope-stated", { series: "IT_USE_II99", figures });
    expect(describeFinding(sample, "ar", areaName).problem).toContain(expected);
  });
});
