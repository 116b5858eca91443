import { defineIndicator } from "../../src/define.js";
import { AGES, AREAS, SEXES } from "../breakdowns.js";
import { CHAIN } from "../chain.js";

const name = {
  ar: "نسبة الأفراد الذين يملكون الهاتف المحمول، حسب نوع الجنس",
  en: "Proportion of individuals who own a mobile telephone, by sex",
  es: "Proporción de personas que poseen un teléfono móvil, desglosada por sexo",
  fr: "Proportion de la population possédant un téléphone portable, par sexe",
  ru: "Доля людей, имеющих мобильный телефон, в разбивке по полу",
  zh: "拥有移动电话的人口比例，按性别分列",
};

export default defineIndicator({
  id: "5.b.1",
  aliases: [],
  framework: "global",
  listStatus: "adopted",
  name,
  definition:
    "Share of people who have a mobile telephone for their own use with at least one SIM card active " +
    "in the last three months, whoever pays for it.",
  targets: ["5.b"],
  custodian: "ITU",
  questionnaire: "household",
  dataSource: "Household survey",
  series: [
    {
      code: "IT_MOB_OWN",
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
    { line: "C3", reason: "A phone of one's own is the most common way to reach information and services." },
    { line: "C6", reason: "Equal ownership by women and men depends on an enabling environment." },
  ],
  methodology:
    "UN Statistics Division, SDG indicator metadata 5.b.1; ITU, Manual for Measuring ICT Access and " +
    "Use by Households and Individuals, 2020 edition (HH18)",
  caveats: [
    "ITU fills gaps for group values only and does not publish them beside a country's name.",
    "A shared phone does not count as owned.",
    "The age scope differs between countries (all ages, 5+, 10+, 15+, 16-74 …); compare only like " +
      "with like.",
  ],
});
