import { defineIndicator } from "../../src/define.js";
import { AGES, AREAS, SEXES } from "../breakdowns.js";
import { CHAIN } from "../chain.js";

const name = {
  ar: "نسبة الأفراد الذين يستخدمون الإنترنت للبحث عن معلومات صحية",
  en: "Proportion of individuals using the Internet to seek health information",
  es: "Proporción de personas que utilizan Internet para buscar información sobre salud",
  fr: "Proportion de la population utilisant Internet pour rechercher des informations sur la santé",
  ru: "Доля людей, пользующихся интернетом для поиска информации о здоровье",
  zh: "使用互联网查找健康信息的人口比例",
};

export default defineIndicator({
  id: "HH9H",
  aliases: [],
  framework: "thematic",
  listStatus: "reconstructed",
  name,
  definition:
    "Share of people who looked for information on injury, disease, nutrition or health services on " +
    "the Internet in the last three months.",
  targets: ["3.8"],
  custodian: "ITU",
  questionnaire: "household",
  dataSource: "Household survey",
  series: [
    {
      code: "ICT_HH9H",
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
  actionLines: [
    { line: "C3", reason: "The activity is a search for information." },
    { line: "C7", reason: "Health is one of the named fields of ICT applications (e-health)." },
  ],
  methodology:
    "ITU, Manual for Measuring ICT Access and Use by Households and Individuals, 2020 edition (HH9, " +
    "activity: health information)",
  caveats: [
    "Gaps are filled inside group values only and never shown beside a country's name, as ITU does " +
      "for 5.b.1.",
    "The share is of all people in scope, not of Internet users only.",
    "The age scope differs between countries (all ages, 5+, 10+, 15+, 16-74 …); compare only like " +
      "with like.",
    "The reference period is the last three months; other periods are a different definition " +
      "(OBS_STATUS D).",
  ],
});
