import { defineIndicator } from "../../src/define.js";
import { SCHOOL_LEVELS } from "../breakdowns.js";
import { CHAIN } from "../chain.js";

const name = {
  ar: "نسبة المتعلمين إلى الحواسيب",
  en: "Learners-to-computer ratio",
  es: "Número de alumnos por ordenador",
  fr: "Nombre d’apprenants par ordinateur",
  ru: "Число учащихся в расчете на один компьютер",
  zh: "学生与计算机之比",
};

export default defineIndicator({
  id: "ED4",
  aliases: [],
  framework: "thematic",
  listStatus: "reconstructed",
  name,
  definition: "Learners enrolled for each computer that schools have for teaching and learning.",
  targets: ["4.a"],
  custodian: "UNESCO UIS",
  questionnaire: "education",
  dataSource: "School census",
  series: [
    {
      code: "ICT_ED4",
      name,
      unit: "RO",
      minimum: 0.01,
      maximum: null,
      integer: false,
      dimensions: { EDUCATION_LEV: SCHOOL_LEVELS },
      // Σ learners / Σ computers: computers are learners / ratio, so the mean weighted by learners is the harmonic
      // one and no count of computers has to be reported. A ratio of 0 cannot be; the minimum keeps it out.
      aggregation: { method: "harmonic-mean", weight: "LEARNERS" },
      decimals: 1,
    },
  ],
  survey: false,
  denominator: "LEARNERS",
  estimation: "aggregates-only",
  methods: CHAIN,
  actionLines: [
    { line: "C4", reason: "Computers at school serve to build skills." },
    { line: "C7", reason: "E-learning, one of the ICT applications, needs the equipment." },
  ],
  methodology:
    "UNESCO Institute for Statistics, Guide to Measuring Information and Communication Technologies " +
    "(ICT) in Education, Technical Paper No. 2, 2009 (ED4)",
  caveats: [
    "Gaps are filled inside group values only, the practice of UNESCO UIS for 4.a.1.",
    "Private institutions are left out by some countries.",
    "Higher is worse.",
    "Schools without computers count: their learners are in the numerator.",
  ],
});
