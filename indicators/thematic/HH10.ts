import { defineIndicator } from "../../src/define.js";
import { AGES, AREAS, SEXES } from "../breakdowns.js";
import { CHAIN } from "../chain.js";

const name = {
  ar: "نسبة الأفراد الذين يستخدمون الهاتف المحمول",
  en: "Proportion of individuals using a mobile telephone",
  es: "Proporción de personas que utilizan un teléfono móvil",
  fr: "Proportion de la population utilisant un téléphone portable",
  ru: "Доля людей, пользующихся мобильным телефоном",
  zh: "使用移动电话的人口比例",
};

export default defineIndicator({
  id: "HH10",
  aliases: [],
  framework: "thematic",
  listStatus: "reconstructed",
  name,
  definition: "Share of people who used a mobile telephone in the last three months, their own or another's.",
  targets: ["5.b", "10.2"],
  custodian: "ITU",
  questionnaire: "household",
  dataSource: "Household survey",
  series: [
    {
      code: "ICT_HH10",
      name,
      unit: "PT",
      minimum: 0,
      maximum: 100,
      integer: false,
      dimensions: { SEX: SEXES, AGE: AGES, URBANISATION: AREAS },
      aggregation: { method: "weighted-mean", weight: "POPULATION" },
      decimals: 1,
    },
  ],
  survey: true,
  denominator: "POPULATION",
  estimation: "aggregates-only",
  methods: CHAIN,
  actionLines: [{ line: "C3", reason: "Using a phone, even a borrowed one, is the first step of access." }],
  methodology:
    "ITU, Manual for Measuring ICT Access and Use by Households and Individuals, 2020 edition (HH10)",
  caveats: [
    "Gaps are filled inside group values only and never shown beside a country's name, as ITU does " +
      "for 5.b.1.",
    "Owners (5.b.1) cannot be more than users.",
    "The age scope differs between countries (all ages, 5+, 10+, 15+, 16-74 …); compare only like " +
      "with like.",
    "The reference period is the last three months; other periods are a different definition " +
      "(OBS_STATUS D).",
  ],
});
