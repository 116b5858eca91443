import type { TableInput } from "../../src/define.js";
import { THRESHOLDS } from "../../src/reference/thresholds.js";
import type { Aggregate, Estimate, Language, StoredObservation } from "../../src/types.js";

export const FRANCE = 250;
export const ZAMBIA = 894;
export const UNITED_STATES = 840;
export const SPAIN = 724;

/** Only what the tests look at; any other language falls back on English. */
const NAMES: Readonly<Record<number, Partial<Record<Language, string>> & { readonly en: string }>> = {
  [FRANCE]: { en: "France", fr: "France", ru: "Франция" },
  [ZAMBIA]: { en: "Zambia", fr: "Zambie", ru: "Замбия" },
  [UNITED_STATES]: {
    en: "United States of America",
    fr: "États-Unis d’Amérique",
    ru: "Соединенные Штаты Америки",
  },
  [SPAIN]: { en: "Spain", fr: "Espagne", ru: "Испания" },
  1: { en: "World" },
  2: { en: "Africa" },
  199: { en: "Least developed countries (LDCs)" },
  901: { en: "Africa (ITU region)" },
  911: { en: "High-income economies" },
};

export const observation = (given: Partial<StoredObservation>): StoredObservation => ({
  series: "IT_USE_II99",
  area: FRANCE,
  period: 2020,
  dimensions: {},
  value: 50,
  unit: "PT",
  unitMultiplier: 0,
  status: "A",
  nature: "C",
  numerator: null,
  denominator: null,
  ageScope: "",
  source: "Survey",
  comment: "",
  line: 2,
  submission: "s",
  vintage: 1,
  ...given,
});

export const estimate = (given: Partial<Estimate>): Estimate => ({
  series: "IT_USE_II99",
  area: FRANCE,
  period: 2021,
  dimensions: {},
  value: 60,
  low: 55,
  high: 65,
  method: "interpolation",
  donors: ["2020", "2022"],
  ...given,
});

export const aggregate = (given: Partial<Aggregate>): Aggregate => ({
  series: "IT_USE_II99",
  area: 1,
  period: 2020,
  dimensions: {},
  value: 60,
  weightCovered: 0.7,
  weightUsed: 0.9,
  weightStandIn: 0,
  countries: 4,
  countriesReported: 2,
  countriesEstimated: 1,
  reportedValue: 59,
  low: 58,
  high: 62,
  status: "A",
  ...given,
});

export const input = (given: Partial<TableInput>): TableInput => {
  const language = given.language ?? "en";
  return {
    vintage: { id: 7, asOf: "2026-11-23T10:00:00Z" },
    observations: [],
    estimates: [],
    aggregates: [],
    explanations: [],
    thresholds: THRESHOLDS,
    countries: [FRANCE, ZAMBIA],
    groups: [
      { code: 1, kind: "world" },
      { code: 2, kind: "m49-region" },
      { code: 199, kind: "ldc" },
      { code: 901, kind: "itu-region" },
      { code: 911, kind: "income-group" },
    ],
    language,
    areaName: (area) => NAMES[area]?.[language] ?? NAMES[area]?.en ?? String(area),
    ...given,
  };
};
