import { defineIndicator } from "../../src/define.js";
import { AGES, AREAS, ATTAINMENTS, ICT_SKILLS, SEXES } from "../breakdowns.js";

const name = {
  ar: "نسبة الشباب والبالغين الذين تتوافر لديهم مهارات تكنولوجيا المعلومات والاتصالات، بحسب نوع المهارة",
  en: "Proportion of youth and adults with information and communications technology (ICT) skills, by type of skill",
  es: "Proporción de jóvenes y adultos con competencias en tecnología de la información y las comunicaciones (TIC), desglosada por tipo de competencia técnica",
  fr: "Proportion de jeunes et d’adultes ayant des compétences dans le domaine des technologies de l’information et des communications, par type de compétence",
  ru: "Доля молодых и взрослых людей, обладающих навыками в области информационно-коммуникационных технологий, в разбивке по видам навыков",
  zh: "掌握信通技术技能的青年和成年人的比例，按技能类型分列",
};

export default defineIndicator({
  id: "4.4.1",
  aliases: [],
  framework: "global",
  listStatus: "adopted",
  name,
  definition:
    "Share of young people and adults who carried out a given ICT activity in the last three months, " +
    "taken as a sign that they have the skill. One figure per skill.",
  targets: ["4.4"],
  custodian: "ITU",
  questionnaire: "household",
  dataSource: "Household survey",
  series: [
    {
      code: "SE_ADT_ACTS",
      name,
      unit: "PT",
      minimum: 0,
      maximum: 100,
      integer: false,
      dimensions: {
        SEX: SEXES,
        AGE: AGES,
        URBANISATION: AREAS,
        EDUCATION_LEV: ATTAINMENTS,
        COMPOSITE_BREAKDOWN: ICT_SKILLS,
      },
      aggregation: {
        method: "none",
        reason:
          "The metadata of 4.4.1 provide no regional or world figure: too few countries report each skill.",
      },
      decimals: 1,
    },
  ],
  survey: true,
  denominator: "POPULATION",
  estimation: "none",
  methods: [],
  actionLines: [
    { line: "C4", reason: "The indicator measures the skills that capacity building is meant to give." },
  ],
  methodology:
    "UN Statistics Division, SDG indicator metadata 4.4.1; ITU, Manual for Measuring ICT Access and " +
    "Use by Households and Individuals, 2020 edition (HH15)",
  caveats: [
    "A person may have several skills, so the skills never add up to 100.",
    "From 2020 the list of activities no longer supposes a computer; figures before and after are " +
      "not one series (OBS_STATUS B).",
    "The age scope differs between countries (all ages, 5+, 10+, 15+, 16-74 …); compare only like " +
      "with like.",
    "The reference period is the last three months; other periods are a different definition " +
      "(OBS_STATUS D).",
  ],
});
