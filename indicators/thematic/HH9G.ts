import { defineIndicator } from "../../src/define.js";
import { AGES, AREAS, SEXES } from "../breakdowns.js";
import { CHAIN } from "../chain.js";

const name = {
  ar: "نسبة الأفراد الذين يستخدمون الإنترنت للتعامل مع السلطات العامة",
  en: "Proportion of individuals using the Internet to deal with public authorities",
  es: "Proporción de personas que utilizan Internet para relacionarse con las autoridades públicas",
  fr: "Proportion de la population utilisant Internet dans ses rapports avec les pouvoirs publics",
  ru: "Доля людей, пользующихся интернетом для взаимодействия с органами государственной власти",
  zh: "使用互联网与公共机构打交道的人口比例",
};

export default defineIndicator({
  id: "HH9G",
  aliases: [],
  framework: "thematic",
  listStatus: "reconstructed",
  name,
  definition:
    "Share of people who got information from, or did business with, general government over the " +
    "Internet in the last three months.",
  targets: ["16.6", "16.10"],
  custodian: "ITU",
  questionnaire: "household",
  dataSource: "Household survey",
  series: [
    {
      code: "ICT_HH9G",
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
    { line: "C1", reason: "Public services online are the government's own part in ICT for development." },
    { line: "C3", reason: "Public information reaches people this way." },
    { line: "C7", reason: "Government is one of the named fields of ICT applications (e-government)." },
  ],
  methodology:
    "ITU, Manual for Measuring ICT Access and Use by Households and Individuals, 2020 edition (HH9, " +
    "activities: information from and interaction with general government)",
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
