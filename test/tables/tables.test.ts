import { describe, expect, it } from "vitest";
import { tables } from "../../pipelines/tables/index.js";
import type { TableInput } from "../../src/define.js";
import { buildTables, UnknownTable } from "../../src/tables/build.js";
import { columnsOf } from "../../src/tables/role.js";
import { LANGUAGES, type Table } from "../../src/types.js";
import { aggregate, estimate, FRANCE, input, observation, SPAIN, UNITED_STATES, ZAMBIA } from "./input.js";

function build(id: string, given: Partial<TableInput>): Table {
  const [table] = buildTables([id], input(given));
  if (!table) throw new Error(id);
  return table;
}

/** Rows as records of the columns asked for. */
const pick = (table: Table, ...ids: string[]) =>
  table.rows.map((row) => ids.map((id) => row[table.columns.findIndex((column) => column.id === id)]));

describe("every table", () => {
  it("has a title, titled columns and rows as wide as its columns in every language", () => {
    for (const language of LANGUAGES) {
      const given = input({ language, observations: [observation({})], aggregates: [aggregate({})] });
      for (const table of buildTables(
        tables.map(({ id }) => id),
        given,
      )) {
        expect(table.title).not.toBe("");
        expect(table.columns.every(({ title }) => title !== "")).toBe(true);
        expect(table.rows.length).toBeGreaterThan(0);
        for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
        for (const { decimalsIn, statusIn } of table.columns) {
          const ids = table.columns.map(({ id }) => id);
          expect(ids).toEqual(
            expect.arrayContaining([decimalsIn, statusIn].filter((id) => id !== undefined)),
          );
        }
      }
    }
  });

  it("declares dimensions that tell its rows apart", () => {
    const areas = [FRANCE, ZAMBIA, SPAIN];
    const breakdowns = [{}, { SEX: "F" }, { SEX: "M" }, { SEX: "F", URBANISATION: "U" }, { AGE: "Y15T24" }];
    const given = input({
      observations: areas.flatMap((area) =>
        breakdowns.flatMap((dimensions) =>
          [2018, 2019].map((period) => observation({ area, dimensions, period })),
        ),
      ),
      aggregates: breakdowns.flatMap((dimensions) =>
        [2018, 2019].map((period) => aggregate({ dimensions, period })),
      ),
    });
    for (const { id } of tables) {
      const table = build(id, given);
      const dimensions = columnsOf(table, "dimension");
      expect(dimensions.length, id).toBeGreaterThan(0);
      const keys = table.rows.map((row) => JSON.stringify(dimensions.map(({ at }) => row[at])));
      expect(keys.length, id).toBe(new Set(keys).size);
    }
  });

  it("is the same whatever the order of its input", () => {
    const observations = [FRANCE, SPAIN, ZAMBIA].flatMap((area) =>
      [2020, 2019].map((period) => observation({ area, period, value: area / 10 + period - 2000 })),
    );
    const aggregates = [1, 2, 901].map((area) => aggregate({ area }));
    const ids = tables.map(({ id }) => id);
    expect(
      buildTables(
        ids,
        input({ observations: [...observations].reverse(), aggregates: [...aggregates].reverse() }),
      ),
    ).toEqual(buildTables(ids, input({ observations, aggregates })));
  });

  it("says the as-of date, and marks synthetic figures only when there are some", () => {
    const real = build("sdg-country", { observations: [observation({})] });
    const made = build("sdg-country", { observations: [observation({ source: "SYNTHETIC example" })] });
    expect(real.notes.join("\n")).toContain("2026-11-23");
    expect(real.notes.join("\n")).not.toContain("SYNTHETIC");
    expect(made.notes.join("\n")).toContain("SYNTHETIC");
  });

  it("must be declared", () => {
    expect(() => buildTables(["nothing"], input({}))).toThrow(UnknownTable);
  });
});

