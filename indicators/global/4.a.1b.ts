import { defineIndicator } from "../../src/define.js";
import { AREAS, SCHOOL_LEVELS } from "../breakdowns.js";
import { CHAIN } from "../chain.js";

const name = {
  ar: "نسبة المدارس التي تتوافر فيها إمكانية الوصول إلى الإنترنت للأغراض التعليمية",
  en: "Proportion of schools with access to the Internet for pedagogical purposes",
  es: "Proporción de escuelas con acceso a Internet con fines pedagógicos",
  fr: "Proportion d’établissements scolaires ayant accès à Internet à des fins pédagogiques",
  ru: "Доля школ, обеспеченных доступом к Интернету для учебных целей",
  zh: "可为教学目的使用互联网的学校比例",
};

export default defineIndicator({
  id: "4.a.1b",
  aliases: ["4.a.1(b)"],
  framework: "global",
  listStatus: "adopted",
  name,
  definition:
    "Share of schools of a level where pupils can use the Internet, by any device or connection, to " +
    "support teaching and learning.",
  targets: ["4.a"],
  custodian: "UNESCO UIS",
  questionnaire: "education",
  dataSource: "School census",
  series: [
    {
      code: "SE_ACS_INTNT",
      name,
      unit: "PT",
      minimum: 0,
      maximum: 100,
      integer: false,
      dimensions: { URBANISATION: AREAS, EDUCATION_LEV: SCHOOL_LEVELS },
      aggregation: { method: "weighted-mean", weight: "SCHOOLS" },
      decimals: 1,
    },
  ],
  survey: false,
  denominator: "SCHOOLS",
  estimation: "aggregates-only",
  methods: CHAIN,
  actionLines: [
    { line: "C2", reason: "A connected school is public ICT infrastructure." },
    { line: "C4", reason: "Schools are where digital skills are taught." },
    { line: "C7", reason: "E-learning, one of the ICT applications, needs the connection." },
  ],
  methodology: "UN Statistics Division, SDG indicator metadata 4.a.1",
  caveats: [
    "UNESCO UIS fills gaps for group values only and does not publish them beside a country's name.",
    "Private schools are left out by some countries.",
    "A school with electricity is a precondition: the share cannot exceed that of schools with electricity.",
  ],
});
