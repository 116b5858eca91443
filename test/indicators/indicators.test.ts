import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findIndicator, indicators, seriesByCode } from "../../indicators/index.js";
import { goalOf, goals, targets } from "../../indicators/targets.js";
import { LANGUAGES } from "../../src/types.js";

/** Written off the list of indicators by hand: which targets each relates to. */
const TARGETS: Readonly<Record<string, readonly string[]>> = {
  "4.4.1": ["4.4"],
  "4.a.1b": ["4.a"],
  "4.a.1c": ["4.a"],
  "5.b.1": ["5.b"],
  "9.c.1": ["9.c"],
  "17.6.1": ["17.6"],
  "17.8.1": ["17.8"],
  A4: ["9.1"],
  A5: ["9.1"],
  A7: ["1.4", "9.c"],
  A9: ["9.c", "10.2"],
  HH4: ["1.4"],
  HH6: ["1.4", "11.1"],
  HH9H: ["3.8"],
  HH9G: ["16.6", "16.10"],
  HH9E: ["4.3", "4.7"],
  HH10: ["5.b", "10.2"],
  HH20: ["8.2"],
  B3: ["9.3", "8.2"],
  B5: ["9.3"],
  B7: ["8.3", "17.11"],
  B8: ["8.3"],
  ICT1: ["8.5"],
  ICT2: ["8.2", "9.b"],
  ICT4: ["17.11"],
  ICT5: ["17.11", "9.b"],
  ED4: ["4.a"],
  ED5: ["4.1", "4.a"],
  ED7: ["5.5", "9.5"],
  ED8: ["4.c"],
  EG1: ["16.6", "16.7"],
  EW2: ["12.4", "11.6"],
  EW4: ["12.5", "3.9"],
};

const global = indicators.filter(({ framework }) => framework === "global");
const thematic = indicators.filter(({ framework }) => framework === "thematic");

describe("the list of indicators", () => {
  it("has one file for each of the 33 indicators, and each file is in the index", () => {
    const files = ["global", "thematic"].flatMap((folder) =>
      readdirSync(`indicators/${folder}`).map((file) => `${folder}/${file}`),
    );
    expect(files).toHaveLength(33);
    expect(indicators.map(({ framework, id }) => `${framework}/${id}.ts`).sort()).toEqual(files.sort());
  });

  it("has 7 global indicators under 6 targets, 5 of them ITU's", () => {
    expect(global).toHaveLength(7);
    expect(new Set(global.flatMap((indicator) => indicator.targets)).size).toBe(6);
    expect(global.filter(({ custodian }) => custodian === "ITU")).toHaveLength(5);
    expect(new Set(global.map(({ listStatus }) => listStatus))).toEqual(new Set(["adopted"]));
  });

  it("has 26 thematic indicators related to 27 targets under 11 goals, marked as reconstructed", () => {
    const related = new Set(thematic.flatMap((indicator) => indicator.targets));
    expect(thematic).toHaveLength(26);
    expect(related.size).toBe(27);
    expect(new Set([...related].map(goalOf)).size).toBe(11);
    expect(new Set(thematic.map(({ listStatus }) => listStatus))).toEqual(new Set(["reconstructed"]));
  });

  it("relates each indicator to the targets of the list", () => {
    expect(Object.fromEntries(indicators.map(({ id, targets: related }) => [id, related]))).toEqual(TARGETS);
  });

  it("has the official name of every related target and goal and of no other", () => {
    const related = new Set(Object.values(TARGETS).flat());
    expect(new Set(targets.keys())).toEqual(related);
    expect(new Set(goals.keys())).toEqual(new Set([...related].map(goalOf)));
  });

  it("finds an indicator by its id, by a former number and in any case", () => {
    expect(findIndicator("17.6.2")?.id).toBe("17.6.1");
    expect(findIndicator("4.A.1B")?.id).toBe("4.a.1b");
    expect(findIndicator("hh4")?.id).toBe("HH4");
    expect(findIndicator("9.9.9")).toBeUndefined();
  });

  it("finds a series by its code in upper case", () => {
    expect(seriesByCode.get("IT_USE_ii99".toUpperCase())?.indicator.id).toBe("17.8.1");
    expect(seriesByCode.get("ICT_A4N")?.indicator.id).toBe("A4");
  });

  it("gives a definition, methodology and at least one action line and caveat to each", () => {
    for (const indicator of indicators) {
      for (const text of [indicator.definition, indicator.methodology, indicator.dataSource]) {
        expect(text, indicator.id).toMatch(/\w{3}/);
      }
      expect(indicator.caveats.length, indicator.id).toBeGreaterThan(0);
      expect(indicator.actionLines.length, indicator.id).toBeGreaterThan(0);
    }
  });
});

const SCRIPTS = { ar: /\p{Script=Arabic}/u, ru: /\p{Script=Cyrillic}/u, zh: /\p{Script=Han}/u } as const;

describe("names", () => {
  const named = [
    ...indicators.map(({ id, name }) => ({ id, name })),
    ...indicators.flatMap(({ series }) => series.map(({ code, name }) => ({ id: code, name }))),
    ...[...targets, ...goals].map(([id, name]) => ({ id: String(id), name })),
  ];

  it.each(named)("$id is named in six languages, each in its script", ({ name }) => {
    for (const language of LANGUAGES) expect(name[language].trim()).toBe(name[language]);
    for (const language of LANGUAGES) expect(name[language].length).toBeGreaterThan(2);
    expect(name.ar).toMatch(SCRIPTS.ar);
    expect(name.ru).toMatch(SCRIPTS.ru);
    expect(name.zh).toMatch(SCRIPTS.zh);
    for (const language of ["en", "es", "fr"] as const) {
      expect(name[language]).not.toMatch(/\p{Script=Arabic}|\p{Script=Cyrillic}|\p{Script=Han}/u);
    }
  });

  it("are told apart by language: no two of the same name are the same text", () => {
    for (const { id, name } of named) expect(new Set(Object.values(name)).size, id).toBe(LANGUAGES.length);
  });
});
