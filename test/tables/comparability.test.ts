import { describe, expect, it } from "vitest";
import type { TableInput } from "../../src/define.js";
import { buildTables } from "../../src/tables/build.js";
import type { Table } from "../../src/types.js";
import { FRANCE, input, observation, SPAIN, UNITED_STATES, ZAMBIA } from "./input.js";

const observations = [
  observation({ area: FRANCE, value: 80, status: "B", ageScope: "15+" }),
  observation({ area: SPAIN, value: 90, ageScope: "16-74" }),
  observation({ area: UNITED_STATES, value: 70, ageScope: "15+" }),
  observation({ area: ZAMBIA, period: 2014, value: 30, status: "P" }),
];

function build(id: string, given: Partial<TableInput> = {}): Table {
  const [table] = buildTables([id], input({ observations, ...given }));
  if (!table) throw new Error(id);
  return table;
}
const pick = (table: Table, ...ids: string[]) =>
  table.rows.map((row) => ids.map((id) => row[table.columns.findIndex((column) => column.id === id)]));

describe("values that are not comparable", () => {
  it("carry a flag and a footnote, numbered as they first appear; provisional ones stay as they are", () => {
    const table = build("country-ranking");
    expect(pick(table, "RANK", "AREA_NAME", "OBS_VALUE", "COMPARABILITY", "FOOTNOTES")).toEqual([
      [1, "Spain", 90, "AGE", "1"],
      [2, "France", 80, "B", "2"],
      [3, "United States of America", 70, null, null],
      [4, "Zambia", 30, "YEAR", "3"], // 2014 is six years before 2020; five would pass
    ]);
    expect(table.notes.slice(-3)).toEqual([
      "[1] Age scope 16-74; most countries of the series state 15+.",
      "[2] Break in series: not comparable with earlier years.",
      "[3] Year 2014; the latest of the series is 2020.",
    ]);
  });

  it("have neither value nor rank in the strict form, which says so", () => {
    const table = build("country-ranking", { strict: true });
    expect(pick(table, "RANK", "AREA_NAME", "OBS_VALUE", "OBS_STATUS", "COMPARABILITY")).toEqual([
      [1, "United States of America", 70, "A", null],
      [null, "France", null, null, "B"],
      [null, "Spain", null, null, "AGE"],
      [null, "Zambia", null, null, "YEAR"],
    ]);
    expect(table.notes.join("\n")).toContain("left out of this table: ..");
    expect(build("country-ranking").notes.join("\n")).not.toContain("left out of this table");
  });

  it("are left out of the country table in the strict form, an old year alone is not", () => {
    const table = build("sdg-country", { strict: true });
    expect(pick(table, "AREA_NAME", "OBS_VALUE", "COMPARABILITY")).toEqual([
      ["France", null, "B"],
      ["Spain", null, "AGE"],
      ["United States of America", 70, null],
      ["Zambia", 30, null],
    ]);
  });
});