describe("sdg-country", () => {
  it("never puts an estimate beside a country's name unless the indicator's policy is published", () => {
    const estimates = [
      estimate({ series: "IT_USE_II99" }), // 17.8.1: published
      estimate({ series: "IT_MOB_OWN" }), // 5.b.1: for aggregates only
      estimate({ series: "IT_NET_BBND" }), // 17.6.1: not filled
    ];
    expect(pick(build("sdg-country", { estimates }), "SERIES", "OBS_STATUS", "OBS_VALUE")).toEqual([
      ["IT_USE_II99", "E", 60],
    ]);
    expect(pick(build("country-ranking", { estimates }), "SERIES", "OBS_STATUS")).toEqual([
      ["IT_USE_II99", "E"],
    ]);
  });

  it("keeps the reported value where there is an estimate too, and fills only what the country left open", () => {
    const observations = [
      observation({ period: 2020, value: 50 }),
      observation({ period: 2021, value: null, status: "O" }),
      observation({ period: 2022, value: null, status: "Q" }),
    ];
    const estimates = [2020, 2021, 2022].map((period) => estimate({ period, value: 60 }));
    expect(
      pick(build("sdg-country", { observations, estimates }), "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS"),
    ).toEqual([
      [2020, 50, "A"],
      [2021, 60, "E"],
      [2022, null, "Q"],
    ]);
  });

  it("shows values in units, with codes and words for the breakdown, and leaves groups and thematic series out", () => {
    const observations = [
      observation({ series: "IT_NET_BBNDN", value: 1.25, unitMultiplier: 6, dimensions: {} }),
      observation({ dimensions: { SEX: "F", URBANISATION: "U" } }),
      observation({ series: "ICT_HH4" }),
      observation({ area: 1 }),
    ];
    expect(
      pick(build("sdg-country", { observations }), "SERIES", "SEX", "AGE", "BREAKDOWN", "OBS_VALUE"),
    ).toEqual([
      ["IT_NET_BBNDN", "_T", "_T", "Total", 1250000],
      ["IT_USE_II99", "F", "_T", "Female, Urban", 50],
    ]);
  });

  it("orders countries by the alphabet of the language", () => {
    const areas = [ZAMBIA, UNITED_STATES, FRANCE, SPAIN];
    const observations = areas.map((area) => observation({ area }));
    const order = (language: "en" | "fr" | "ru") =>
      pick(build("sdg-country", { observations, language }), "REF_AREA").flat();
    expect(order("en")).toEqual([FRANCE, SPAIN, UNITED_STATES, ZAMBIA]);
    // É sorts with E and not after Z.
    expect(order("fr")).toEqual([SPAIN, UNITED_STATES, FRANCE, ZAMBIA]);
    // Замбия, Испания, Соединенные Штаты Америки, Франция
    expect(order("ru")).toEqual([ZAMBIA, SPAIN, UNITED_STATES, FRANCE]);
  });

  it("puts the Russian Ё with Е and not before А", () => {
    const names: Record<number, string> = { 1001: "Жёлтая", 1002: "Ёлочная", 1003: "Австрия" };
    const table = build("sdg-country", {
      language: "ru",
      areaName: (area) => names[area] ?? "",
      observations: [1001, 1002, 1003].map((area) => observation({ area })),
    });
    expect(pick(table, "AREA_NAME").flat()).toEqual(["Австрия", "Ёлочная", "Жёлтая"]);
  });
});

describe("country-ranking", () => {
  it("takes each country's latest value, shares ranks between equals and ranks no counts", () => {
    const observations = [
      observation({ area: FRANCE, period: 2019, value: 99 }),
      observation({ area: FRANCE, period: 2021, value: 80 }),
      observation({ area: SPAIN, period: 2020, value: 90 }),
      observation({ area: UNITED_STATES, period: 2020, value: 80 }),
      observation({ area: ZAMBIA, period: 2018, value: 30 }),
      observation({ area: ZAMBIA, period: 2019, value: null, status: "L" }),
      observation({ area: ZAMBIA, period: 2020, value: 40, dimensions: { SEX: "F" } }),
      observation({ area: FRANCE, series: "IT_NET_BBNDN", value: 1e6 }),
    ];
    expect(
      pick(build("country-ranking", { observations }), "RANK", "AREA_NAME", "TIME_PERIOD", "OBS_VALUE"),
    ).toEqual([
      [1, "Spain", 2020, 90],
      [2, "France", 2021, 80],
      [2, "United States of America", 2020, 80],
      [4, "Zambia", 2018, 30],
    ]);
  });
});

