import { defineIndicator } from "../../src/define.js";
import { SEXES } from "../breakdowns.js";
import { CHAIN } from "../chain.js";

const name = {
  ar: "نسبة طلاب التعليم ما بعد الثانوي المسجلين في المجالات المتصلة بتكنولوجيا المعلومات والاتصالات",
  en: "Proportion of post-secondary learners enrolled in ICT-related fields",
  es: "Proporción de estudiantes de enseñanza postsecundaria matriculados en campos relacionados con las TIC",
  fr: "Proportion d’étudiants de l’enseignement postsecondaire inscrits dans des filières liées aux TIC",
  ru: "Доля учащихся системы послесреднего образования, обучающихся по специальностям, связанным с ИКТ",
  zh: "就读信通技术相关领域的中学后教育学生比例",
};

export default defineIndicator({
  id: "ED7",
  aliases: [],
  framework: "thematic",
  listStatus: "reconstructed",
  name,
  definition:
    "Learners at post-secondary level enrolled in fields of study related to ICT, as a share of all " +
    "learners at that level.",
  targets: ["5.5", "9.5"],
  custodian: "UNESCO UIS",
  questionnaire: "education",
  dataSource: "School census",
  series: [
    {
      code: "ICT_ED7",
      name,
      unit: "PT",
      minimum: 0,
      maximum: 100,
      integer: false,
      dimensions: { SEX: SEXES },
      aggregation: { method: "weighted-mean", weight: "POST_SECONDARY_LEARNERS" },
      decimals: 1,
    },
  ],
  survey: false,
  denominator: "POST_SECONDARY_LEARNERS",
  estimation: "aggregates-only",
  methods: CHAIN,
  actionLines: [{ line: "C4", reason: "These learners are the ICT specialists to come." }],
  methodology:
    "UNESCO Institute for Statistics, Guide to Measuring Information and Communication Technologies " +
    "(ICT) in Education, Technical Paper No. 2, 2009 (ED7)",
  caveats: [
    "Gaps are filled inside group values only, the practice of UNESCO UIS for 4.a.1.",
    "Private institutions are left out by some countries.",
    "By sex, the share is among the learners of that sex.",
  ],
});
