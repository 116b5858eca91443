import { describe, expect, it } from "vitest";
import { createDenominators } from "../../src/reference/denominators.js";
import type { Dimensions, ReferenceValue } from "../../src/types.js";

const population = (area: number, period: number, dimensions: Dimensions, value: number): ReferenceValue => ({
  series: "POPULATION",
  area,
  period,
  dimensions,
  value,
  revision: "2024",
  source: "test",
});

describe("denominators", () => {
  const denominators = createDenominators([
    population(404, 2018, {}, 50),
    population(404, 2019, {}, 51),
    population(404, 2019, { SEX: "F" }, 26),
    population(404, 2019, { URBANISATION: "R", SEX: "F" }, 19),
    { ...population(404, 2019, {}, 12), series: "HOUSEHOLDS" },
  ]);

  it("gives the value of the series, area, year and breakdown", () => {
    expect(denominators.value("POPULATION", 404, 2018, {})).toBe(50);
    expect(denominators.value("POPULATION", 404, 2019, {})).toBe(51);
    expect(denominators.value("POPULATION", 404, 2019, { SEX: "F" })).toBe(26);
    expect(denominators.value("HOUSEHOLDS", 404, 2019, {})).toBe(12);
  });

  it("finds a breakdown whatever the order of its dimensions, and takes _T for the total", () => {
    expect(denominators.value("POPULATION", 404, 2019, { SEX: "F", URBANISATION: "R" })).toBe(19);
    expect(denominators.value("POPULATION", 404, 2019, { SEX: "_T" })).toBe(51);
  });

  it("never answers for a breakdown, area, year or series it does not have", () => {
    expect(denominators.value("POPULATION", 404, 2019, { SEX: "M" })).toBeUndefined();
    expect(denominators.value("POPULATION", 404, 2020, {})).toBeUndefined();
    expect(denominators.value("POPULATION", 4, 2019, {})).toBeUndefined();
    expect(denominators.value("SCHOOLS", 404, 2019, {})).toBeUndefined();
    expect(denominators.value("SCHOOLS", 404, 2019, { SEX: "F" })).toBeUndefined();
  });

  it("lets the later of two values for one key count", () => {
    const revised = createDenominators([population(4, 2019, {}, 37), population(4, 2019, {}, 38)]);
    expect(revised.value("POPULATION", 4, 2019, {})).toBe(38);
  });
});
