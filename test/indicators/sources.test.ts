import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { actionLines, outcomes } from "../../indicators/crosswalk.js";
import { codeLists, indicators } from "../../indicators/index.js";
import { goals, targets } from "../../indicators/targets.js";
import { type I18n, LANGUAGES } from "../../src/types.js";

const DATA = "../shared/data";

/** Misprints of the collection, corrected by hand: as it has them, as they should be. */
const MISPRINTS: readonly (readonly [string, string])[] = [
  ["Travaux décent", "Travail décent"],
  ["Достойна работа", "Достойная работа"],
  ["促进目标现实", "促进目标实现"],
  ["كثراً", "كثيراً"],
  ["إالى", "إلى"],
];

/** A name as the collection has it, without its artefacts: see the head of indicators/targets.ts. */
function tidied(text: string): string {
  const plain = text
    .normalize("NFC")
    .replace(/[\u0640\u00ad]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/\(\d\)$/, "");
  return MISPRINTS.reduce((result, [wrong, right]) => result.replace(wrong, right), plain);
}

/** Chinese commas and semicolons, full width in our names, are half width in the collection. */
function halfWidth(text: string): string {
  return text.replaceAll("，", ",").replaceAll("；", ";");
}

function records(path: string): Readonly<Record<string, string>>[] {
  return parse(readFileSync(`${DATA}/${path}`), { columns: true, bom: true });
}

describe.skipIf(!existsSync(`${DATA}/names`))("official names (needs ../shared/data/names)", () => {
  const rows = existsSync(`${DATA}/names`) ? records("names/sdg-names.csv") : [];
  const official = [
    ...[...goals].map(([code, name]) => ({ kind: "goal", code: String(code), name })),
    ...[...targets].map(([code, name]) => ({ kind: "target", code, name })),
    ...indicators
      .filter(({ framework, id }) => framework === "global" && !id.startsWith("4.a.1"))
      .map(({ id, name }) => ({ kind: "indicator", code: id, name })),
  ];

  it.each(official)("$kind $code is called what the collection calls it", ({ kind, code, name }) => {
    const row = rows.find((candidate) => candidate.kind === kind && candidate.code === code);
    const expected = LANGUAGES.map((language): [keyof I18n, string] => [
      language,
      tidied(row?.[language] ?? ""),
    ]);
    expect({ ...name, zh: halfWidth(name.zh) }).toEqual(Object.fromEntries(expected));
  });
});

describe.skipIf(!existsSync(`${DATA}/crosswalk`))("annexes (needs ../shared/data/crosswalk)", () => {
  it("have the outcomes we have, with the same goals and action lines", () => {
    const expected = records("crosswalk/itu-d-outcomes.csv").map((row) => ({
      code: row.outcome,
      objective: row.objective,
      goals: row.sdg_goals?.split(" ").map(Number),
      actionLines: row.wsis_action_lines?.split(" "),
      title: row.title_en,
    }));
    // The annex as copied has no commas in titles, because it is a CSV file.
    const ours = outcomes.map((outcome) => ({ ...outcome, title: outcome.title.replaceAll(",", "") }));
    expect(ours.map(sorted)).toEqual(
      expected.map((row) => sorted({ ...row, title: row.title?.replaceAll(",", "") })),
    );
  });

  it("have the action lines we have", () => {
    const expected = records("crosswalk/wsis-action-lines.csv").map((row) => [row.action_line, row.title_en]);
    expect([...actionLines].map(([code, title]) => [code, title.en])).toEqual(expected);
  });
});

function sorted(record: object): object {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => a.localeCompare(b)));
}

const DSD = `${DATA}/sdmx/IAEG-SDGs_SDG_1.0.xml`;

/** Codes that a later version of the structure has and the 1.0 file has not. */
const LATER = new Set(["SKILL_ICTPRVCY", "SKILL_ICTVRFY"]);

describe.skipIf(!existsSync(DSD))("SDG data structure (needs ../shared/data/sdmx)", () => {
  const xml = existsSync(DSD) ? readFileSync(DSD, "utf8") : "";

  it.each(codeLists)("$source has every code of $id that is not our own", ({ source, codes }) => {
    const [, id] = /:(\w+)\(/.exec(source) ?? [];
    const start = xml.search(new RegExp(`<\\w+:Codelist[^>]* id="${id}"`));
    const list = xml.slice(start, xml.indexOf("Codelist>", start));
    const known = new Set([...list.matchAll(/<\w+:Code [^>]*\bid="([^"]+)"/g)].map(([, code]) => code));
    for (const { code, own = false } of codes) {
      if (!LATER.has(code)) expect(known.has(code), code).toBe(!own);
    }
  });
});