describe("availability", () => {
  it("counts reported values only, with a 0 for countries that sent none and for empty years", () => {
    const table = build("availability", {
      observations: [
        observation({ period: 2019 }),
        observation({ period: 2021, dimensions: { SEX: "F" } }),
        observation({ period: 2021, dimensions: { SEX: "M" } }),
        observation({ period: 2021, value: null, status: "O" }),
      ],
      estimates: [estimate({ period: 2020 })],
    });
    const of1781 = pick(table, "AREA_NAME", "INDICATOR", "2019", "2020", "2021", "COUNT").filter(
      ([, indicator]) => indicator === "17.8.1",
    );
    expect(of1781).toEqual([
      ["France", "17.8.1", 1, 0, 2, 3],
      ["Zambia", "17.8.1", 0, 0, 0, 0],
    ]);
  });
});

describe("facts-and-figures", () => {
  it("shows the world, ITU regions, M49 regions, then LDCs and income groups", () => {
    const aggregates = [911, 199, 2, 901, 1].map((area) => aggregate({ area }));
    expect(pick(build("facts-and-figures", { aggregates }), "GROUP").flat()).toEqual([1, 901, 2, 199, 911]);
  });

  it("compares women with men from unrounded values, and says the coverage", () => {
    const aggregates = [
      aggregate({ dimensions: { SEX: "M" }, value: 64.25, weightCovered: 0.6 }),
      aggregate({ dimensions: { SEX: "F" }, value: 60.75, weightCovered: 0.8, status: "U" }),
      aggregate({ area: 2, dimensions: { SEX: "M" }, value: 40 }), // no value for women: nothing to compare
      aggregate({ area: 2, dimensions: { SEX: "F" }, value: null, status: "O" }),
    ];
    const rows = pick(
      build("facts-and-figures", { aggregates }),
      "GROUP",
      "MEASURE",
      "SEX",
      "OBS_VALUE",
      "OBS_STATUS",
      "WEIGHT_REPORTED",
    );
    expect(rows).toEqual([
      [1, "VALUE", "F", 60.75, "U", 0.8],
      [1, "VALUE", "M", 64.25, "A", 0.6],
      [1, "PARITY_SCORE", "_Z", 60.75 / 64.25, "U", 0.6], // 0.9455…
      [1, "GAP", "_Z", 3.5, "U", 0.6],
      [2, "VALUE", "F", null, "O", 0.7],
      [2, "VALUE", "M", 40, "A", 0.7],
    ]);
  });

  it.each([
    ["E", "U", "U"],
    ["U", "E", "U"],
    ["E", "A", "E"],
    ["A", "E", "E"],
  ])("gives a comparison of women (%s) with men (%s) the weaker status (%s)", (women, men, weaker) => {
    const aggregates = [
      aggregate({ dimensions: { SEX: "F" }, status: women }),
      aggregate({ dimensions: { SEX: "M" }, status: men }),
    ];
    const rows = pick(build("facts-and-figures", { aggregates }), "MEASURE", "OBS_STATUS");
    expect(rows.slice(2)).toEqual([
      ["PARITY_SCORE", weaker],
      ["GAP", weaker],
    ]);
  });

  it("says in its notes which thresholds were in force", () => {
    const thresholds = { minimumWeight: 0.6, minimumCountries: 0.25, reliableWeight: 0.75 };
    const { notes } = build("facts-and-figures", { thresholds });
    expect(notes.join(" ")).toContain("at least 60 per cent of its weight");
    expect(notes.join(" ")).toContain("at least 25 per cent of its countries; below 75 per cent");
  });

  it("leaves ages, levels and speeds out", () => {
    const aggregates = [
      aggregate({ dimensions: { AGE: "Y15T24" } }),
      aggregate({ dimensions: { URBANISATION: "R" } }),
    ];
    expect(pick(build("facts-and-figures", { aggregates }), "URBANISATION").flat()).toEqual(["R"]);
  });
});
