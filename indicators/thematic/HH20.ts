import { defineIndicator } from "../../src/define.js";
import { AGES, AREAS, SEXES } from "../breakdowns.js";
import { CHAIN } from "../chain.js";

const name = {
  ar: "نسبة الأفراد الذين يشترون سلعا أو خدمات عبر الإنترنت",
  en: "Proportion of individuals buying goods or services online",
  es: "Proporción de personas que compran bienes o servicios en línea",
  fr: "Proportion de la population achetant des biens ou des services en ligne",
  ru: "Доля людей, покупающих товары или услуги через интернет",
  zh: "在线购买商品或服务的人口比例",
};

export default defineIndicator({
  id: "HH20",
  aliases: [],
  framework: "thematic",
  listStatus: "reconstructed",
  name,
  definition: "Share of people who bought or ordered goods or services over the Internet, however they paid.",
  targets: ["8.2"],
  custodian: "ITU",
  questionnaire: "household",
  dataSource: "Household survey",
  series: [
    {
      code: "ICT_HH20",
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
    { line: "C5", reason: "People buy online when they trust it." },
    { line: "C7", reason: "Trade is one of the named fields of ICT applications (e-business)." },
  ],
  methodology:
    "ITU, Manual for Measuring ICT Access and Use by Households and Individuals, 2020 edition (HH20)",
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
