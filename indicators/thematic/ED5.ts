import { defineIndicator } from "../../src/define.js";
import { SCHOOL_LEVELS } from "../breakdowns.js";
import { CHAIN } from "../chain.js";

const name = {
  ar: "نسبة المدارس التي تعتمد التعليم بمساعدة الحاسوب",
  en: "Proportion of schools with computer-assisted instruction",
  es: "Proporción de escuelas con enseñanza asistida por ordenador",
  fr: "Proportion d’établissements scolaires dispensant un enseignement assisté par ordinateur",
  ru: "Доля школ, использующих обучение с помощью компьютера",
  zh: "实行计算机辅助教学的学校比例",
};

export default defineIndicator({
  id: "ED5",
  aliases: [],
  framework: "thematic",
  listStatus: "reconstructed",
  name,
  definition: "Share of schools where teachers or pupils use computers as a means of instruction in lessons.",
  targets: ["4.1", "4.a"],
  custodian: "UNESCO UIS",
  questionnaire: "education",
  dataSource: "School census",
  series: [
    {
      code: "ICT_ED5",
      name,
      unit: "PT",
      minimum: 0,
      maximum: 100,
      integer: false,
      dimensions: { EDUCATION_LEV: SCHOOL_LEVELS },
      aggregation: { method: "weighted-mean", weight: "SCHOOLS" },
      decimals: 1,
    },
  ],
  survey: false,
  denominator: "SCHOOLS",
  estimation: "aggregates-only",
  methods: CHAIN,
  actionLines: [
    { line: "C4", reason: "Instruction builds capacity." },
    { line: "C7", reason: "Learning is one of the named fields of ICT applications (e-learning)." },
  ],
  methodology:
    "UNESCO Institute for Statistics, Guide to Measuring Information and Communication Technologies " +
    "(ICT) in Education, Technical Paper No. 2, 2009 (ED5)",
  caveats: [
    "Gaps are filled inside group values only, the practice of UNESCO UIS for 4.a.1.",
    "Private institutions are left out by some countries.",
    "A school without computers (4.a.1c) cannot teach with them, so the share cannot exceed that one.",
  ],
});
