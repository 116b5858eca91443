import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { type CatalogueId, catalogues } from "../../src/i18n/catalogues.js";
import { text } from "../../src/i18n/text.js";
import { LANGUAGES } from "../../src/types.js";

/** Names of the parameters of a message, sorted, each once; those inside plurals and choices included. */
function parameters(message: string): string[] {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { type, value, ...rest } = node as { readonly type?: number; readonly value?: unknown };
    if (typeof type === "number" && type > 0 && typeof value === "string") found.add(value);
    for (const child of Object.values(rest)) visit(child);
  };
  visit(new IntlMessageFormat(message, "en", undefined, { ignoreTag: true }).getAst());
  return [...found].sort();
}

describe.each(Object.keys(catalogues) as CatalogueId[])("the catalogue %s", (id) => {
  const catalogue = catalogues[id];
  const english: Readonly<Record<string, string>> = catalogue.en;

  it.each(LANGUAGES)("has the same messages with the same parameters in %s as in English", (language) => {
    const messages: Readonly<Record<string, string>> = catalogue[language];
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
    for (const [key, message] of Object.entries(messages)) {
      expect({ key, parameters: parameters(message) }).toEqual({
        key,
        parameters: parameters(english[key] ?? ""),
      });
      expect(message.trim()).toBe(message);
      expect(message).not.toBe("");
    }
  });
});

describe("text", () => {
  it("fills a message in the language asked for, symbols of the table included", () => {
    expect(text("tables", "en", "note.source", { custodians: "ITU" })).toBe(
      "Source: submissions of countries and areas, compiled by indicator; custodian agencies: ITU.",
    );
    expect(text("tables", "fr", "column.TIME_PERIOD")).toBe("Année");
    expect(text("tables", "zh", "note.vintage", { date: "2026-11-23", vintage: 1234 })).toContain("版本1234");
  });

  it("throws when the message or a parameter is missing", () => {
    expect(() => text("tables", "en", "nothing")).toThrow(/src\/i18n\/tables\/en\.json/);
    expect(() => text("tables", "en", "note.source")).toThrow(/custodians/);
  });
});
