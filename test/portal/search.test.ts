import { describe, expect, it } from "vitest";
import { createSearch, folded } from "../../src/portal/search.js";
import { loadAreas, loadGroups } from "../../src/reference/areas.js";

const search = createSearch({ areas: loadAreas("data/reference"), groups: loadGroups("data/reference") });
const first = (text: string) => search(text)[0]?.id;

describe("text that is searched", () => {
  it.each([
    ["Côte d’Ivoire", "cote d ivoire"],
    ["İNTERNET", "internet"],
    ["أقلّ", "اقل"],
    ["القـــمة", "القمه"],
    ["Ёлка", "елка"],
    ["IT_USE_II99", "it_use_ii99"],
  ])("has %s as %s", (text, plain) => expect(folded(text)).toBe(plain));
});

describe("a search", () => {
  it.each([
    ["KEN", "404"],
    ["alemania", "276"],
    ["肯尼亚", "404"],
    ["Кения", "404"],
    ["cote d'ivoire", "384"],
    ["كازاخستان", "398"],
    ["LDC", "199"],
    ["WLD", "1"],
    ["17.6.2", "17.6.1"],
    ["it_use_ii99", "17.8.1"],
  ])("finds %s first", (text, id) => expect(first(text)).toBe(id));

  it("finds every word, in any order", () => {
    const found = search("internet individuals").map(({ id }) => id);
    expect(found).toContain("17.8.1");
    expect(search("internet zebra")).toEqual([]);
  });

  it("has names that begin with what was asked before others that hold it", () => {
    const names = search("niger").map(({ name }) => name.en);
    expect(names.slice(0, 2)).toEqual(["Niger", "Nigeria"]);
  });

  it("of nothing finds nothing", () => expect(search(" ’ ")).toEqual([]));
});
