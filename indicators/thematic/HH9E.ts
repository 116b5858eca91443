import { defineIndicator } from "../../src/define.js";
import { AGES, AREAS, SEXES } from "../breakdowns.js";
import { CHAIN } from "../chain.js";

const name = {
  ar: "نسبة الأفراد الذين يتابعون دورات تعليمية عبر الإنترنت",
  en: "Proportion of individuals taking an online course",
  es: "Proporción de personas que realizan cursos en línea",
  fr: "Proportion de la population suivant un cours en ligne",
  ru: "Доля людей, проходящих обучение на онлайн-курсах",
  zh: "学习在线课程的人口比例",
};

export default defineIndicator({
  id: "HH9E",
  aliases: [],
  framework: "thematic",
  listStatus: "reconstructed",
  name,
  definition:
    "Share of people who followed a formal or non-formal course over the Internet in the last three " +
    "months.",
  targets: ["4.3", "4.7"],
  custodian: "ITU",
  questionnaire: "household",
  dataSource: "Household survey",
  series: [
    {
      code: "ICT_HH9E",
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
    { line: "C4", reason: "A course builds capacity." },
    { line: "C7", reason: "Learning is one of the named fields of ICT applications (e-learning)." },
  ],
  methodology:
    "ITU, Manual for Measuring ICT Access and Use by Households and Individuals, 2020 edition (HH9, " +
    "activity: doing an online course)",
  caveats: [
    "Gaps are filled inside group values only and never shown beside a country's name, as ITU does " +
      "for 5.b.1.",
    "The share is of all people in scope, not of Internet users only.",
    "Schooling moved online during the COVID-19 closures lifts 2020 and 2021.",
    "The age scope differs between countries (all ages, 5+, 10+, 15+, 16-74 …); compare only like " +
      "with like.",
    "The reference period is the last three months; other periods are a different definition " +
      "(OBS_STATUS D).",
  ],
});
