import { defineIndicator } from "../../src/define.js";
import { AGES, AREAS, ATTAINMENTS, SEXES } from "../breakdowns.js";
import { CHAIN } from "../chain.js";

const name = {
  ar: "نسبة الأفراد الذين يستخدمون الإنترنت",
  en: "Proportion of individuals using the Internet",
  es: "Proporción de personas que utilizan Internet",
  fr: "Proportion de la population utilisant Internet",
  ru: "Доля населения, пользующегося Интернетом",
  zh: "使用因特网的人口比例",
};

export default defineIndicator({
  id: "17.8.1",
  aliases: [],
  framework: "global",
  listStatus: "adopted",
  name,
  definition:
    "Share of people who used the Internet in the last three months, from any place, on any device " +
    "and for any purpose.",
  targets: ["17.8"],
  custodian: "ITU",
  questionnaire: "household",
  dataSource: "Household survey",
  series: [
    {
      code: "IT_USE_II99",
      name,
      unit: "PT",
      minimum: 0,
      maximum: 100,
      integer: false,
      dimensions: { SEX: SEXES, AGE: AGES, URBANISATION: AREAS, EDUCATION_LEV: ATTAINMENTS },
      aggregation: { method: "weighted-mean", weight: "POPULATION" },
      decimals: 1,
    },
  ],
  survey: true,
  denominator: "POPULATION",
  estimation: "published",
  methods: CHAIN,
  actionLines: [
    { line: "C3", reason: "Using the Internet is access to information and knowledge taking place." },
  ],
  methodology:
    "UN Statistics Division, SDG indicator metadata 17.8.1; ITU, Manual for Measuring ICT Access and " +
    "Use by Households and Individuals, 2020 edition (HH7)",
  caveats: [
    "Where no survey is at hand, ITU estimates the country's value and says so.",
    "Published per 100 inhabitants until 2023 and as a percentage since; the figures are the same.",
    "The age scope differs between countries (all ages, 5+, 10+, 15+, 16-74 …); compare only like " +
      "with like.",
    "The reference period is the last three months; other periods are a different definition " +
      "(OBS_STATUS D).",
  ],
});
