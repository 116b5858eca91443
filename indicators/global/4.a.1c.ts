import { defineIndicator } from "../../src/define.js";
import { AREAS, SCHOOL_LEVELS } from "../breakdowns.js";
import { CHAIN } from "../chain.js";

const name = {
  ar: "نسبة المدارس التي تتوافر فيها حواسيب للأغراض التعليمية",
  en: "Proportion of schools with computers for pedagogical purposes",
  es: "Proporción de escuelas con ordenadores para fines pedagógicos",
  fr: "Proportion d’établissements scolaires équipés d’ordinateurs à des fins pédagogiques",
  ru: "Доля школ, обеспеченных компьютерами для учебных целей",
  zh: "配备教学用计算机的学校比例",
};

export default defineIndicator({
  id: "4.a.1c",
  aliases: ["4.a.1(c)"],
  framework: "global",
  listStatus: "adopted",
  name,
  definition:
    "Share of schools of a level where pupils can use computers (desktops, laptops or tablets) to " +
    "support teaching and learning.",
  targets: ["4.a"],
  custodian: "UNESCO UIS",
  questionnaire: "education",
  dataSource: "School census",
  series: [
    {
      code: "SE_ACS_CMPTR",
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
    { line: "C4", reason: "Schools are where digital skills are taught." },
    { line: "C7", reason: "E-learning, one of the ICT applications, needs the equipment." },
  ],
  methodology: "UN Statistics Division, SDG indicator metadata 4.a.1",
  caveats: [
    "UNESCO UIS fills gaps for group values only and does not publish them beside a country's name.",
    "Private schools are left out by some countries.",
    "A school with electricity is a precondition: the share cannot exceed that of schools with electricity.",
  ],
});
