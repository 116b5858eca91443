import { describe, expect, it } from "vitest";
import { createFootnotes } from "../../src/tables/footnotes.js";
import { FRANCE, input, SPAIN } from "./input.js";

const key = (area: number, period = 2020, sex = "F") => ({
  series: "IT_USE_II99",
  area,
  period,
  dimensions: { SEX: sex },
});

describe("footnotes", () => {
  const explanations = [
    { ...key(SPAIN), text: "Census." },
    { ...key(SPAIN), text: "New sample." },
    { ...key(FRANCE), text: "Census." },
    { ...key(FRANCE, 2020, "M"), text: "Census." },
    { ...key(FRANCE, 2019), text: "Census." },
  ];

  it("are numbered as they first appear, and a second time only for other words, countries or years", () => {
    const footnotes = createFootnotes(input({ explanations }));
    const asked = [key(FRANCE), key(FRANCE, 2020, "M"), key(FRANCE, 2021), key(SPAIN), key(FRANCE, 2019)];
    expect(asked.map((one) => footnotes.markOf(one))).toEqual(["1", "1", null, "2, 3", "4"]);
    expect(footnotes.notes().slice(1)).toEqual([
      "[1] France, 2020: Census.",
      "[2] Spain, 2020: Census.",
      "[3] Spain, 2020: New sample.",
      "[4] France, 2019: Census.",
    ]);
  });

  it("that no row bears are not listed, nor is there a word about footnotes then", () => {
    const footnotes = createFootnotes(input({ explanations }));
    footnotes.markOf(key(FRANCE, 2021));
    expect(footnotes.notes()).toEqual([]);
  });
});
