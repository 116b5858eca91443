import { defineIndicator } from "../../src/define.js";
import { SCHOOL_LEVELS, SEXES } from "../breakdowns.js";
import { CHAIN } from "../chain.js";

const name = {
  ar: "نسبة المعلمين المؤهلين في مجال تكنولوجيا المعلومات والاتصالات",
  en: "Proportion of teachers qualified in ICT",
  es: "Proporción de docentes cualificados en TIC",
  fr: "Proportion d’enseignants qualifiés en TIC",
  ru: "Доля учителей, имеющих квалификацию в области ИКТ",
  zh: "具备信通技术资质的教师比例",
};

export default defineIndicator({
  id: "ED8",
  aliases: [],
  framework: "thematic",
  listStatus: "reconstructed",
  name,
  definition:
    "Teachers trained, by their country's standard, to teach basic computer skills or computing, as " +
    "a share of all teachers of the level.",
  targets: ["4.c"],
  custodian: "UNESCO UIS",
  questionnaire: "education",
  dataSource: "School census",
  series: [
    {
      code: "ICT_ED8",
      name,
      unit: "PT",
      minimum: 0,
      maximum: 100,
      integer: false,
      dimensions: { SEX: SEXES, EDUCATION_LEV: SCHOOL_LEVELS },
      aggregation: { method: "weighted-mean", weight: "TEACHERS" },
      decimals: 1,
    },
  ],
  survey: false,
  denominator: "TEACHERS",
  estimation: "aggregates-only",
  methods: CHAIN,
  actionLines: [{ line: "C4", reason: "Teachers' own skills come before those of their pupils." }],
  methodology:
    "UNESCO Institute for Statistics, Guide to Measuring Information and Communication Technologies " +
    "(ICT) in Education, Technical Paper No. 2, 2009 (ED8)",
  caveats: [
    "Gaps are filled inside group values only, the practice of UNESCO UIS for 4.a.1.",
    "Private institutions are left out by some countries.",
    "Qualified is what the national standard says it is.",
  ],
});
