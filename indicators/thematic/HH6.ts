import { defineIndicator } from "../../src/define.js";
import { AREAS } from "../breakdowns.js";
import { CHAIN } from "../chain.js";

const name = {
  ar: "نسبة الأسر المعيشية التي لديها نفاذ إلى الإنترنت في المنزل",
  en: "Proportion of households with Internet access at home",
  es: "Proporción de hogares con acceso a Internet",
  fr: "Proportion de ménages ayant accès à Internet à domicile",
  ru: "Доля домохозяйств, имеющих доступ к интернету дома",
  zh: "在家中可接入互联网的家庭比例",
};

export default defineIndicator({
  id: "HH6",
  aliases: [],
  framework: "thematic",
  listStatus: "reconstructed",
  name,
  definition:
    "Share of households where the Internet is available to members at home at any time, by a fixed " +
    "or a mobile network.",
  targets: ["1.4", "11.1"],
  custodian: "ITU",
  questionnaire: "household",
  dataSource: "Household survey",
  series: [
    {
      code: "ICT_HH6",
      name,
      unit: "PT",
      minimum: 0,
      maximum: 100,
      integer: false,
      dimensions: { URBANISATION: AREAS },
      aggregation: { method: "weighted-mean", weight: "HOUSEHOLDS" },
      decimals: 1,
    },
  ],
  // Asked in a survey, but of households: no age scope belongs to the value.
  survey: false,
  denominator: "HOUSEHOLDS",
  estimation: "aggregates-only",
  methods: CHAIN,
  actionLines: [
    { line: "C2", reason: "Homes are where the infrastructure ends." },
    { line: "C3", reason: "Internet at home is access to information." },
  ],
  methodology:
    "ITU, Manual for Measuring ICT Access and Use by Households and Individuals, 2020 edition (HH6)",
  caveats: [
    "Gaps are filled inside group values only and never shown beside a country's name, as ITU does " +
      "for 5.b.1.",
    "Access need not be paid for by the household, and says nothing about use by each member.",
  ],
});
